"""Where the schemas of a composition stand, and whether a schema may be one of lists."""

from __future__ import annotations

from typing import Any

from specmend.document.tree.pointer import Address


def members(schema: Any, place: Address, keyword: str) -> list[Address]:
    """The places of the schemas that a keyword such as `allOf` lists."""
    listed = schema.get(keyword)
    count = len(listed) if isinstance(listed, list) else 0
    return [(*place, keyword, index) for index in range(count)]


def may_be_list(schema: Any) -> bool:
    """Whether a schema names arrays among its types, or no types."""
    types = schema.get("type", "array")
    return types == "array" or (isinstance(types, list) and "array" in types)
