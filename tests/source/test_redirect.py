"""Where a redirect may lead, and where it may not."""

from __future__ import annotations

import pytest

from specmend.errors import OutsideError
from specmend.source.redirect import MOST_HOPS, check_redirect, without_query

START = "https://one.example/api.yaml"
LONG = [f"https://one.example/{number}" for number in range(MOST_HOPS + 1)]


@pytest.mark.parametrize(
    ("way", "there"),
    [
        ([START], "https://one.example/v2/api.yaml"),
        ([START], "https://two.example/api.yaml?signature=1"),
        (["http://127.0.0.1:1/a"], "http://127.0.0.1:1/b"),
        (LONG[:MOST_HOPS], "https://one.example/last"),
    ],
)
def test_a_redirect_within_the_rules_is_followed(way: list[str], there: str) -> None:
    check_redirect(way, there)


@pytest.mark.parametrize(
    ("way", "there", "message"),
    [
        ([START], START, "the redirects lead in a circle"),
        (LONG, "https://one.example/last", f"the server redirects more than {MOST_HOPS} times"),
        ([START], "http://one.example/api.yaml", "a redirect leads away from TLS"),
        ([START], "https://me:secret@one.example/", "a redirect leads astray"),
        (["http://127.0.0.1:1/a"], "file:///etc/passwd", "a redirect leads astray"),
    ],
)
def test_a_redirect_out_of_them_is_refused(way: list[str], there: str, message: str) -> None:
    with pytest.raises(OutsideError) as caught:
        check_redirect(way, there)
    (problem,) = caught.value.problems
    assert problem.message.startswith(message)
    assert problem.file == way[0]
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [(START, START), (f"{START}?", f"{START}?…"), (f"{START}?key=1", f"{START}?…")],
)
def test_a_query_is_not_shown(url: str, shown: str) -> None:
    assert without_query(url) == shown
