"""Makes the review of one API: what breaks, what is new, what else changes, and the version."""

from __future__ import annotations

import pytest
from tests.review.changes import in_python, on_the_wire

from specmend.diff.change import Change
from specmend.review.records import FileCount, Review, Side
from specmend.review.review import Compared, review_of
from specmend.settings.bump import BumpSettings
from specmend.surface.change import SurfaceChange

BASE = Side(name="main", package="pets", version="1.2.0")
HEAD = Side(name="work", package="pets", version="1.2.0")
BARE = Side(name="main", version="1.2.0")
GONE = Side(name="work", is_there=False)

LOST_ON_THE_WIRE = on_the_wire("operation-removed")
NEW_ON_THE_WIRE = on_the_wire("operation-added", "/paths/~1toys/get", subject="GET /toys")
OTHER_TYPE = in_python("field-type")
NEW_NAME = in_python("name-new", "Toy")
OLD_FASHIONED = in_python("deprecated", "Cat")


def reviewed(
    wire: tuple[Change, ...] = (),
    package: tuple[SurfaceChange, ...] = (),
    *,
    base: Side = BASE,
    head: Side = HEAD,
    doubt: str = "",
    files: tuple[FileCount, ...] = (),
    settings: BumpSettings | None = None,
) -> Review:
    return review_of(
        Compared(
            api="pets",
            base=base,
            head=head,
            wire=wire,
            package=package,
            doubt=doubt,
            files=files,
            has_other_files=bool(files),
            settings=settings or BumpSettings(),
        )
    )


def test_nothing_that_differs_is_a_review_without_a_word() -> None:
    review = reviewed()
    assert (review.breaks, review.wire_only, review.new, review.changed) == ((), (), (), ())
    assert review.bump.part == "none"
    assert review.problems == ()


@pytest.mark.parametrize(
    ("wire", "package", "counts", "version"),
    [
        # how many break, break on the wire only, are new, are something else
        ((), (OTHER_TYPE,), (1, 0, 0, 0), "2.0.0"),
        ((LOST_ON_THE_WIRE,), (), (0, 1, 0, 0), "1.3.0"),
        ((), (NEW_NAME,), (0, 0, 1, 0), "1.3.0"),
        ((), (OLD_FASHIONED,), (0, 0, 0, 1), "1.3.0"),
        ((LOST_ON_THE_WIRE,), (OTHER_TYPE, NEW_NAME, OLD_FASHIONED), (1, 1, 1, 1), "2.0.0"),
    ],
)
def test_each_cause_stands_in_one_list_and_the_worst_makes_the_version(
    wire: tuple[Change, ...],
    package: tuple[SurfaceChange, ...],
    counts: tuple[int, int, int, int],
    version: str,
) -> None:
    review = reviewed(wire, package)
    lists = (review.breaks, review.wire_only, review.new, review.changed)
    assert tuple(map(len, lists)) == counts
    assert review.bump.new == version


def test_without_a_package_the_document_says_what_breaks() -> None:
    head = Side(name="work", version="1.2.0")
    review = reviewed((LOST_ON_THE_WIRE, NEW_ON_THE_WIRE), base=BARE, head=head)
    assert len(review.breaks) == 1
    assert review.wire_only == ()
    assert [cause.wire for cause in review.new] == [(NEW_ON_THE_WIRE,)]
    assert review.bump.new == "2.0.0"
    assert "in Python" not in review.summary


def test_where_nobody_knows_the_package_the_wire_makes_the_version() -> None:
    review = reviewed((LOST_ON_THE_WIRE,), doubt="it is not as it is built")
    assert review.bump.new == "2.0.0"
    assert "in Python nobody knows yet" in review.summary


@pytest.mark.parametrize(("base", "head"), [(GONE, HEAD), (BASE, GONE)])
def test_an_api_that_comes_or_goes_asks_for_no_version(base: Side, head: Side) -> None:
    review = reviewed((LOST_ON_THE_WIRE,), base=base, head=head)
    assert review.bump.part == "none"


def test_files_alone_are_a_patch() -> None:
    files = (FileCount(place="generated/pets", added=0, changed=1, removed=0),)
    assert reviewed(files=files).bump.new == "1.2.1"


def test_a_version_that_is_too_low_is_a_fault_until_a_reason_is_written() -> None:
    chosen = Side(name="work", package="pets", version="1.2.1")
    (problem,) = reviewed(package=(OTHER_TYPE,), head=chosen).problems
    assert (problem.found, problem.expected.split(",")[0]) == ("1.2.1", "2.0.0")
    excused = BumpSettings(lower={"1.2.1": "Nobody can have used the field."})
    assert reviewed(package=(OTHER_TYPE,), head=chosen, settings=excused).problems == ()
