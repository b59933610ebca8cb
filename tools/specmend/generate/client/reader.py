"""What reading operations needs, and what is worth a word on the way."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from specmend.generate.client.security import Security
from specmend.generate.client.server import ServerArgument
from specmend.generate.types.fields import FieldReader
from specmend.generate.types.kinds import Type
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import Writer


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """The types of a document, and how they are written in the class of a client.

    `version` is that of OpenAPI that the document was written in. `hidden` are names of methods,
    under which a builtin type cannot be seen there. With `extras` every method takes what a single
    call may say of its request. Faults and warnings are added to the two lists: the method and path
    of an operation, the words, and the place inside of the operation.
    """

    types: TypeReader
    fields: FieldReader
    version: str = ""
    hidden: Collection[str] = ()
    extras: bool = True
    security: Security = field(default_factory=Security)
    variables: Sequence[ServerArgument] = ()
    faults: list[dict[str, Any]] = field(default_factory=list)
    warnings: list[dict[str, Any]] = field(default_factory=list)

    def fault(self, method: str, path: str, words: str, *at: str | int) -> None:
        """Note why an operation cannot be a method; `at` as in `warn`."""
        self.faults.append({"method": method, "path": path, "words": words, "at": list(at)})

    def warn(self, method: str, path: str, words: str, *at: str | int) -> None:
        """Note what the method of an operation does without.

        `at` are the keys that lead from the operation to the place that the words are about. A
        parameter is named by its place and name: `"parameters", "query", "limit", "style"`. Keys
        that the document does not have are left out from the end.
        """
        self.warnings.append({"method": method, "path": path, "words": words, "at": list(at)})

    def received(self, kind: Type) -> str:
        """The annotation of a value that comes from the server."""
        return Writer(hidden=self.hidden).write(kind)

    def given(self, kind: Type, *, upload: bool = False) -> str:
        """The annotation of an argument: any sequence for a list, a dict in place of a model."""
        return Writer(hidden=self.hidden, given=True, upload=upload).write(kind)

    def checked(self, kind: Type) -> str:
        """The type that a value is checked against, with bounds, in a module of its own."""
        return Writer(checked=True).write(kind)
