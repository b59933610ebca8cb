"""Every status that an index may answer has a sentence, with no brace and no raw words in it."""

from __future__ import annotations

import pytest

from specmend.release.archives import Archive
from specmend.release.indexes import Index
from specmend.release.refusals import refused, taken
from specmend.release.upload import Sent

STATUSES = (
    *(0, 301, 302, 400, 401, 403, 404, 405, 409, 410),
    *(413, 418, 422, 429, 500, 502, 503, 504, 599),
)
WHEEL = Archive(name="tiny_shop-1.2.0-py3-none-any.whl", data=b"")
INDEX = Index(simple="https://index.example/simple/", upload="https://index.example/legacy/")


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("wait", [0.0, 12.0])
def test_a_status_has_a_sentence_and_advice(status: int, wait: float) -> None:
    (problem,) = refused(Sent(status=status, reason="{odd}", wait=wait), WHEEL, INDEX).problems
    assert "{" not in problem.message + problem.advice
    assert problem.advice
    assert problem.found == (f"{status} {{odd}}" if status else "{odd}")


def test_other_bytes_are_told_with_those_that_should_be_there() -> None:
    for meanwhile in (False, True):
        (problem,) = taken(WHEEL, INDEX, meanwhile=meanwhile).problems
        assert problem.expected == f"sha256 {WHEEL.digest}"
        assert "next version" in problem.advice
