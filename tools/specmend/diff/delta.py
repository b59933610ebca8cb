"""One difference, told from the object or component that was compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree

Direction = Literal["request", "answer", "both", ""]
"""Where users of the API see a change: in what they send, what they get, both, or neither."""

NAME = "{name}"
"""Stands in the text of a difference for the name of the part that it is about."""

IS_REQUIRED = ", which is required"
"""Stands at the end of the text of a member that came and is required."""

_INSIDE = ("[", "{", "(")

Via = tuple[Address, Address, str, str]
"""The place of a reference in the old document and in the new one, and the names of its ends."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Delta:
    """A difference: in which object, at which part of a schema, and what it is.

    `where` are the words for the object, from the one that was compared on. `path` are the names of
    properties on the way to the part, `[]` for the members of a list and `{}` for those of a map.
    `address` is the place in the new document, or where it would be; `also` are further places
    that say the same thing. `member` is the member of the list at the address that came or went,
    `word` the keyword of a schema that differs. `unseen` is a place of a document: the difference
    counts unless something led there.

    `kind` is the kind of object that differs, and `key` the field of it, empty for the object as a
    whole. `before` and `after` are the values there. `was` is the place in the old document, where
    it is known. `holder` is the kind of object that a schema belongs to directly. `only` is the
    one direction in which the part travels, for what is read-only or write-only. `via` is a
    reference that leads to another component now, and to the part. `base` are the old and the new
    place of a schema that extends another component now, which the part is from. `depth` is the
    length of the path to either. `parts` are the differences that this one stands for. `is_whole`
    says of a type that the schema said nothing else before or now, `is_reference` of a member that
    it is written as a reference.
    """

    where: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    text: str
    address: Address
    also: tuple[Address, ...] = ()
    member: Tree = MISSING
    direction: Direction = ""
    word: str = ""
    unseen: tuple[str, Address] | None = None
    kind: str = ""
    key: str = ""
    before: Tree = MISSING
    after: Tree = MISSING
    was: Address | None = None
    holder: str = ""
    only: str = ""
    via: Via | None = None
    base: tuple[Address, Address] | None = None
    depth: int = 0
    parts: tuple[Delta, ...] = ()
    is_whole: bool = False
    is_reference: bool = False

    @property
    def message(self) -> str:
        """The difference in words."""
        name = _name(self.path)
        quoted = f"`{name}`" if name else ""
        if NAME in self.text:
            said = self.text.replace(NAME, quoted)
        else:
            said = f"{quoted} {self.text}" if quoted else self.text
        return " ".join([*self.where, said])


def below(
    deltas: Iterable[Delta],
    *,
    where: tuple[str, ...] = (),
    path: tuple[str, ...] = (),
) -> Iterator[Delta]:
    """Differences of a part as those of the whole."""
    for delta in deltas:
        # Inside another object the names of properties begin anew.
        yield replace(
            delta,
            where=(*where, *delta.where),
            path=(*path, *delta.path) if not delta.where else delta.path,
            depth=len(path) + delta.depth if not delta.where else delta.depth,
        )


def _name(path: Iterable[str]) -> str:
    name = ""
    for token in path:
        name += token if not name or token.startswith(_INSIDE) else f".{token}"
    return name
