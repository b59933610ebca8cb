# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Fields that must be there and have one value alone: nobody has to give it, and it is sent all the same."""

from __future__ import annotations

from typing import Any, Final

from pydantic_core import core_schema

from ._exact import LISTED

_FIELDS: Final = "model-fields"


def with_constants(schema: Any) -> Any:
    """The schema of the fields of a model in which the only value of a required field is given where it is not there.

    So `kind: Literal["cat"] = "cat"` counts among the fields that were set. In JSON it must be there.
    """
    fields = schema["fields"] if schema["type"] == _FIELDS else {}
    values = {name: field["schema"]["default"] for name, field in fields.items() if _is_constant(field["schema"])}
    if not values:
        return schema
    required = {**fields, **{name: {**fields[name], "schema": fields[name]["schema"]["schema"]} for name in values}}
    names = {name: {name, fields[name].get("validation_alias", name)} for name in values}

    def complete(given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        missing = {name: values[name] for name in values if not names[name] & given.keys()}
        return {**missing, **given} if missing else given

    inner: Any = {**schema, "fields": required}
    return core_schema.json_or_python_schema(inner, core_schema.no_info_before_validator_function(complete, inner))


def _is_constant(schema: Any) -> bool:
    """Whether a field has its only value as its default."""
    inner = schema.get("schema", {}) if schema["type"] == "default" else {}
    listed = inner.get("expected") or inner.get("metadata", {}).get(LISTED)
    return bool(listed == [schema.get("default")])
