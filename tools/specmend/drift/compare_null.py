"""A schema that shall accept null, and does in the spelling of another version of OpenAPI."""

from __future__ import annotations

from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift.intended import IntendedChange
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.locator import Locator
from specmend.matching.spelling import knows_nullable


def null_in_other_spelling(
    locator: Locator,
    change: IntendedChange,
) -> Comparison | None:
    """A schema that shall accept null, and does in the spelling of the other version.

    OpenAPI 3.0 says `nullable: true`; since 3.1, "null" is one of the types.
    """
    parent = locator.locate(change.parent)
    schema = get(locator.new, parent.at) if parent.whole else MISSING
    if not isinstance(schema, dict) or not change.address:
        return None
    keyword = _keyword_of_null(schema, in_30=knows_nullable(locator.new))
    if not keyword or keyword == change.key or not _adds_null(change):
        return None
    # A step that says it once more was recorded where this said it already.
    if same(get(locator.old, (*change.parent, keyword)), schema[keyword]):
        return None
    return Comparison(
        intended=change,
        state=ThreeWay.ALREADY_APPLIED,
        match=parent,
        at=(*parent.at, keyword),
        now=schema[keyword],
    )


def _keyword_of_null(schema: dict[str, Tree], *, in_30: bool) -> str:
    """The keyword by which a schema accepts null; empty where it does not."""
    types = schema.get("type")
    if isinstance(types, list) and "null" in types:
        return "type"
    if in_30 and schema.get("nullable") is True:
        return "nullable"
    return ""


def _adds_null(change: IntendedChange) -> bool:
    if change.key == "nullable":
        return change.after is True
    if change.key != "type" or not isinstance(change.after, list):
        return False
    if isinstance(change.before, list):
        return [*change.before, "null"] == change.after
    return [change.before, "null"] == change.after
