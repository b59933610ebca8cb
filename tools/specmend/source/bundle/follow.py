"""Follows a reference through files and fragments to the value that it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import unquote

from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address, parse_pointer
from specmend.document.tree.values import Tree
from specmend.errors import Problem
from specmend.source.address import plain
from specmend.source.bundle.source import Library, Source
from specmend.source.bundle.target import Resolved

KEEP: Final = (
    "tell the owner of the document, or correct it with a step:"
    " --keep-broken-references with init, or `keep-broken-references` in the settings"
)
"""What to do about a reference that cannot be followed."""

_ANCHORS: Final = ("$anchor", "$dynamicAnchor")
_SHOWN: Final = 80


@dataclass(kw_only=True, slots=True)
class Follower:
    """Follows references, and collects what is wrong with them and what is worth knowing.

    Every place is reported once, in the order in which they are met. With `keeps_broken`, what is
    wrong with a reference is only worth knowing: it stays as it is.
    """

    root: Source
    library: Library
    keeps_broken: bool = False
    problems: dict[Problem, None] = field(default_factory=dict)
    remarks: dict[Problem, None] = field(default_factory=dict)
    _reported: set[tuple[str, str]] = field(default_factory=set)

    def resolve(self, source: Source, address: Address, reference: str) -> Resolved | None:
        """What a reference at an address means; None, and a problem, where it means nothing.

        A place of the root document is the end of the way, whatever stands there.
        """
        way: list[tuple[Source, Address]] = []
        at, here, text = source, address, reference
        end: Resolved | None = None
        while True:
            found = self._place(at, here, text)
            if found is None:
                return None
            if found[:2] in way:
                self._circle(source, address, reference, way)
                return None
            at, place, value = found
            way.append((at, place))
            if end is None and at is self.root:
                end = Resolved(at, place, value, tuple(way))
            following = _pure_reference(value)
            if not following or (at is self.root and self.library.is_own(following, place)):
                return end or Resolved(at, place, value, tuple(way))
            here, text = (*place, "$ref"), following

    def fault(
        self,
        source: Source,
        address: Address,
        message: str,
        *,
        found: str = "",
        expected: str = "",
        advice: str = "",
        detail: str | None = None,
    ) -> None:
        """Report what is wrong at a place; all with this message and `detail` are of one cause.

        The detail is what was found, where nothing else is given.
        """
        problem = source.problem(
            address,
            plain(message),
            found=plain(found),
            expected=expected,
            advice=advice,
        )
        self._add(replace(problem, cause=f"{message} {found if detail is None else detail}"))

    def remark(self, source: Source, address: Address, message: str, found: str) -> None:
        """Note what a person should know, once for all that find the same."""
        if (message, found) not in self._reported:
            self._reported.add((message, found))
            self.remarks[source.problem(address, message, found=found)] = None

    def _place(
        self, source: Source, address: Address, reference: str
    ) -> tuple[Source, Address, Tree] | None:
        """The place that one reference names, and its value."""
        name, _, fragment = reference.partition("#")
        target = self._file(source, address, reference, name)
        if target is None:
            return None
        found = self._inside(target, fragment)
        if found is None and not name and target is not self.root:
            found = self._in_root(source, address, reference, fragment)
        if found is None:
            self._nothing_there(source, address, reference, target)
        return found

    def _file(self, source: Source, address: Address, reference: str, name: str) -> Source | None:
        """The file of a reference; None, and its problems, where it cannot be had."""
        if not name:
            return source
        found = self.library.find(name, source)
        if isinstance(found, Source):
            return found
        for problem in found:
            if problem.file:
                self._add(problem)
            else:
                self.fault(
                    source,
                    address,
                    problem.message,
                    found=problem.found or reference,
                    expected=problem.expected,
                    advice=problem.advice or KEEP,
                    detail=problem.found,
                )
        return None

    def _add(self, problem: Problem) -> None:
        """Add a problem that is not reported yet: a place may be read several times."""
        if self.keeps_broken:
            words = f"{problem.message}; the reference stays as it is"
            self.remarks[replace(problem, message=words)] = None
        else:
            self.problems[problem] = None

    def _inside(self, source: Source, fragment: str) -> tuple[Source, Address, Tree] | None:
        """The place that a fragment names in a file: a pointer (RFC 6901), or an anchor.

        A lone slash names the key of no letters. Most people mean the whole file with it.
        """
        if not fragment or (fragment == "/" and not _holds(source.tree, "")):
            return source, (), source.tree
        pointer = unquote(fragment)
        if not pointer.startswith("/"):
            return next(_anchored(source, source.tree, (), pointer), None)
        return self._pointed(source, parse_pointer(pointer), set())

    def _pointed(
        self, source: Source, tokens: tuple[str, ...], seen: set[tuple[str, Address]]
    ) -> tuple[Source, Address, Tree] | None:
        """The place of a pointer, which may lead through references."""
        address: Address = ()
        value = source.tree
        for index, token in enumerate(tokens):
            if isinstance(value, dict) and token not in value and _reference(value):
                return self._through(source, address, value, tokens[index:], seen)
            step: str | int = token
            if isinstance(value, list) and token.isascii() and token.isdecimal():
                step = int(token)
            if not _holds(value, step):
                return None
            value, address = value[step], (*address, step)
        return source, address, value

    def _through(
        self,
        source: Source,
        address: Address,
        value: dict[str, Tree],
        rest: tuple[str, ...],
        seen: set[tuple[str, Address]],
    ) -> tuple[Source, Address, Tree] | None:
        """The place that the rest of a pointer names behind a reference."""
        if (source.key, address) in seen:
            return None
        name, _, fragment = _reference(value).partition("#")
        target = self._file(source, (*address, "$ref"), _reference(value), name)
        if target is None or (fragment and not unquote(fragment).startswith("/")):
            return None
        tokens = parse_pointer(unquote(fragment))
        return self._pointed(target, (*tokens, *rest), seen | {(source.key, address)})

    def _in_root(
        self, source: Source, address: Address, reference: str, fragment: str
    ) -> tuple[Source, Address, Tree] | None:
        """The place of the root document that a reference means which forgot to name the root."""
        if not fragment.startswith("/"):
            return None
        found = self._pointed(self.root, parse_pointer(unquote(fragment)), set())
        if found is not None:
            message = (
                f"this file has no such place, so the one of {self.root.name} is taken:"
                " a reference is relative to the file that it stands in"
            )
            self.remark(source, address, message, reference)
        return found

    def _nothing_there(
        self, source: Source, address: Address, reference: str, target: Source
    ) -> None:
        self.fault(
            source,
            address,
            f"the reference leads nowhere: {target.name} has no such place",
            found=reference,
            expected="a place of that file" if "#" in reference else "a file with content",
            advice=KEEP,
        )

    def _circle(
        self, source: Source, address: Address, reference: str, way: list[tuple[Source, Address]]
    ) -> None:
        names = " → ".join(dict.fromkeys(at.name for at, _ in way))
        self.fault(
            source,
            address,
            "the reference leads in a circle: behind it are references alone",
            found=f"{reference} ({names})",
            expected="a value at the end",
            advice=KEEP,
        )


def shown(value: Tree) -> str:
    """A value as messages show it."""
    return one_line(value, _SHOWN)


def _reference(value: Tree) -> str:
    reference = value.get("$ref") if isinstance(value, dict) else None
    return reference if isinstance(reference, str) else ""


def _pure_reference(value: Tree) -> str:
    """The reference that a value is and nothing else; empty for any other value."""
    return _reference(value) if isinstance(value, dict) and len(value) == 1 else ""


def _holds(value: Tree, token: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(token, int) and token < len(value)
    return isinstance(value, dict) and token in value


def _anchored(
    source: Source, value: Tree, address: Address, name: str
) -> Iterator[tuple[Source, Address, Tree]]:
    """The schemas that have an anchor of a name (JSON Schema core section 8.2.2)."""
    if isinstance(value, dict):
        if any(value.get(key) == name for key in _ANCHORS):
            yield source, address, value
        for key, member in value.items():
            yield from _anchored(source, member, (*address, key), name)
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _anchored(source, member, (*address, index), name)
