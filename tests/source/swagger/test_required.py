"""Properties that say themselves that they are required."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import load, notes_on, schema

RULES = [
    ("{properties: {a: {}}, required: [a]}", "{properties: {a: {}}, required: [a]}"),
    (
        "{properties: {a: {required: true}, b: {required: false}}, title: T}",
        "{properties: {a: {}, b: {}}, required: [a], title: T}",
    ),
    (
        "{required: [b], properties: {a: {required: true}, b: {required: true}}}",
        "{required: [b, a], properties: {a: {}, b: {}}}",
    ),
    ("{properties: {a: {required: false}}}", "{properties: {a: {}}}"),
    ("{properties: {a: {required: [b]}}}", "{properties: {a: {required: [b]}}}"),
    ("{properties: {required: {type: boolean}}}", "{properties: {required: {type: boolean}}}"),
    (
        "{properties: {a: {properties: {b: {required: true}}, required: true}}}",
        "{properties: {a: {properties: {b: {}}, required: [b]}}, required: [a]}",
    ),
    (
        "{properties: {a: {required: true}}, required: 5}",
        "{properties: {a: {x-required: true}}, required: 5}",
    ),
]


@pytest.mark.parametrize(("before", "after"), RULES)
def test_the_object_lists_what_is_required(before: str, after: str) -> None:
    assert schema(before) == load(after)
    assert list(schema(before)) == list(load(after))


def test_it_is_said() -> None:
    assert notes_on("definitions/A", "{properties: {a: {required: true}}}") == [
        "/properties/a/required: Only an object lists what is required: this is moved there."
    ]
