"""How the items of a list are written: `collectionFormat` as `style` and `explode`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

from specmend.document.tree.values import Tree
from specmend.source.swagger.notes import Fields, Notes, Place

Where = Literal["path", "query", "header", "cookie", "form", "multipart"]
"""Where a list is sent: the `in` of a parameter, or a form of one of the two media types."""

SEPARATORS: Final[Mapping[str, str]] = {"csv": ",", "ssv": " ", "tsv": "\t", "pipes": "|"}
"""Swagger 2.0, Parameter Object, `collectionFormat`; `multi` besides repeats the name."""

_JOINED: Final = {"style": "form", "explode": False}
_REPEATED: Final = {"style": "form", "explode": True}
_IN_QUERY: Final[Mapping[str, Mapping[str, Any]]] = {
    "csv": _JOINED,
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
    "multi": _REPEATED,
}

STYLES: Final[Mapping[Where, Mapping[str, Mapping[str, Any]]]] = {
    "query": _IN_QUERY,
    "form": _IN_QUERY,
    "path": {"csv": {}},
    "header": {"csv": {}},
    "cookie": {"csv": _JOINED},
    "multipart": {"multi": {}},
}
"""The fields that say the same in OpenAPI (3.0.4 section 4.7.12.3), beyond its defaults.

What is not here has no counterpart: a path and a header know commas only, and each part of a
multipart body holds one item (section 4.7.15).
"""


def style_of(holder: Fields, where: Where, place: Place, notes: Notes) -> Mapping[str, Any] | None:
    """The fields of OpenAPI for the list that a parameter or header is; None where there are none.

    `multi` is for queries and forms alone; elsewhere it is taken for `csv`, the default.
    """
    stated = holder.get("collectionFormat", "csv")
    styles = STYLES[where]
    if isinstance(stated, str) and stated in styles:
        return styles[stated]
    if stated == "multi":
        message = f"`multi` is not for a {where}: commas between the items are assumed."
        notes.remark((*place.old, "collectionFormat"), message)
        return styles["csv"]
    return None


def joined(holder: Fields, place: Place, notes: Notes) -> dict[str, Tree]:
    """The fields of a list as those of one text, which the caller has to join.

    What OpenAPI cannot say is kept as `x-collectionFormat` and `x-items`.
    """
    stated = holder.get("collectionFormat", "csv")
    separator = SEPARATORS.get(stated) if isinstance(stated, str) else None
    notes.remark(place.old, _message(stated, separator))
    fields = {key: value for key, value in holder.items() if key not in _OF_LISTS}
    if "default" in fields:
        fields["default"] = joined_value(holder, fields["default"])
    kept = {"x-items": holder["items"]} if "items" in holder else {}
    return {**fields, "type": "string", "x-collectionFormat": stated, **kept}


def joined_value(holder: Fields, value: Tree) -> Tree:
    """A value of such a list as one text, where its format has a separator."""
    stated = holder.get("collectionFormat", "csv")
    separator = SEPARATORS.get(stated) if isinstance(stated, str) else None
    if separator is None or not isinstance(value, list):
        return value
    return separator.join(map(_text, value))


_OF_LISTS: Final = (
    *("collectionFormat", "items", "minItems", "maxItems", "uniqueItems", "format", "enum"),
)


def _message(stated: Tree, separator: str | None) -> str:
    if separator is None:
        return "OpenAPI 3.0 does not know this way to write a list: it is one text now."
    return (
        f"OpenAPI 3.0 cannot say that items are joined as `{stated}` here:"
        " it is one text now, to be joined by the caller."
    )


def _text(value: Tree) -> str:
    """A value as it stands in an address or header: booleans in small letters, as in JSON."""
    return str(value).lower() if isinstance(value, bool) else str(value)
