"""Types with the names for types written out."""

from __future__ import annotations

from typing import Final

from specmend.surface.records import ROOT, Alias, Class, Surface
from specmend.surface.types import ANY, known_words, names_in, renamed, replaced

_DEPTH: Final = 8
"""How many names behind names are written out; the rest stay as they are."""


class Expander:
    """Writes out the names for types of one package."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._known: dict[str, str] = {}

    def expanded(self, text: str) -> str:
        """The type with the types that its names stand for; a name that contains itself stays.

        Type variables, and what the package does not have, are Any.
        """
        if text not in self._known:
            whole = self._expanded(text, _DEPTH, frozenset())
            self._known[text] = without_variables(whole, self)
        return self._known[text]

    def given(self, text: str) -> str:
        """The type of what users can give: anything where a type variable stands for it."""
        return "object" if text in self._surface.free else text

    def is_class(self, name: str) -> bool:
        """Whether a full name is a class of the package."""
        path = name.removeprefix(f"{ROOT}.")
        return isinstance(self._surface.things.get(path), Class) or name in self._surface.private

    def is_known(self, name: str) -> bool:
        """Whether a full name stands for something that the package has, type variables apart."""
        path = name.removeprefix(f"{ROOT}.")
        return path in self._surface.things or name in self._surface.hidden or self.is_class(name)

    def _alias(self, name: str) -> Alias | None:
        thing = self._surface.things.get(name.removeprefix(f"{ROOT}."))
        return thing if isinstance(thing, Alias) else self._surface.hidden.get(name)

    def _expanded(self, text: str, depth: int, inside: frozenset[str]) -> str:
        texts: dict[str, str] = {}
        for name in names_in(text):
            alias = self._alias(name)
            if alias is not None and name not in inside and depth:
                texts[name] = self._expanded(alias.type, depth - 1, inside | {name})
        return replaced(text, texts) if texts else text


def without_variables(text: str, expander: Expander) -> str:
    """The type with Any for type variables and for what the package does not have."""
    start = f"{ROOT}."
    names = [name for name in names_in(text) if name.startswith(start)]
    variables = {name: ANY for name in names if not _is_known(name, expander)}
    return known_words(renamed(text, variables))


def _is_known(name: str, expander: Expander) -> bool:
    return expander.is_known(name) or expander.is_class(name.rpartition(".")[0])
