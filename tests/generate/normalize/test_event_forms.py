"""The forms of objects that a schema allows, and what is said of their properties."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, of_schemas, ref, thing

from specmend.generate.normalize.event_forms import content_of_data, forms_of_events, is_parsed

DATA = thing(data=STRING)
TREE = of_schemas(Event=DATA, Loop={"allOf": [ref("Loop"), DATA]}, Number={"type": "number"})


@pytest.mark.parametrize(
    ("schema", "forms"),
    [
        (DATA, [("", ["data"])]),
        (ref("Event"), [("Event", ["data"])]),
        (ref("Loop"), [("Loop", ["data"])]),
        ({"allOf": [ref("Event"), thing(id=STRING)]}, [("Event", ["data", "id"])]),
        (
            {"oneOf": [ref("Event"), {"title": "T", **thing(id=STRING)}]},
            [("Event", ["data"]), ("T", ["id"])],
        ),
        (
            {**thing(id=STRING), "anyOf": [DATA, thing(event=STRING)]},
            [("", ["id", "data"]), ("", ["id", "event"])],
        ),
        ({"anyOf": [DATA] * 80}, None),
        (thing(id=STRING), None),
        (thing(data=STRING, more=STRING), None),
        ({}, None),
        (None, None),
    ],
)
def test_a_schema_of_events_has_forms(schema: Any, forms: Any) -> None:
    found = forms_of_events(schema, TREE)
    shown = None if found is None else [(form.title, list(form.properties)) for form in found]
    assert shown == forms


@pytest.mark.parametrize(
    ("data", "content", "parsed"),
    [
        (STRING, [], False),
        ({}, [], False),
        ({"const": "x"}, [], False),
        ({"type": ["string", "null"]}, [], False),
        ({"contentSchema": STRING}, [STRING], True),
        ({"contentSchema": STRING, "contentMediaType": "application/a+json"}, [STRING], True),
        ({"contentSchema": STRING, "contentMediaType": "text/csv"}, [], False),
        ({**STRING, "contentSchema": {}, "contentEncoding": "base64"}, [], False),
        ({"const": 1}, [], True),
        ({"enum": ["a", 1]}, [], True),
        (ref("Number"), [], True),
        ({"oneOf": [STRING, ref("Number")]}, [], True),
        (thing(a=STRING), [], True),
    ],
)
def test_data_is_text_or_json(data: Any, content: list[Any], parsed: bool) -> None:
    (form,) = forms_of_events(thing(data=data), TREE) or []
    assert content_of_data(form) == content
    assert is_parsed(form, TREE) is parsed
