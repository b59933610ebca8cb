"""The document that a package is made of, as data and as the file that a person can open."""

from __future__ import annotations

from dataclasses import dataclass, replace

from specmend.document.text.document import Document
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree
from specmend.errors import Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A sanitized document; `document` has the places in its file, if there is one.

    `api` is the name of the API in the commands that messages propose.
    """

    tree: Tree
    document: Document | None = None
    api: str = "API"

    def problem(
        self,
        address: Address,
        message: str,
        *,
        found: str = "",
        expected: str = "",
        advice: str = "",
        cause: str = "",
        step: str = "",
        owner: Address | None = None,
    ) -> Problem:
        """A problem at a place of the document, with file, line and column where they are known.

        `owner` is what cannot be made because of it, where that is more than the place itself.
        """
        known = Problem(message=message, found=found, expected=expected, advice=advice)
        if self.document is not None:
            known = self.document.problem(
                address, message, found=found, expected=expected, advice=advice
            )
        return replace(known, cause=cause, step=step, address=address if owner is None else owner)

    def where(self, address: Address) -> str:
        """A place as `file:line:column`, or as a path where there is no file."""
        return self.problem(address, "").location or format_path(address)
