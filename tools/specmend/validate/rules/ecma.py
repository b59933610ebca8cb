"""Is a text a regular expression of ECMA-262? Its grammar (section 22.2.1), without any matching.

JSON Schema wants the flag `u` and few write for it, so a pattern may be one with `u`, with `v`, or
one of the older grammar (annex B.1.2), which takes nearly every escape.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from specmend.errors import InternalError
from specmend.validate.rules.ecma_classes import class_end
from specmend.validate.rules.ecma_escapes import Escapes, escape_at

_BRACES: Final = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_GROUP: Final = re.compile(r"\(\?(?:(?P<look>[=!])|(?P<behind><[=!])|<(?P<name>[^>]*)>"
                           r"|(?P<on>[ims]*)(?:-(?P<off>[ims]*))?:)")  # fmt: skip
_NAME: Final = re.compile(r"(?!\d)[\w$]+")
_NAMES: Final = re.compile(r"\(\?<(?![=!])")
_GROUPS: Final = re.compile(
    r"\\.|\[(?:\\.|[^\]\\])*\]|(?P<group>\((?!\?)|\(\?<(?![=!]))", re.DOTALL
)


@cache
def is_expression(pattern: str) -> bool:
    """Whether a text is a regular expression of ECMA-262, under any of its flags."""
    return any(_fits(pattern, flag) for flag in ("", "u", "v"))


class _NoExpression(InternalError):
    """The grammar has no such text."""


@dataclass(kw_only=True, slots=True)
class _Group:
    """An open group: its kind, and the names in this alternative of it and in the others."""

    kind: str
    names: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


def _fits(pattern: str, flag: str) -> bool:
    try:
        _Scan(pattern, flag).run()
    except _NoExpression:
        return False
    return True


class _Scan:
    """One way through a pattern, term by term."""

    def __init__(self, pattern: str, flag: str) -> None:
        count = sum(found["group"] is not None for found in _GROUPS.finditer(pattern))
        names = re.findall(r"\(\?<(?![=!])([^>]*)>", pattern)
        is_named = bool(flag) or _NAMES.search(pattern) is not None
        self.pattern, self.flag = pattern, flag
        self.escapes = Escapes(flag=flag, groups=count, names=frozenset(names), is_named=is_named)
        self.open = [_Group(kind="")]
        self.may_repeat = False
        self.readers = {
            "(": self._begin,
            ")": self._end,
            "|": self._alternative,
            "[": self._class,
            "{": self._braces,
            "\\": self._escape,
            **dict.fromkeys("*+?", self._sign_of_repetition),
        }

    def run(self) -> None:
        """Raise for a text that the grammar does not have."""
        at = 0
        while at < len(self.pattern):
            at = self._term(at)
        if len(self.open) > 1:
            raise _NoExpression

    def _term(self, at: int) -> int:
        """Read one term, or what follows it; gives where the next begins."""
        sign = self.pattern[at]
        read = self.readers.get(sign)
        if read is not None:
            return read(at)
        if sign in "]}" and self.flag:
            raise _NoExpression
        self.may_repeat = sign not in "^$"
        return at + 1

    def _alternative(self, at: int) -> int:
        group = self.open[-1]
        group.others |= group.names
        group.names = set()
        self.may_repeat = False
        return at + 1

    def _class(self, at: int) -> int:
        end = class_end(self.pattern, at, self.escapes)
        if end is None:
            raise _NoExpression
        self.may_repeat = True
        return end

    def _begin(self, at: int) -> int:
        found = _GROUP.match(self.pattern, at)
        self.may_repeat = False
        if not self.pattern.startswith("(?", at):
            self.open.append(_Group(kind="group"))
            return at + 1
        if found is None:
            raise _NoExpression
        flags = (found["on"] or "") + (found["off"] or "")
        if len(set(flags)) < len(flags) or (found["off"] == "" and not found["on"]):
            raise _NoExpression
        if found["name"] is not None:
            self._name(found["name"])
        kind = "look" if found["look"] else "behind" if found["behind"] else "group"
        self.open.append(_Group(kind=kind))
        return found.end()

    def _name(self, name: str) -> None:
        """A name is one of a variable, and its own among all that may take part with it."""
        if not _NAME.fullmatch(name) or any(name in group.names for group in self.open):
            raise _NoExpression
        self.open[-1].names.add(name)

    def _end(self, at: int) -> int:
        if len(self.open) == 1:
            raise _NoExpression
        group = self.open.pop()
        self.open[-1].names |= group.names | group.others
        self.may_repeat = group.kind == "group" or (group.kind == "look" and not self.flag)
        return at + 1

    def _sign_of_repetition(self, at: int) -> int:
        return self._repeat(at + 1)

    def _repeat(self, end: int) -> int:
        if not self.may_repeat:
            raise _NoExpression
        self.may_repeat = False
        return end + self.pattern.startswith("?", end)

    def _braces(self, at: int) -> int:
        found = _BRACES.match(self.pattern, at)
        if found is not None:
            if found[2] and int(found[2]) < int(found[1]):
                raise _NoExpression
            return self._repeat(found.end())
        if self.flag:
            raise _NoExpression
        self.may_repeat = True
        return at + 1

    def _escape(self, at: int) -> int:
        end = escape_at(self.pattern, at, self.escapes, in_class=False)
        if end is None:
            raise _NoExpression
        self.may_repeat = self.pattern[at + 1] not in "bB"
        return end
