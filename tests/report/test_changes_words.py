"""Changes in words."""

from __future__ import annotations

from tests.diff.pairs import api, entries, json_of
from tests.diff.test_changes import shared

from specmend.report.changes_words import by_level, fact, places, reaches, verdict

T = {"type": "string"}


def test_the_verdict_counts_each_level() -> None:
    old = api({"parameters": [{"name": "a", "in": "query"}], "summary": "A"})
    new = api({"requestBody": {**json_of(T), "required": True}, "summary": "B"})
    assert verdict(entries(old, new)) == ("3 changes: 1 breaks, 1 may break, 1 is for information.")
    assert verdict(()) == "Nothing changed that a call or a reader sees."
    headings = [heading for heading, _ in by_level(entries(old, new))]
    assert headings == ["What breaks", "What may break", "What else changed"]


def test_one_fact_with_its_places_and_what_it_reaches() -> None:
    (change,) = entries(shared(T), shared({**T, "maxLength": 3}))
    assert fact(change) == "schema S (sent): gained maxLength 3"
    assert places(change).startswith("new.json:")
    (other,) = entries(shared({**T, "maxLength": 4}), shared({**T, "maxLength": 5}))
    assert places(other).startswith("old.json:")
    assert " → new.json:" in places(other)
    assert reaches(change) == "POST /p00, POST /p01, POST /p02 and 27 more"


def test_a_subject_that_is_the_operation_needs_no_more_words() -> None:
    (change,) = entries(api(), api({"summary": "S"}))
    assert reaches(change) == ""
    assert fact(change) == "POST /pets (sent): gained summary"


def test_what_is_gone_has_its_old_place_alone() -> None:
    (change,) = entries(api({"parameters": [{"name": "q", "in": "query"}]}), api())
    assert places(change) == "old.json:16:6"
