"""One difference, told from the object or component that was compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from specmend.diff.api_change import Direction
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree

NAME = "{name}"
"""Stands in the text of a difference for the name of the part that it is about."""

_INSIDE = ("[", "{", "(")


@dataclass(frozen=True, kw_only=True, slots=True)
class Delta:
    """A difference: in which object, at which part of a schema, and what it is.

    `where` are the words for the object, from the one that was compared on. `path` are the names of
    properties on the way to the part, `[]` for the members of a list and `{}` for those of a map.
    `address` is the place in the new document, or where it would be; `also` are further places
    that say the same thing. `member` is the member of the list at the address that came or went,
    `word` the keyword of a schema that differs. `unseen` is a place of a document: the difference
    counts unless something led there.
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
        )


def _name(path: Iterable[str]) -> str:
    name = ""
    for token in path:
        name += token if not name or token.startswith(_INSIDE) else f".{token}"
    return name
