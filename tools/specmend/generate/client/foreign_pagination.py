"""Marks of other tools for lists that come in pages, as our own `x-pagination`."""

from __future__ import annotations

from typing import Any, Final

from specmend.document.tree.pointer import format_pointer

SPEAKEASY: Final = "x-speakeasy-pagination"
FERN: Final = "x-fern-pagination"
AZURE: Final = "x-ms-pageable"

_REQUEST: Final = "$request."


def as_own_mark(node: dict[str, Any]) -> tuple[str, dict[str, Any] | None]:
    """The name of the mark that an operation has, and what it says in our words.

    None where there is none, or where it says that there are no pages.
    """
    for name, read in ((SPEAKEASY, _speakeasy), (FERN, _fern), (AZURE, _azure)):
        mark = node.get(name)
        if isinstance(mark, dict):
            own = read(mark)
            return name, None if own is None else _without_none(own)
    return "", None


def _speakeasy(mark: dict[str, Any]) -> dict[str, Any]:
    """`type` with `inputs` and `outputs` (speakeasy.com/docs/customize-sdks/pagination)."""
    inputs = mark.get("inputs")
    listed = inputs if isinstance(inputs, list) else []
    by_type = {one.get("type"): one.get("name") for one in listed if isinstance(one, dict)}
    outputs = mark.get("outputs")
    found = outputs if isinstance(outputs, dict) else {}
    items = found.get("results")
    if mark.get("type") == "cursor":
        argument, following = by_type.get("cursor"), found.get("nextCursor")
        return {"kind": "cursor", "argument": argument, "next": following, "items": items}
    if mark.get("type") == "url":
        return {"kind": "link", "next": found.get("nextUrl"), "items": items}
    kind = "offset" if "offset" in by_type else "page"
    total = found.get("numPages") if kind == "page" else None
    return {"kind": kind, "argument": by_type.get(kind), "items": items, "total": total}


def _fern(mark: dict[str, Any]) -> dict[str, Any]:
    """`cursor` with `next_cursor`, or `offset`, which counts pages unless there is a `step`."""
    items, more = mark.get("results"), mark.get("has-next-page")
    if "cursor" in mark:
        argument, following = _argument(mark["cursor"]), mark.get("next_cursor")
        return {"kind": "cursor", "argument": argument, "next": following, "items": items}
    kind = "offset" if "step" in mark else "page"
    argument = _argument(mark.get("offset"))
    return {"kind": kind, "argument": argument, "items": items, "more": more}


def _azure(mark: dict[str, Any]) -> dict[str, Any] | None:
    """`nextLinkName` and `itemName` (AutoRest); without a link there is one page only."""
    link = mark.get("nextLinkName")
    if not isinstance(link, str):
        return None
    items = mark.get("itemName") or "value"
    return {"kind": "link", "next": format_pointer((link,)), "items": format_pointer((items,))}


def _argument(text: Any) -> Any:
    return text.removeprefix(_REQUEST) if isinstance(text, str) else text


def _without_none(mark: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in mark.items() if value is not None}
