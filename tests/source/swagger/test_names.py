"""Names of components, and the references that follow them."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import convert, remarks

from specmend.source.swagger.names import valid_names

RULES = [
    (["Pet", "a.b-c_1"], ["Pet", "a.b-c_1"]),
    (["List«Map«string,int»»", "a b"], ["List_Map_string_int", "a_b"]),
    (["Café", "Größe"], ["Cafe", "Gro_e"]),
    (["a b", "a_b", "a/b"], ["a_b_2", "a_b", "a_b_3"]),
    (["ペット", "", "»"], ["Schema", "Schema_2", "Schema_3"]),
]


@pytest.mark.parametrize(("before", "after"), RULES)
def test_a_name_becomes_valid_and_stays_alone(before: list[str], after: list[str]) -> None:
    assert valid_names(before, "Schema") == dict(zip(before, after, strict=True))


def test_every_form_of_a_reference_follows() -> None:
    conversion = convert("""
        definitions:
          Foo«Bar»: {type: object, properties: {a/b: {type: string}}}
          Other:
            allOf:
            - {$ref: '#/definitions/Foo«Bar»'}
            - {$ref: '#/definitions/Foo%C2%ABBar%C2%BB'}
            - {$ref: '#/definitions/Foo«Bar»/properties/a~1b'}
            - {$ref: '#/definitions/Missing'}
            - {$ref: 'other.yaml#/definitions/X'}
    """)
    assert conversion.tree["components"]["schemas"]["Other"]["allOf"] == [
        {"$ref": "#/components/schemas/Foo_Bar"},
        {"$ref": "#/components/schemas/Foo_Bar"},
        {"$ref": "#/components/schemas/Foo_Bar/properties/a~1b"},
        {"$ref": "#/components/schemas/Missing"},
        {"$ref": "other.yaml#/definitions/X"},
    ]
    assert remarks(conversion) == [
        (
            "definitions/Foo«Bar»: OpenAPI does not allow this name of a component:"
            " it is now `Foo_Bar`."
        )
    ]
