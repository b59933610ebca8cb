"""What reading operations needs, and what is worth a word on the way."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from specmend.generate.types.fields import FieldReader
from specmend.generate.types.kinds import Type
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import Writer


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """The types of a document, and how they are written in the class of a client.

    `hidden` are names of methods, under which a builtin type cannot be seen there. Faults and
    warnings are added to the two lists: the method and path of an operation, and the words.
    """

    types: TypeReader
    fields: FieldReader
    hidden: Collection[str] = ()
    faults: list[dict[str, str]] = field(default_factory=list)
    warnings: list[dict[str, str]] = field(default_factory=list)

    def fault(self, method: str, path: str, words: str) -> None:
        """Note why an operation cannot be a method."""
        self.faults.append({"method": method, "path": path, "words": words})

    def warn(self, method: str, path: str, words: str) -> None:
        """Note what the method of an operation does without."""
        self.warnings.append({"method": method, "path": path, "words": words})

    def received(self, kind: Type) -> str:
        """The annotation of a value that comes from the server."""
        return Writer(hidden=self.hidden).write(kind)

    def given(self, kind: Type, *, upload: bool = False) -> str:
        """The annotation of an argument: any sequence for a list, a dict in place of a model."""
        return Writer(hidden=self.hidden, given=True, upload=upload).write(kind)

    def checked(self, kind: Type) -> str:
        """The type that a value is checked against, with bounds, in a module of its own."""
        return Writer(checked=True).write(kind)
