"""The forms that a canonical schema can have, and what is in none of them."""

from __future__ import annotations

from typing import Any, Final

from specmend.document.openapi.keywords import BOUNDS, OF_THE_PLACE
from specmend.document.tree.pointer import Address
from specmend.generate.normalize.canonical.unions import TAGS

PLACE: Final = {*OF_THE_PLACE, "title", TAGS}
"""What any schema may say about the place where it stands."""

BOOLEANS: Final = {("additionalProperties", True), ("items", False)}
"""A map of anything, and a list that has no items but the first ones."""

FORMS: Final[dict[str, set[str]]] = {
    "anything": set(),
    "a reference": {"$ref"},
    "a constant": {"const"},
    "an enumeration": {"type", "enum"},
    "a union": {"anyOf", "discriminator"},
    "null": {"type"},
    "boolean": {"type"},
    "integer": {"type", *BOUNDS["integer"]},
    "number": {"type", *BOUNDS["number"]},
    "string": {"type", "format", *BOUNDS["string"]},
    "a list": {"type", "items", "prefixItems", *BOUNDS["array"]},
    "a map": {"type", "additionalProperties", *BOUNDS["object"]},
    "a class": {"type", "allOf", "properties", "required"},
}


def misfit(schema: Any, place: Address) -> str:
    """Why a schema at a place is none of ours, or nothing; not of what is inside of it."""
    if isinstance(schema, bool):
        return "" if (place[-1], schema) in BOOLEANS else f"{place}: {schema}"
    words = set(schema) - PLACE
    form = _form(schema, words)
    if form is None or words - FORMS[form]:
        return f"{place}: {sorted(words)} is not {form or 'of any form'}"
    if form == "a union" and not (len(schema["anyOf"]) > 1 and all(schema["anyOf"])):
        return f"{place}: a union of {schema['anyOf']}"
    lost = [parent for parent in schema.get("allOf", ()) if set(parent) != {"$ref"}]
    return f"{place}: {lost} are no parents" if lost else ""


def _form(schema: dict[str, Any], words: set[str]) -> str | None:
    if not words:
        return "anything"
    marks = {"$ref": "a reference", "anyOf": "a union", "const": "a constant"}
    marks |= {"enum": "an enumeration", "items": "a list", "additionalProperties": "a map"}
    marks |= {"properties": "a class", "allOf": "a class"}
    found = {form for word, form in marks.items() if word in words}
    if len(found) > 1:
        return None
    kind = schema.get("type")
    return found.pop() if found else kind if kind in FORMS else None
