"""Lists that come in pages: the mark `x-pagination` beside the arguments and answers it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from specmend.errors import MarkError, did_you_mean
from specmend.generate.client.foreign_pagination import as_own_mark
from specmend.generate.client.paging import Paging
from specmend.generate.client.places import read_place
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Argument
from specmend.generate.client.results import Results
from specmend.generate.types.kinds import ANY, NONE, Bounded, Many, Map, Model, OneOf, Type

MARK: Final = "x-pagination"

_KEYS: Final[Mapping[str, frozenset[str]]] = {
    "cursor": frozenset({"argument", "next", "items", "more"}),
    "page": frozenset({"argument", "first", "items", "more", "total"}),
    "offset": frozenset({"argument", "first", "items", "more", "total"}),
    "link": frozenset({"next", "items", "more"}),
}
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "cursor": ("argument", "next"),
    "page": ("argument",),
    "offset": ("argument",),
    "link": (),
}
_PLACES: Final = {
    "path": "path",
    "query": "query",
    "header": "headers",
    "cookie": "cookies",
    "field": "fields",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Marked:
    """The operation that a mark stands on, as far as it is read."""

    method: str
    path: str
    node: dict[str, Any]
    arguments: tuple[Argument, ...]
    results: Results
    streams: bool


def read_paging(marked: Marked, reader: Reader) -> Paging | None:
    """How the operation pages, by `x-pagination` or the mark of another tool for it.

    A mark of our own that cannot be followed is noted as a fault, that of another tool as a
    warning.
    """
    is_own = MARK in marked.node
    name, mark = (MARK, marked.node[MARK]) if is_own else as_own_mark(marked.node)
    if mark is None:
        return None
    try:
        return _Mark(mark, marked, reader).paging()
    except MarkError as fault:
        note = reader.fault if is_own else reader.warn
        note(marked.method, marked.path, f"{name} {fault}", name, *fault.at)
        return None


class _Mark:
    """A mark beside the operation that it stands on; every fault is a MarkError with its place."""

    def __init__(self, mark: Any, marked: Marked, reader: Reader) -> None:
        if not isinstance(mark, dict):
            raise MarkError("is no object with the key kind")
        self.mark = mark
        self.marked = marked
        self.reader = reader
        self.kind = self._kind()

    def paging(self) -> Paging:
        page = self._page()
        items, listed = self._at("items", page)
        inner = _inner(listed)
        if not isinstance(inner, Many) and inner != ANY:
            raise MarkError(f"names items that are no list: {self._shown('items')}", "items")
        argument = self._argument()
        return Paging(
            kind=self.kind,
            items=items,
            argument=argument.wire if argument else "",
            place=_PLACES[argument.in_] if argument else "query",
            next=self._place("next", page),
            more=self._place("more", page),
            total=self._place("total", page),
            first=self._first(argument),
            item=self.reader.received(inner.item if isinstance(inner, Many) else ANY),
            page=self.reader.received(page),
        )

    def _kind(self) -> str:
        kind = self.mark.get("kind")
        if not isinstance(kind, str) or kind not in _KEYS:
            *kinds, last = _KEYS
            raise MarkError(f"has no kind of {', '.join(kinds)} or {last}", "kind")
        for key in self.mark:
            if key not in ("kind", *_KEYS[kind]):
                known = ", ".join(("kind", *sorted(_KEYS[kind])))
                raise MarkError(f"has the key {key}; those of the kind {kind} are {known}", key)
        for key in _NEEDED[kind]:
            if key not in self.mark:
                raise MarkError(f"lacks the key {key}, which the kind {kind} needs")
        return kind

    def _page(self) -> Type:
        """The type of one page: what the answers with content have in common."""
        if self.marked.streams:
            raise MarkError("stands on an operation that streams")
        answers = self.marked.results.success.values()
        kinds = {kind for by_media in answers for kind in by_media.values() if kind != NONE}
        if len(kinds) != 1:
            found = "several types" if kinds else "no content"
            raise MarkError(f"stands on an operation that answers with {found}")
        return kinds.pop()

    def _argument(self) -> Argument | None:
        if "argument" not in self.mark:
            return None
        name = self.mark["argument"]
        known = [one for one in self.marked.arguments if one.in_ in _PLACES]
        found = next((one for one in known if one.wire == name), None)
        if found is None:
            hint = did_you_mean(str(name), [one.wire for one in known])
            names = ", ".join(one.wire for one in known) or "none"
            words = f"names the argument {name}, which the operation does not have"
            raise MarkError(f"{words}; {hint or f'it has {names}'}", "argument")
        return found

    def _first(self, argument: Argument | None) -> int:
        """The number of the first page: as the mark says, else 1 for pages and 0 for offsets."""
        first = self.mark.get("first", 1 if self.kind == "page" else 0)
        if isinstance(first, bool) or not isinstance(first, int):
            raise MarkError("has a first that is no whole number", "first")
        return first if argument else 0

    def _place(self, key: str, page: Type) -> tuple[str | int, ...] | None:
        return self._at(key, page)[0] if key in self.mark else None

    def _at(self, key: str, page: Type) -> tuple[tuple[str | int, ...], Type]:
        """A place in the answer as attributes of its classes, and the type of what is there."""
        found: list[str | int] = []
        kind = page
        for step in read_place(self.mark.get(key, ""), key):
            kind = _inner(kind)
            name, kind = self._step(kind, step, key)
            found.append(name)
        return tuple(found), kind

    def _step(self, kind: Type, step: str | int, key: str) -> tuple[str | int, Type]:
        if kind == ANY:
            return step, ANY
        if isinstance(step, int) and isinstance(kind, Many):
            return step, kind.item
        if isinstance(kind, Map) and isinstance(step, str):
            return step, kind.value
        fields = self.reader.fields.all(kind.name) if isinstance(kind, Model) else []
        for field in fields:
            if field.wire == step:
                return field.name, field.kind
        hint = did_you_mean(str(step), [field.wire for field in fields])
        names = ", ".join(field.wire for field in fields) or "no fields"
        words = f"names {self._shown(key)} for {key}, and the answer has no {step} there"
        raise MarkError(f"{words}; {hint or f'it has {names}'}", key)

    def _shown(self, key: str) -> str:
        return str(self.mark.get(key) or "the whole answer")


def _inner(kind: Type) -> Type:
    """A type without bounds, and without the null that it may be."""
    if isinstance(kind, Bounded):
        return _inner(kind.inner)
    if isinstance(kind, OneOf):
        others = [member for member in kind.members if member != NONE]
        return _inner(others[0]) if len(others) == 1 else kind
    return kind
