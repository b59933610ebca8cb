"""The JSON Schemas of the standard for documents of each version, ready to be tried.

They are those of the OpenAPI Initiative, unchanged, in `validate/standard/`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from specmend.document.openapi.keywords import IDENTITY
from specmend.document.tree.breach import Checker, with_whole_numbers
from specmend.validate.rules.dialect import DIALECT
from specmend.validate.rules.direct import direct
from specmend.validate.rules.loosened import loosened

_FOLDER: Final = Path(__file__).parent.parent / "standard"


@cache
def checker_of(version: str, *, with_schemas: bool) -> Checker:
    """What checks whole documents of a version; `with_schemas` also those of 3.1 and 3.2.

    Formats do not count: rules of ours tell of patterns and URIs.
    """
    return Checker(schema_of(version, with_schemas=with_schemas))


@cache
def schema_of(version: str, *, with_schemas: bool) -> Mapping[str, Any]:
    """The JSON Schema of a version, as specmend tries it."""
    text = (_FOLDER / f"{version}.json").read_text("utf-8")
    schema: dict[str, Any] = loosened(direct(json.loads(text)))
    if version == "3.0":
        return with_whole_numbers(schema)  # type: ignore[no-any-return]
    if with_schemas:
        # As a part of this schema, in which the dialect has the name that the standard gives it.
        schema["$defs"]["schema"] = {key: DIALECT[key] for key in DIALECT if key not in IDENTITY}
    return schema
