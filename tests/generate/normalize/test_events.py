"""Which streams are of events, which of these have JSON as data, and the schemas that they get."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, of_operation, ref, thing

from specmend.generate.normalize.dialect import mark_dialect
from specmend.generate.normalize.events import EVENTS_MARK

SSE = "text/event-stream"
PET = thing(name=STRING)
JSON = {"contentMediaType": "application/json", "contentSchema": ref("Pet")}
COMPONENTS = {
    "Pet": PET,
    "Event": thing(data=STRING, event=STRING),
    "PetEvent": thing(data={**STRING, **JSON}),
    "Loop": {"allOf": [ref("Loop"), thing(data=STRING)]},
}


def marked(media: Any, media_type: str = SSE, **schemas: Any) -> tuple[Any, Any, Any]:
    """The mark of a stream, its schema, and the components."""
    answers = {"responses": {"200": {"content": {media_type: deepcopy(media)}}}}
    tree = of_operation(answers, schemas={**deepcopy(COMPONENTS), **schemas})
    made = mark_dialect(tree)
    assert mark_dialect(made) == made
    found = made["paths"]["/things/{id}"]["post"]["responses"]["200"]["content"][media_type]
    return found.get(EVENTS_MARK), found["schema"], made["components"]["schemas"]


def named(name: str, **data: Any) -> Any:
    return thing(event={"const": name}, data={**STRING, **data})


NO_EVENTS = [
    pytest.param({"itemSchema": PET}, id="other properties"),
    pytest.param({"itemSchema": thing(data=STRING, more=STRING)}, id="a property more"),
    pytest.param({"itemSchema": thing(event=STRING, id=STRING)}, id="no data"),
    pytest.param({"itemSchema": STRING}, id="no object"),
    pytest.param({"itemSchema": True}, id="anything"),
    pytest.param({"itemSchema": {"oneOf": [ref("Event"), PET]}}, id="one of them is none"),
    pytest.param({"schema": thing(data=STRING, id=STRING)}, id="a schema without names of events"),
    pytest.param({"schema": ref("Event"), "x-stream": {}}, id="a schema with a mark"),
    pytest.param(
        {"itemSchema": ref("Event"), "x-stream": {"framing": "sse"}}, id="a framing that says so"
    ),
]


@pytest.mark.parametrize("media", NO_EVENTS)
def test_other_records_are_the_json_in_the_data(media: Any) -> None:
    mark, schema, components = marked(media)
    assert mark is None
    assert schema == media.get("itemSchema", media.get("schema"))
    assert components == COMPONENTS


def test_events_are_in_streams_of_events_only() -> None:
    assert marked({"itemSchema": ref("Event")}, "application/jsonl")[0] is None


EVENTS = [
    pytest.param({"itemSchema": ref("Event")}, False, [], id="text"),
    pytest.param({"itemSchema": ref("Loop")}, False, [], id="a schema in itself"),
    pytest.param({"itemSchema": thing(data={})}, False, [], id="data of no type is text"),
    pytest.param(
        {"itemSchema": thing(data={**STRING, "contentMediaType": "application/json"})},
        False,
        [],
        id="JSON without a schema",
    ),
    pytest.param(
        {"itemSchema": thing(data={**JSON, "contentMediaType": "application/xml"})},
        False,
        [],
        id="a schema of no JSON",
    ),
    pytest.param({"itemSchema": ref("PetEvent")}, True, [], id="JSON with a schema"),
    pytest.param({"itemSchema": thing(data=ref("Pet"))}, True, [], id="data that is no text"),
    pytest.param(
        {"itemSchema": thing(data={"type": ["integer", "null"]})}, True, [], id="a number or null"
    ),
    pytest.param(
        {"itemSchema": {"oneOf": [named("a"), named("b", **JSON)]}},
        False,
        ["b"],
        id="JSON in one of them",
    ),
    pytest.param(
        {"itemSchema": {"oneOf": [named("a"), thing(data=ref("Pet"))]}},
        True,
        ["a"],
        id="JSON in all but one of them",
    ),
    pytest.param({"schema": ref("Event")}, False, [], id="a schema of named events"),
    pytest.param(
        {"schema": thing(data=STRING), "x-stream": {"framing": "events"}}, False, [], id="a mark"
    ),
]


@pytest.mark.parametrize(("media", "parsed", "others"), EVENTS)
def test_events_have_a_mark(media: Any, parsed: bool, others: list[str]) -> None:
    mark, _, _ = marked(media)
    assert mark == {"parsed": parsed, "others": others, "describes_errors": False}


def test_an_error_can_be_an_event_of_the_document() -> None:
    mark, _, _ = marked({"itemSchema": named("error")})
    assert mark["describes_errors"]


def test_the_content_of_data_stands_in_its_place() -> None:
    _, schema, components = marked({"itemSchema": ref("PetEvent")})
    assert schema == ref("PetEvent")
    assert components["PetEvent"] == {"type": "object", "properties": {"data": ref("Pet")}}


def test_events_without_a_title_are_called_by_their_names() -> None:
    _, schema, _ = marked({"itemSchema": {"oneOf": [named("a"), {"title": "B", **named("b")}]}})
    titles = [member["title"] for member in schema["oneOf"]]
    assert titles == ["a", "B"]


def test_a_component_that_is_used_elsewhere_stays_as_it_is() -> None:
    _, schema, components = marked({"itemSchema": ref("PetEvent")}, Holder=ref("PetEvent"))
    assert components["PetEvent"] == COMPONENTS["PetEvent"]
    assert schema == {"title": "PetEvent", **thing(data=ref("Pet"))}


def test_what_several_schemas_say_of_one_event_is_put_together() -> None:
    variants = [{"properties": {"event": {"const": "a"}}}, {"properties": {"data": JSON}}]
    _, schema, _ = marked({"itemSchema": {**ref("Event"), "required": ["data"], "oneOf": variants}})
    event = {"allOf": [STRING, {"const": "a"}]}
    required = {"required": ["data"]}
    assert schema == {
        "oneOf": [
            {"title": "a", **thing(data=STRING, event=event), **required},
            {"title": "Event", **thing(data=ref("Pet"), event=STRING), **required},
        ]
    }
