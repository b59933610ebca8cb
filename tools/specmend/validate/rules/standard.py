"""The JSON Schemas of the standard for documents of each version, ready to be tried.

They are those of the OpenAPI Initiative, which openapi-spec-validator brings as files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from specmend.document.openapi.keywords import IDENTITY
from specmend.document.tree.breach import Checker, with_whole_numbers
from specmend.validate.rules.dialect import DIALECT
from specmend.validate.rules.direct import direct
from specmend.validate.rules.loosened import loosened

_BRINGS_THEM: Final = "openapi_spec_validator"


@cache
def checker_of(version: str, *, with_schemas: bool) -> Checker:
    """What checks whole documents of a version; `with_schemas` also those of 3.1 and 3.2.

    Formats do not count: rules of ours tell of patterns and URIs.
    """
    return Checker(schema_of(version, with_schemas=with_schemas))


@cache
def schema_of(version: str, *, with_schemas: bool) -> Mapping[str, Any]:
    """The JSON Schema of a version, as specmend tries it."""
    schema: dict[str, Any] = loosened(direct(json.loads(_file_of(version).read_bytes())))
    if version == "3.0":
        return with_whole_numbers(schema)  # type: ignore[no-any-return]
    if with_schemas:
        # As a part of this schema, in which the dialect has the name that the standard gives it.
        schema["$defs"]["schema"] = {key: DIALECT[key] for key in DIALECT if key not in IDENTITY}
    return schema


def _file_of(version: str) -> Path:
    """The file of a version. The package itself is not loaded: it takes long, and is not needed."""
    package = find_spec(_BRINGS_THEM)
    folders = package.submodule_search_locations if package else None
    if not folders:
        raise ModuleNotFoundError(_BRINGS_THEM)
    return Path(folders[0], "resources", "schemas", f"v{version}", "schema.json")
