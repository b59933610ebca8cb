"""Documents of Swagger 2.0, written as OpenAPI 3.0 in the format that they have."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from specmend.document.text.document import Document
from specmend.document.text.editing.reserialize import reserialize
from specmend.errors import EditRefused, OutsideError, Problem
from specmend.source.swagger.convert import convert_swagger

RULE: Final = "swagger 1"
"""What converted a document, with its version: another one may give another document."""


def is_swagger(document: Document) -> bool:
    """Whether a document is one of Swagger 2.0."""
    tree = document.tree
    return isinstance(tree, dict) and "swagger" in tree and "openapi" not in tree


def convert(original: Document, name: str) -> tuple[Document, tuple[Problem, ...]]:
    """The document of OpenAPI 3.0, and a remark for each thing that has no counterpart there.

    The remarks call the original by `name`. Raises OutsideError where no text says the result.
    """
    conversion = convert_swagger(original.tree)
    shown = replace(original, name=name)
    try:
        made = reserialize(original, conversion.tree)
    except EditRefused as error:
        raise OutsideError(*error.problems) from error
    remarks = (shown.problem(remark.address, remark.message) for remark in conversion.remarks)
    return made, tuple(remarks)
