"""The one sentence of a review, and that of several."""

from __future__ import annotations

import pytest
from tests.review.changes import in_python, on_the_wire

from specmend.review.records import Bump, Cause, Review, Side
from specmend.review.summary import (
    SHORT,
    package_verdict,
    summary_of,
    summary_of_all,
    wire_verdict,
)

PATCH = Bump(part="patch", old="1.0.0", new="1.0.1")
SIDE = Side(name="main")


@pytest.mark.parametrize(
    ("bump", "wire", "package", "sentence"),
    [
        (PATCH, "no change", "no change",
         "On the wire no change; in Python no change; patch version 1.0.0 → 1.0.1."),
        (PATCH, "1 change breaks", "",
         "On the wire 1 change breaks; patch version 1.0.0 → 1.0.1."),
        (Bump(part="none", old="1", new="1"), "no change", "no change",
         "On the wire no change; in Python no change; no new version is needed."),
        (Bump(part="major", old="1.1.0", new="1.1.0"), "no change", "no change",
         "On the wire no change; in Python no change; version 1.1.0 is high enough."),
        (Bump(part="minor", old="1.0.0", new="1.1.0", given="2.0.0"), "a", "b",
         "On the wire a; in Python b; minor version 1.0.0 → 2.0.0."),
        (Bump(part="minor", old="1.0.0", new="1.1.0", given="1.0.1", is_enough=False), "a", "b",
         "On the wire a; in Python b; version 1.0.1 is too low, 1.1.0 is the least."),
    ],
)  # fmt: skip
def test_both_verdicts_and_the_version_are_told(
    bump: Bump, wire: str, package: str, sentence: str
) -> None:
    said = summary_of(bump, wire, package, is_empty=False, is_new=False, is_gone=False)
    assert said == sentence


@pytest.mark.parametrize(
    ("bump", "words"),
    [
        (Bump(part="none", old="1", new="1"), "the next version is not known"),
        (PATCH, "at least patch version 1.0.0 → 1.0.1"),
        (Bump(part="major", old="1.0.0", new="2.0.0"), "major version 1.0.0 → 2.0.0"),
        (
            Bump(part="minor", old="1.0.0", new="1.1.0", given="1.0.1", is_enough=False),
            "version 1.0.1 is too low, 1.1.0 is the least",
        ),
    ],
)
def test_where_the_package_is_not_known_the_version_is_the_least_one(
    bump: Bump, words: str
) -> None:
    told = package_verdict([], 3, is_known=False)
    flags = {"is_empty": False, "is_new": False, "is_gone": False, "is_known": False}
    said = summary_of(bump, "no change", told, **flags)
    assert said == f"On the wire no change; in Python nobody knows yet; {words}."
    broken = Cause(by="", package=(in_python("field-gone"),))
    assert package_verdict([broken], 3, is_known=False) == "1 change breaks and more may"


@pytest.mark.parametrize(
    ("breaking", "others", "words"),
    [
        (0, 0, "no change"),
        (0, 1, "1 change, no break"),
        (0, 2, "2 changes, no break"),
        (1, 3, "1 change breaks"),
        (2, 3, "2 changes break"),
    ],
)
def test_the_verdict_on_the_wire(breaking: int, others: int, words: str) -> None:
    assert wire_verdict(breaking, others) == words


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        ([], "3 changes, no break"),
        (["field-gone"], "1 change breaks"),
        (["field-type"], "1 change breaks types alone"),
        (["field-type", "field-can-be-none"], "2 changes break types alone"),
        (["field-type", "field-gone"], "2 changes break"),
    ],
)
def test_the_verdict_on_the_package_counts_causes(ids: list[str], words: str) -> None:
    causes = [Cause(by="upstream", package=(in_python(one),)) for one in ids]
    assert package_verdict(causes, 3) == words


def review(name: str, *, breaks: bool = False) -> Review:
    causes = (Cause(by="upstream", wire=(on_the_wire("operation-removed"),)),) if breaks else ()
    return Review(api=name, base=SIDE, head=SIDE, summary="Said.", bump=PATCH, breaks=causes)


@pytest.mark.parametrize(
    ("reviews", "gone", "sentence"),
    [
        ([], [], "Nothing changed for any API since main."),
        ([review("pets")], [], "pets: Said."),
        ([review("pets"), review("vets", breaks=True)], [],
         "pets no break (1.0.0 → 1.0.1); vets breaks (1.0.0 → 1.0.1)."),
        ([], ["cats"], "cats removed."),
        ([review("pets")], ["cats"], "pets no break (1.0.0 → 1.0.1); cats removed."),
        ([review(f"api-number-{n}", breaks=n > 7) for n in range(9)], [],
         "9 APIs changed, 1 with breaks."),
    ],
)  # fmt: skip
def test_all_together_are_one_short_sentence(
    reviews: list[Review], gone: list[str], sentence: str
) -> None:
    assert summary_of_all(reviews, gone, "main") == sentence


def test_a_long_sentence_is_cut_for_the_status_of_a_commit() -> None:
    assert len(summary_of_all([], [], "a" * 300)) == SHORT
