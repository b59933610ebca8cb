"""The versions of OpenAPI that specmend reads, and what checks each of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from specmend.document.tree.values import MISSING, Tree, get

READ: Final = ("3.0", "3.1", "3.2")


def version_of(tree: Tree) -> str:
    """The version that a document declares, without its last number; empty where it has none."""
    declared = get(tree, ("openapi",)) if isinstance(tree, dict) else MISSING
    return "" if declared is MISSING else ".".join(str(declared).split(".")[:2])


def document_validator(version: str) -> Any:
    """The validator of whole documents of a version, schemas of 3.1 and 3.2 left out."""
    return _classes(version).schema_validator


def validator_of(version: str) -> Callable[[Tree], Any]:
    """What makes a validator of values by a schema of a version."""
    checks = _classes(version).keyword_validators["default"]
    return partial(checks.value_validator_cls, format_checker=checks.value_validator_format_checker)


def _classes(version: str) -> Any:
    # The library takes its time to load.
    import openapi_spec_validator as known

    return {
        "3.0": known.OpenAPIV30SpecValidator,
        "3.1": known.OpenAPIV31SpecValidator,
        "3.2": known.OpenAPIV32SpecValidator,
    }[version]
