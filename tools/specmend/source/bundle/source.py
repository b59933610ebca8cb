"""One file of a document of many files, and who finds the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from specmend.document.text.document import Document
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.errors import Problem


@dataclass(frozen=True, kw_only=True, eq=False)
class Source:
    """One file: `key` tells it from all others, `name` is what messages call it.

    `words` are the folders on the way to it and its own name without ending, for the names of
    components. `document` is None for plain text. `depth` is how many references lead to it.
    """

    key: str
    name: str
    words: tuple[str, ...]
    tree: Tree
    document: Document | None = None
    depth: int = 0

    def problem(
        self,
        address: Address,
        message: str,
        *,
        found: str = "",
        expected: str = "",
        advice: str = "",
    ) -> Problem:
        """A problem at a place of this file."""
        line, column = self.document.place(address) if self.document else (1, 1)
        return Problem(
            message=message,
            file=self.name,
            line=line,
            column=column,
            found=found,
            expected=expected,
            advice=advice,
        )


class Library(Protocol):
    """Finds the files that references name."""

    def find(self, reference: str, base: Source) -> Source | tuple[Problem, ...]:
        """The file that a reference without its fragment names, seen from another file.

        Problems without a file belong to the place of the reference.
        """

    def is_own(self, reference: str, address: Address) -> bool:
        """Whether a reference in the root document means that document, or a schema of it."""
