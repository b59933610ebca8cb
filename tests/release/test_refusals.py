"""Every status that an index may answer has a sentence, with no brace and no raw words in it."""

from __future__ import annotations

import pytest

from specmend.errors import OutsideError, Problem
from specmend.release.archives import Archive
from specmend.release.indexes import Index
from specmend.release.refusals import refused, taken, unasked
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


@pytest.mark.parametrize(
    ("status", "message", "advice"),
    [
        (0, "did not answer while tiny_shop", "run the same command again"),
        (301, "is no address for uploads", "publish-url"),
        (400, "the name was used before, or it does not like the metadata", "next version"),
        (401, "does not know the credentials", "TWINE_PASSWORD"),
        (403, "does not let these credentials upload tiny-shop", "a token that is valid"),
        (404, "knows no project tiny-shop", "made first"),
        (405, "is no address for uploads", "publish-url"),
        (407, "a proxy on the way to", "HTTPS_PROXY"),
        (408, "did not answer while tiny_shop", "run the same command again"),
        (409, "and takes no name twice", "next version"),
        (413, "is too large for", "a higher limit"),
        (418, "refuses tiny_shop", "its rules"),
        (429, "takes no more uploads for now", "wait 7 seconds"),
        (500, "is out of order", "run the same command again"),
        (501, "is no address for uploads", "publish-url"),
        (503, "is out of order", "run the same command again"),
        (507, "has no room for tiny_shop", "run the same command again"),
    ],
)
def test_each_cause_has_its_own_sentence_with_what_to_do(
    status: int, message: str, advice: str
) -> None:
    (problem,) = refused(Sent(status=status, reason="no", wait=7.0), WHEEL, INDEX).problems
    assert message in problem.message
    assert advice in problem.advice


def test_an_index_that_tells_nothing_is_named_with_what_to_do() -> None:
    error = OutsideError(Problem(message="the answer broke off", file="page", found="x"))
    (problem,) = unasked(error, INDEX, "tiny-shop").problems
    assert problem.message == (
        "https://index.example/simple/ does not tell what it has of tiny-shop: the answer broke off"
    )
    assert (problem.file, problem.found) == ("page", "x")
    assert "run the same command again" in problem.advice


def test_other_bytes_are_told_with_those_that_should_be_there() -> None:
    for meanwhile in (False, True):
        (problem,) = taken(WHEEL, INDEX, meanwhile=meanwhile).problems
        assert problem.expected == f"sha256 {WHEEL.digest}"
        assert "next version" in problem.advice
