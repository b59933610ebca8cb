"""I-Regexp (RFC 9485), the patterns of JSONPath filters, in the syntax of the module `regex`."""

from __future__ import annotations

import re
from typing import Any, Final

import regex  # type: ignore[import-untyped]
from iregexp_check import check

_TOKEN: Final = re.compile(
    r"\\(?:[pP]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|[()]|\{(\d+)[^}]*\}|.", re.DOTALL
)
_OUTSIDE_CLASSES: Final = {".": r"[^\n\r]", "$": r"\Z"}
"""RFC 9485 section 5.3 for the dot. A `$` is the end, and not also before a last line break."""

_IN_CLASS: Final = re.compile(r"\\.|[&|~\[]", re.DOTALL)
"""What `regex` may take for an operation on sets, and I-Regexp for plain characters."""

_DIGITS: Final = re.compile(r"\d+", re.ASCII)
_MOST_DIGITS: Final = 9


def is_iregexp(pattern: str) -> bool:
    """Whether a pattern is well-formed (RFC 9485 section 4)."""
    # The library takes quantities of one digit only, where the grammar allows any number of them.
    return check(_TOKEN.sub(_with_one_digit, pattern))


def compile_iregexp(pattern: str) -> Any:
    """A well-formed pattern, compiled; None for one that the module cannot compile."""
    try:
        return regex.compile(to_regex(pattern), regex.VERSION0, cache_pattern=False)
    except regex.error:
        return None


def to_regex(pattern: str) -> str:
    """A well-formed pattern in the syntax of the module `regex`."""
    return _TOKEN.sub(lambda match: _translated(match[0]), pattern)


def length_written_out(pattern: str) -> int:
    """How many characters a pattern has when a{3} is written as aaa, as it is in memory."""
    groups = [0]
    last = 0
    for token in _TOKEN.finditer(pattern):
        if token[0] == "(":
            groups[-1] += last
            groups.append(0)
            last = 0
        elif token[0] == ")":
            last += groups.pop()
        elif token[1]:
            last *= max(1, int(token[1][:_MOST_DIGITS]))
        else:
            groups[-1] += last
            last = 1
    return groups[0] + last


def _with_one_digit(match: re.Match[str]) -> str:
    is_quantity = match[1] is not None
    return _DIGITS.sub("1", match[0]) if is_quantity else match[0]


def _translated(token: str) -> str:
    if token.startswith("["):
        return token[0] + _IN_CLASS.sub(_literal, token[1:])
    return _OUTSIDE_CLASSES.get(token, token)


def _literal(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("\\") else "\\" + match[0]
