"""Which declared media type an answer has: the most specific one."""

from __future__ import annotations

import pytest

from specmend.generate.runtime._media import declared_media, essence, is_page

JSON = "application/json"
V1, V2 = "application/vnd.a+json;version=1", "application/vnd.a+json; version=2"

TABLE = [
    pytest.param(JSON, [JSON], JSON, id="itself"),
    pytest.param("Application/JSON; charset=utf-8", [JSON], JSON, id="capitals and a charset"),
    pytest.param(JSON, ["application/json; charset=utf-8"], "application/json; charset=utf-8",
                 id="a declared charset"),
    pytest.param(JSON, ["*/*", "application/*", JSON], JSON, id="before its ranges"),
    pytest.param("application/pdf", ["*/*", "application/*", JSON], "application/*", id="a group"),
    pytest.param("image/png", ["*/*", "application/*", JSON], "*/*", id="anything"),
    pytest.param("image/png", [JSON, "text/*"], None, id="not declared"),
    pytest.param("", [JSON, "*/*"], None, id="not said"),
    pytest.param("application/hal+json", [JSON], JSON, id="JSON of another name"),
    pytest.param(JSON, ["image/png", "application/hal+json"], "application/hal+json",
                 id="JSON where another is declared"),
    pytest.param("application/hal+json", [JSON, "application/*"], "application/*",
                 id="a range that has it before JSON of another name"),
    pytest.param("application/vnd.a+json;version=1", [V1, V2], V1, id="a parameter"),
    pytest.param('application/vnd.a+json; Version="2"; q=1', [V1, V2], V2, id="in quotes"),
    pytest.param("application/vnd.a+json", [V1, V2], V1, id="without the parameter"),
    pytest.param("application/vnd.a+json;version=2", [V1, "application/vnd.a+json"],
                 "application/vnd.a+json", id="another parameter"),
]  # fmt: skip


@pytest.mark.parametrize(("content_type", "declared", "found"), TABLE)
def test_the_most_specific_one_counts(
    content_type: str, declared: list[str], found: str | None
) -> None:
    assert declared_media(content_type, declared) == found


def test_words_for_people_are_told_from_data() -> None:
    assert essence({"content-type": "Text/HTML; charset=x"}) == "text/html"
    assert essence({}) == ""
    assert [is_page(media) for media in ("text/html", "text/plain", "text/csv")] == [
        True,
        True,
        False,
    ]
