"""Responses: content, examples, files, references."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import convert, load, notes_on, remarks

RULES = [
    ("{description: d, x-a: 1}", "{description: d, x-a: 1}"),
    (
        "{description: d, schema: {type: string}}",
        "{description: d, content: {a/b: {schema: {type: string}}, c/d: {schema: {type: string}}}}",
    ),
    (
        "{schema: {type: file}, description: d}",
        (
            "{content: {a/b: {schema: {type: string, format: binary}},"
            " c/d: {schema: {type: string, format: binary}}}, description: d}"
        ),
    ),
    (
        "{description: d, schema: {}, examples: {A/B; v=1: {x: 1}}}",
        "{description: d, content: {a/b: {schema: {}, example: {x: 1}}, c/d: {schema: {}}}}",
    ),
    (
        "{description: d, schema: {}, examples: {e/f: 1}}",
        (
            "{description: d, content: {a/b: {schema: {}}, c/d: {schema: {}},"
            " e/f: {schema: {}, example: 1}}}"
        ),
    ),
    ("{description: d, examples: {e/f: 1}}", "{description: d, content: {e/f: {example: 1}}}"),
    ("{description: d, examples: {}}", "{description: d}"),
    ("{description: d, examples: {one: 1}}", "{description: d, x-examples: {one: 1}}"),
    ("{description: d, examples: 5}", "{description: d, examples: 5}"),
    ("{description: d, headers: 5}", "{description: d, headers: 5}"),
    (
        "{$ref: '#/definitions/A'}",
        (
            "{description: '', content: {a/b: {schema: {$ref: '#/components/schemas/A'}},"
            " c/d: {schema: {$ref: '#/components/schemas/A'}}}}"
        ),
    ),
    ("{$ref: '#/responses/B'}", "{$ref: '#/components/responses/B'}"),
    ("5", "5"),
]
REMARKS = [
    ("{description: d, examples: {a/b: 1}}", []),
    (
        "{schema: {type: file}}",
        [
            (
                ": No `produces` says of which media type the responses are:"
                " `application/octet-stream` is assumed."
            )
        ],
    ),
    (
        "{examples: {one: 1}}",
        ["/examples/one: An example stands under its media type: this is kept in `x-examples`."],
    ),
]


@pytest.mark.parametrize(("before", "after"), RULES)
def test_a_response_has_content_by_media_type(before: str, after: str) -> None:
    made = convert(f"{{produces: [a/b, c/d], responses: {{A: {before}}}}}").tree
    assert made["components"]["responses"]["A"] == load(after)
    if isinstance(load(after), dict):
        assert list(made["components"]["responses"]["A"]) == list(load(after))


@pytest.mark.parametrize(("before", "notes"), REMARKS)
def test_what_is_guessed_is_named(before: str, notes: list[str]) -> None:
    assert notes_on("responses/A", before) == notes


def test_an_example_shows_a_media_type_that_is_not_produced() -> None:
    text = "{produces: [a/b], responses: {A: {schema: {}, examples: {c/d: 1}}}}"
    assert remarks(convert(text)) == [
        (
            "responses/A/examples/c/d: `c/d` is not produced, but shown here:"
            " it is taken for possible too."
        )
    ]
