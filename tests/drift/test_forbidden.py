"""`not` with several values says the same as several `not` with one value each."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.faults import TEXT, less, put, remove
from tests.drift.test_proof import ASKED, document, judged, judged_on

from specmend.steps.step import Verdict


def neither(*values: Any) -> dict[str, Any]:
    """A schema that forbids values by one keyword."""
    return {**TEXT, "not": {"enum": list(values)}}


def not_one(value: Any) -> dict[str, Any]:
    """A schema that forbids one value."""
    return {"not": {"const": value}}


BOTH = neither("a", "b")
APART = {**TEXT, "allOf": [not_one("a"), not_one("b")]}
ANY = {**TEXT, "not": {"anyOf": [{"const": "a"}, {"enum": ["b"]}]}}
DEEP = {**TEXT, "allOf": [{"allOf": [{"not": {"enum": ["a"]}}]}, not_one("b")]}
PATTERNS = {**TEXT, "not": {"anyOf": [{"pattern": "^x"}, {"pattern": "^y"}]}}
PATTERNS_APART = {
    **TEXT,
    "allOf": [{"not": {"pattern": "^x"}}, {"not": {"title": "Y", "pattern": "^y"}}],
}
TYPES = {"not": {"type": ["string", "array"]}}
TYPES_APART = {"allOf": [{"not": {"type": "string"}}, {"not": {"type": "array"}}]}
TAKING: list[tuple[str, dict[str, Any]]] = [
    ("one value", less(".not.enum", "a")),
    ("the list", put(".not.enum", ["b"])),
    ("all", remove(".not")),
]
ALIVE: list[tuple[str, Any, dict[str, Any], Any]] = [
    ("as it was", BOTH, less(".not.enum", "a"), {**BOTH, "title": "T"}),
    *(
        (f"{name}, {kind}", BOTH, fields, now)
        for name, fields in TAKING
        for kind, now in (("apart", APART), ("any", ANY), ("deep", DEEP), ("one", neither("a")))
    ),
    ("a branch, now one", APART, remove(".allOf[0]"), BOTH),
    ("a branch's, now one", APART, remove(".allOf[?@.not.const == 'a'].not"), BOTH),
    ("branches, now one", APART, remove(".allOf"), BOTH),
    ("branches, now any", APART, remove(".allOf[0]"), ANY),
    ("any, now apart", ANY, remove(".not.anyOf[0]"), APART),
    ("patterns", PATTERNS, remove(".not.anyOf[0]"), PATTERNS_APART),
    ("all patterns", PATTERNS, remove(".not"), PATTERNS_APART),
    ("types", TYPES, less(".not.type", "string"), TYPES_APART),
    ("type of a list", TYPES, put(".not.type", "array"), TYPES_APART),
]
MENDED: list[tuple[str, Any, dict[str, Any], Any]] = [
    ("gone", BOTH, remove(".not"), TEXT),
    ("another branch", BOTH, remove(".not"), {**TEXT, "allOf": [{"title": "T"}]}),
    ("one value", BOTH, less(".not.enum", "a"), neither("b")),
    ("the rest, apart", BOTH, less(".not.enum", "a"), {**TEXT, "allOf": [not_one("b")]}),
    ("branches", APART, remove(".allOf"), TEXT),
]


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in ALIVE])
@pytest.mark.parametrize("place", ["component", "property", "parameter"])
def test_what_is_still_forbidden_is_no_reason_to_retire(row: Any, place: str) -> None:
    verdict = judged(row, place, "3.1.0")
    assert verdict.verdict in {*ASKED, Verdict.APPLIES}, verdict.message


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in MENDED])
@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
def test_what_is_allowed_by_now_is_mended(row: Any, version: str) -> None:
    verdict = judged(row, "parameter", version)
    assert verdict.verdict is Verdict.ALREADY_UPSTREAM, verdict.message


def test_a_schema_that_stands_for_any_value_forbids_none() -> None:
    old, new = document(BOTH, "component", "3.1.0"), document({}, "component", "3.1.0")
    fields = {**remove(".not"), "target": "$.components.schemas.Pet.not"}
    assert judged_on(old, new, fields).verdict is Verdict.ALREADY_UPSTREAM
