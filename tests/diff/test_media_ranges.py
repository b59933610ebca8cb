"""Media types as they are written, and beside ranges: what is the same, and what is told how."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import answered, api, entries, found

JSON = "application/json"
PROBLEM = "application/problem+json"
TEXT = "text/plain"
SCHEMA = {"type": "object", "properties": {"a": {"type": "string"}}}
OTHER = {"type": "object", "properties": {"b": {"type": "string"}}}


def content(*names: str, **others: Any) -> dict[str, Any]:
    named = {name: {"schema": SCHEMA} for name in names}
    return {**named, **{name: {"schema": schema} for name, schema in others.items()}}


def sent(media: dict[str, Any]) -> dict[str, Any]:
    return api({"requestBody": {"content": media}})


def got(media: dict[str, Any]) -> dict[str, Any]:
    return api({"responses": {"200": {"description": "ok", "content": media}}})


SAME = [
    (content(JSON), content("Application/JSON")),
    (content(JSON), content(f"{JSON}; charset=utf-8")),
    (content(JSON), content(f'{JSON};CHARSET="UTF-8"')),
    (content(PROBLEM), content(f"{PROBLEM}; charset=UTF-8")),
    (content("text/event-stream"), content("text/event-stream;charset=utf-8")),
    (content(f"{JSON}; version=2; a=b"), content(f'{JSON};a=b;Version="2"')),
    (content(f'{JSON}; a="b;c"; d=e'), content(f'{JSON}; d=e; a="b;c"')),
    (content(JSON), content(JSON, f"{JSON}; charset=utf-8")),
    (content(f"{JSON};charset=utf-8"), content(f"{JSON}; charset=UTF-8", JSON)),
]


@pytest.mark.parametrize(("old", "new"), SAME)
@pytest.mark.parametrize("place", [sent, got])
def test_other_spellings_are_no_change(old: Any, new: Any, place: Any) -> None:
    assert found(place(old), place(new)) == []
    assert found(place(new), place(old)) == []


DIFFERENT = [
    (content(JSON), content(f"{JSON}; version=2"), "media-type-renamed", "BB"),
    (content(f"{JSON}; version=a"), content(f"{JSON}; version=A"), "media-type-renamed", "BB"),
    (content(JSON), content(f"{JSON}; charset=utf-16"), "media-type-renamed", "BB"),
    (content(TEXT), content(f"{TEXT}; charset=utf-8"), "media-type-renamed", "BB"),
    (content(JSON), content("application/vnd.a+json"), "media-type-renamed", "BB"),
    (content(JSON, "*/*"), content("*/*"), "media-type-covered-removed", "II"),
    (content("*/*"), content("*/*", JSON), "media-type-covered-added", "II"),
    (content("*/*"), content("*/*", **{JSON: OTHER}), "media-type-described-apart", "WW"),
    (content("*/*", **{JSON: OTHER}), content("*/*"), "media-type-removed", "BB"),
    (content("*/*"), content("*/*", "text/*"), "media-type-covered-added", "II"),
    (content(JSON, TEXT), content("*/*"), "media-type-generalized", "IB"),
    (content("*/*"), content(JSON, TEXT), "media-type-specialized", "BI"),
    (content("application/*"), content("*/*"), "media-type-generalized", "IB"),
    (content("text/*", JSON), content("text/*"), "media-type-removed", "BB"),
]


@pytest.mark.parametrize(("old", "new", "id_", "levels"), DIFFERENT)
def test_other_media_types_are_one_entry(old: Any, new: Any, id_: str, levels: str) -> None:
    letters = {"I": "info", "W": "warning", "B": "breaking"}
    assert found(sent(old), sent(new)) == [(id_, letters[levels[0]], "request")]
    assert found(got(old), got(new)) == [(id_, letters[levels[1]], "response")]


def test_two_spellings_with_two_meanings_are_two_media_types() -> None:
    old = {**content(f"{JSON}; charset=utf-8"), JSON: {"schema": OTHER}}
    assert found(got(old), got(content(JSON))) != []
    assert found(got(old), got(old)) == []


def test_a_name_is_shown_as_it_is_written() -> None:
    (one,) = entries(got(content(TEXT)), got(content(TEXT, "Text/Html; Level=1")))
    assert "Text/Html; Level=1" in one.words


ENCODED = [
    ("image/png, image/jpeg", "image/png,Image/JPEG", True),
    ("application/json", "application/json; charset=utf-8", True),
    ("image/png", "image/jpeg", False),
]


@pytest.mark.parametrize(("old", "new", "is_same"), ENCODED)
def test_media_types_of_parts(old: str, new: str, is_same: bool) -> None:
    def form(kind: str) -> dict[str, Any]:
        media = {"schema": SCHEMA, "encoding": {"a": {"contentType": kind}}}
        return sent({"multipart/form-data": media})

    assert (found(form(old), form(new)) == []) is is_same


CONTENTS = [
    ({"contentMediaType": JSON}, {"contentMediaType": "Application/Json;charset=utf-8"}, True),
    ({"contentEncoding": "base64url"}, {"contentEncoding": "BASE64URL"}, True),
    ({"contentEncoding": "base64url"}, {"contentEncoding": "base32"}, False),
    ({"contentMediaType": JSON}, {"contentMediaType": PROBLEM}, False),
]


@pytest.mark.parametrize(("old", "new", "is_same"), CONTENTS)
def test_media_types_in_strings(old: Any, new: Any, is_same: bool) -> None:
    before, after = ({"type": "string", **more} for more in (old, new))
    assert (found(answered(before), answered(after)) == []) is is_same


def test_a_renamed_header_whose_meaning_is_a_component_is_told() -> None:
    def document(name: str) -> dict[str, Any]:
        header = {"$ref": "#/components/headers/H"}
        answer = {"description": "ok", "headers": {name: header}}
        return api({"responses": {"200": answer}}, components={"headers": {"H": {}}})

    expected = [("response-header-renamed", "breaking", "response")]
    assert found(document("X-A"), document("X-B")) == expected


def test_another_status_with_the_same_component_is_told() -> None:
    def document(status: str) -> dict[str, Any]:
        answers = {"200": {"description": "ok"}, status: {"$ref": "#/components/responses/R"}}
        return api({"responses": answers}, components={"responses": {"R": {"description": "r"}}})

    expected = [("response-status-changed", "breaking", "response")]
    assert found(document("404"), document("410")) == expected
