"""What of a path template is sent, and which variables are arguments."""

from __future__ import annotations

import pytest

from specmend.generate.client.paths import sent_template, variables

Q = {("query", "q"), ("query", "r")}


@pytest.mark.parametrize(
    ("path", "sent", "names"),
    [
        ("/a", "/a", []),
        ("/a/{b}/{c}.{b}", "/a/{b}/{c}.{b}", ["b", "c"]),
        ("/a?x=1", "/a?x=1", []),
        ("/a?x={b}&q={q}", "/a?x={b}", ["b"]),
        ("/a?q={q}", "/a", []),
        ("/a?q={q}&r={r}#top", "/a", []),
        ("/a?q=v{q}", "/a?q=v{q}", ["q"]),
        ("/a{?q,r*}", "/a", []),
        ("/a{?q,b}", "/a{?q,b}", ["?q,b"]),
        ("/a?x=1{&q}", "/a?x=1", []),
        ("/#X-Target=A.{b}", "/", []),
    ],
)
def test_what_is_sent_of_a_template(path: str, sent: str, names: list[str]) -> None:
    assert sent_template(path, Q) == sent
    assert variables(path, Q) == names
