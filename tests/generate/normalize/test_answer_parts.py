"""Headers and links of answers stand where they are used."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, check_rule, of_operation

from specmend.generate.normalize.answer_parts import lost_answer_parts, place_answer_parts

HEADER = {"schema": STRING}
LINK = {"operationId": "a", "parameters": {"id": {"$ref": "data"}}}
SHARED = {
    "headers": {"A": {**HEADER, "example": "x"}, "B": {"$ref": "#/components/headers/A"}},
    "links": {"L": LINK},
}


def answer(*, components: Any = None, **parts: Any) -> dict[str, Any]:
    tree = of_operation({"responses": {"200": {"description": "", **parts}}})
    return {**tree, "components": components} if components else tree


def part(kind: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}


ROWS: list[tuple[Any, Any]] = [
    (
        answer(headers={"X": HEADER}, links={"L": LINK}),
        answer(headers={"X": HEADER}, links={"L": LINK}),
    ),
    (answer(), answer()),
    (
        answer(headers={"X": part("headers", "A"), "Y": part("headers", "B")}, components=SHARED),
        answer(headers={"X": HEADER, "Y": HEADER}, components=SHARED),
    ),
    (
        answer(links={"M": {**part("links", "L"), "description": "d"}}, components=SHARED),
        answer(links={"M": LINK}, components=SHARED),
    ),
    (
        answer(headers={"X": part("headers", "Nobody"), "Y": HEADER}),
        answer(headers={"Y": HEADER}),
    ),
    (answer(headers={"X": {"schema": part("schemas", "Nobody")}}), answer()),
    (answer(headers={"X": {"$ref": "other.yaml#/X"}, "Content-Type": HEADER}), answer()),
    (answer(headers=None, links=[]), answer()),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(place_answer_parts, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_what_leads_nowhere_is_named() -> None:
    tree = answer(
        headers={
            "X": part("headers", "Nobody"),
            "Y": {"schema": part("schemas", "Nobody")},
            "Z": HEADER,
        },
        links={"L": LINK, "M": {"$ref": "other.yaml"}},
    )
    assert [(address[-1], text) for address, text in lost_answer_parts(tree)] == [
        ("X", "#/components/headers/Nobody"),
        ("Y", "#/components/schemas/Nobody"),
        ("M", "other.yaml"),
    ]
