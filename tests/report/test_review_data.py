"""Reviews as JSON has them: every field of the records, as the published schema says."""

from __future__ import annotations

import json

import jsonschema
from tests.repository import ROOT
from tests.review.changes import in_python, on_the_wire

from specmend.document.tree.values import MISSING
from specmend.errors import Problem
from specmend.report.review_data import reviews_data
from specmend.report.review_schema import REVIEW_SCHEMA
from specmend.review.records import (
    Bump,
    BumpReason,
    Cause,
    FileCount,
    LogRow,
    Notes,
    Review,
    Reviews,
    Side,
    StepChange,
    ToolMove,
    UpstreamChange,
)
from specmend.review.timeline import Timeline, TimelineRow, Version
from specmend.steps.step import Verdict

VALIDATOR = jsonschema.Draft202012Validator(REVIEW_SCHEMA)
CAUSE = Cause(
    by="upstream", wire=(on_the_wire("operation-removed"),), package=(in_python("field-gone"),)
)
STEP = StepChange(
    fate="changed",
    number=4,
    number_before=3,
    title="T",
    reason="R.",
    file="patches/pets/0004-t.yaml",
    verdict="applies",
    rows=(LogRow(path="$.info", original=MISSING, updated=None),),
    diff=("-a", "+b"),
)
WHOLE = Review(
    api="pets",
    base=Side(name="main", commit="1234", version="1.0.0"),
    head=Side(name="the working tree", package="pets"),
    summary="Said.",
    bump=Bump(
        part="major",
        old="1.0.0",
        new="2.0.0",
        reasons=(BumpReason(part="major", on="wire", words="w"),),
    ),
    breaks=(CAUSE,),
    wire_only=CAUSE.wire,
    new=(CAUSE,),
    changed=(CAUSE,),
    doubt="nothing is built",
    timeline=Timeline(
        versions=(Version(name="2026-01-02", detail="version 1"), Version(name="now")),
        rows=(
            TimelineRow(
                number=4, title="T", verdicts=(None, Verdict.ALREADY_UPSTREAM), mark="retired"
            ),
        ),
    ),
    steps=(STEP,),
    upstream=(UpstreamChange(change=CAUSE.wire[0], steps=(4,)),),
    tools=(ToolMove(name="t", old="1", new="2"),),
    files=(FileCount(place="generated/pets", added=1),),
    wire=CAUSE.wire,
    package=CAUSE.package,
    notes=Notes(added=("New.",)),
    remarks=("Known.",),
    problems=(Problem(message="wrong", file="f", line=1, column=2),),
)


def test_a_whole_review_is_what_the_schema_says() -> None:
    reviews = Reviews(base="main", head="here", summary="S.", apis=(WHOLE,), gone=("vets",))
    data = json.loads(json.dumps(reviews_data(reviews, ok=False)))
    VALIDATOR.validate(data)
    (review,) = data["apis"]
    assert review["steps"][0]["places"] == [{"path": "$.info", "updated": None}]
    assert review["upstream"][0]["steps"] == [4]
    assert review["problems"] == [{"message": "wrong", "file": "f", "line": 1, "column": 2}]
    assert review["level"] == "breaking"
    assert review["timeline"]["steps"][0]["verdicts"] == [None, "already-upstream"]


def test_nothing_is_what_the_schema_says() -> None:
    VALIDATOR.validate(reviews_data(Reviews(base="a", head="b", summary=""), ok=True))


def test_the_schema_is_the_published_one() -> None:
    jsonschema.Draft202012Validator.check_schema(REVIEW_SCHEMA)
    published = ROOT / "docs/reference/review.schema.json"
    assert json.loads(published.read_text("utf-8")) == REVIEW_SCHEMA


def test_what_lacks_something_is_refused() -> None:
    data = reviews_data(Reviews(base="a", head="b", summary="", apis=(WHOLE,)), ok=True)
    del data["apis"][0]["bump"]["reasons"]
    assert not VALIDATOR.is_valid(data)
