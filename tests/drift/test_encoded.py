"""The type of the content of a property may be said by its encoding or by its schema."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.faults import TEXT, put, remove
from tests.drift.object_faults import frame
from tests.drift.test_proof import ASKED, judged_on

from specmend.steps.step import Verdict

FORM = "multipart/form-data"
BINARY = {"type": "string", "format": "binary"}
PNG = {"contentType": "image/png"}
TYPED = {"contentMediaType": "image/png"}
TEXT_TYPED = {**TEXT, **TYPED}
OCTETS = {"contentMediaType": "application/octet-stream"}
PLACES = {
    "body": "$.paths['/pets'].post.requestBody",
    "webhook": "$.webhooks.made.post.requestBody",
    "callback": "$.paths['/pets'].post.callbacks.made['{$url}'].post.requestBody",
    "component": "$.components.requestBodies.Form",
    "answer": "$.paths['/pets'].get.responses['200']",
}


def form(schema: Any, encoding: Any = None, place: str = "body") -> dict[str, Any]:
    """A form with one file, at a place."""
    media: dict[str, Any] = {"schema": {"type": "object", "properties": {"file": schema}}}
    if encoding is not None:
        media["encoding"] = {"file": encoding}
    body = {"content": {FORM: media}}
    item = {"post": {"requestBody": body, "responses": {}}}
    parts: dict[str, dict[str, Any]] = {
        "body": {"post": {"requestBody": body}},
        "webhook": {"root": {"webhooks": {"made": item}}},
        "callback": {"post": {"callbacks": {"made": {"{$url}": item}}}},
        "component": {"components": {"requestBodies": {"Form": body}}},
        "answer": {"response": body},
    }
    return parts[place]


def by_component(schema: Any, encoding: Any = None) -> dict[str, Any]:
    """The same form, its schema being a component."""
    parts = form(schema, encoding)
    media = parts["post"]["requestBody"]["content"][FORM]
    parts["components"] = {"schemas": {"Form": media["schema"]}}
    media["schema"] = {"$ref": "#/components/schemas/Form"}
    return parts


def verdict(
    was: Any, fields: dict[str, Any], now: Any, place: str = "body", raised: bool = True
) -> Verdict:
    """The verdict of a step on the media type of the form."""
    old, new = frame(**was), frame(**now)
    old["openapi"] = "3.0.3" if raised else "3.1.0"
    target = f"{PLACES[place]}.content['{FORM}']{fields['target']}"
    return judged_on(old, new, {**fields, "target": target}).verdict


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "now",
    [TYPED, TEXT_TYPED, {**TEXT, "allOf": [TYPED]}, {**TEXT_TYPED, "contentEncoding": "base64"}],
)
def test_a_type_that_the_schema_says_by_now_is_no_removal(now: Any, place: str) -> None:
    was, here = form(BINARY, PNG, place), form(now, None, place)
    for key in (".encoding", ".encoding.file", ".encoding.file.contentType"):
        assert verdict(was, remove(key), here, place) in ASKED
    other = put(".encoding.file.contentType", "image/jpeg")
    assert verdict(was, other, here, place) in ASKED


@pytest.mark.parametrize("raised", [True, False])
@pytest.mark.parametrize("make", [form, by_component])
def test_a_type_that_the_encoding_says_by_now_is_no_removal(make: Any, raised: bool) -> None:
    was, now = make(TEXT_TYPED), make(TEXT, PNG)
    step = remove(".schema.properties.file.contentMediaType")
    if make is by_component:
        fields = {**step, "target": "$.components.schemas.Form.properties.file.contentMediaType"}
        assert judged_on(frame(**was), frame(**now), fields).verdict in ASKED
    else:
        assert verdict(was, step, now, raised=raised) in ASKED


@pytest.mark.parametrize("raised", [True, False])
@pytest.mark.parametrize(
    "now", [OCTETS, {**TEXT, **OCTETS}, TYPED, {}, {**TEXT, "contentEncoding": "base64"}]
)
def test_bytes_in_other_words_are_bytes(now: Any, raised: bool) -> None:
    step = remove(".schema.properties.file.format")
    assert verdict(form(BINARY), step, form(now), raised=raised) in {*ASKED, Verdict.APPLIES}


def test_what_nobody_says_any_more_is_gone() -> None:
    gone = Verdict.ALREADY_UPSTREAM
    assert verdict(form(BINARY, PNG), remove(".encoding"), form(BINARY)) is gone
    assert verdict(form(BINARY, PNG), remove(".encoding"), form(OCTETS)) is gone
    assert verdict(form(BINARY), remove(".schema.properties.file.format"), form(TEXT)) is gone
    typed = form(TEXT_TYPED)
    step = remove(".schema.properties.file.contentMediaType")
    assert verdict(typed, step, form(TEXT), raised=False) is gone
    # The schema said so all along.
    both = form(TEXT_TYPED, PNG)
    assert verdict(both, remove(".encoding"), form(TEXT_TYPED), raised=False) is gone


SEQUENCE = f"{PLACES['body']}.content['multipart/mixed']"


def sequence(schema: Any, key: str = "schema", **encodings: Any) -> dict[str, Any]:
    """A body that is a sequence of parts, with the encodings of OpenAPI 3.2."""
    media = {key: schema, **encodings}
    return {"post": {"requestBody": {"content": {"multipart/mixed": media}}}}


TUPLE: dict[str, Any] = {"prefixItems": [{}]}
LIST: dict[str, Any] = {"items": {}}
SEQUENCES: list[tuple[Any, str, Any]] = [
    (
        sequence(TUPLE, prefixEncoding=[PNG]),
        ".prefixEncoding",
        sequence({"prefixItems": [TYPED]}),
    ),
    (sequence(LIST, itemEncoding=PNG), ".itemEncoding", sequence({"items": TYPED})),
    (
        sequence({}, "itemSchema", itemEncoding=PNG),
        ".itemEncoding",
        sequence(TYPED, "itemSchema"),
    ),
]


@pytest.mark.parametrize(("was", "key", "now"), SEQUENCES)
def test_the_type_of_a_part_that_its_schema_says_by_now(was: Any, key: str, now: Any) -> None:
    fields = remove(f"{SEQUENCE}{key}")
    assert judged_on(frame(**was), frame(**now), fields).verdict in ASKED
    media = was["post"]["requestBody"]["content"]["multipart/mixed"]
    bare = {name: value for name, value in media.items() if name != key.removeprefix(".")}
    gone = {"post": {"requestBody": {"content": {"multipart/mixed": bare}}}}
    verdict = judged_on(frame(**was), frame(**gone), fields)
    assert verdict.verdict is Verdict.ALREADY_UPSTREAM
