"""The words of the pages of a review."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.histories import MOVED
from tests.review.changes import on_the_wire as a_change

from specmend.report.review_words import (
    count,
    files_line,
    on_the_wire,
    sentence,
    title_of,
    tools_line,
    wire_only,
)
from specmend.review.records import FileCount, ToolMove


def test_words() -> None:
    assert (count(1, "line"), count(2000, "line")) == ("1 line", "2,000 lines")
    assert tools_line(ToolMove(name="ruff", old="1", new="2")) == "ruff 1 → 2"
    assert files_line(FileCount(place="a", added=1, removed=1200)) == "1 added, 1,200 removed"
    assert title_of(MOVED.apis[0]) == "pets: main → HEAD"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the argument `a` is gone", "The argument `a` is gone"),
        ("upstream already says this: $.a.b", "Upstream already says this: `$.a.b`"),
        (
            "it stands at $.paths['/a b'].get and $..x, too",
            "It stands at `$.paths['/a b'].get` and `$..x`, too",
        ),
        ("it costs 3 $ or $5", "It costs 3 $ or $5"),
        ("`$.a` is gone", "`$.a` is gone"),
        ("", ""),
    ],
)
def test_a_sentence_has_a_capital_letter_and_paths_as_code(text: str, shown: str) -> None:
    assert sentence(text) == shown


@pytest.mark.parametrize(
    ("place", "way", "told"),
    [
        ("/components/schemas/Pet/properties/a", "request", "S, in requests: "),
        ("/components/schemas/Pet/properties/a", "response", "S, in answers: "),
        ("/components/schemas/Pet/properties/a", "", "S, in requests and answers: "),
        ("/paths/~1pets/get", "request", "S: "),
        ("/paths/~1pets", "", "S: "),
    ],
)
def test_a_schema_is_told_with_its_direction(place: str, way: str, told: str) -> None:
    change = a_change("schema-type-changed", place, subject="S", way=way)
    assert on_the_wire(change) == f"{told}{change.words}"


def test_the_package_stays_whole_where_that_is_known() -> None:
    (review,) = MOVED.apis
    assert wire_only(review)[1] == "The Python package stays whole."
    assert "not known" in wire_only(replace(review, doubt="nothing is built"))[1]
