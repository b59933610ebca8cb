"""The tables of a Swagger document as components."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import convert, load, remarks

RULES = [
    ("{definitions: {A: {type: string}}}", "{schemas: {A: {type: string}}}"),
    ("{definitions: {}}", "{schemas: {}}"),
    ("{responses: {}, definitions: {}}", "{responses: {}, schemas: {}}"),
    ("{definitions: 5}", "{schemas: 5}"),
    ("{parameters: {Q: {in: query, name: q, type: string}, B: {$ref: '#/parameters/Q'}}}",
     ("{parameters: {Q: {in: query, name: q, schema: {type: string}},"
     " B: {$ref: '#/components/parameters/Q'}}}")),
    ("{parameters: {B: {in: body, name: b, schema: {}}, C: {$ref: '#/parameters/B'}}}",
     ("{requestBodies: {B: {content: {application/json: {schema: {}}}},"
     " C: {$ref: '#/components/requestBodies/B'}}}")),
    ("{definitions: {x-a: {type: file}}}", "{schemas: {x-a: {type: string, format: binary}}}"),
    ("{parameters: {A: {$ref: '#/parameters/A'}}}",
     "{parameters: {A: {$ref: '#/components/parameters/A'}}}"),
    ("{definitions: {A: {}}, components: {schemas: {B: {type: string}}, x-a: 1}}",
     "{schemas: {A: {}, B: {type: string}}, x-a: 1}"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), RULES)
def test_a_table_is_a_part_of_the_components(before: str, after: str) -> None:
    made = convert(before).tree
    assert made["components"] == load(after)
    assert not {"definitions", "parameters", "responses"} & made.keys()


def test_components_that_are_none_stay_with_the_tables() -> None:
    conversion = convert("{components: 5, definitions: {A: {}}}")
    assert conversion.tree["components"] == 5
    assert conversion.tree["definitions"] == {"A": {}}
    assert "expected components by kind" in remarks(conversion)[0]


def test_a_table_that_is_none_is_named() -> None:
    assert remarks(convert("definitions: [a]")) == [
        (
            "definitions: This is not understood and stays as it is:"
            ' expected components by name, found ["a"].'
        )
    ]
