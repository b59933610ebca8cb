"""What the templates ask an operation: its arguments by place, its types, its summary."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from specmend.generate.client.records import Argument, Body, Group, Operation, Parameter
from specmend.generate.client.streaming import Streaming


def argument(name: str, in_: str, *, required: bool = False, annotation: str = "str") -> Argument:
    return Argument(name=name, wire=name, annotation=annotation, required=required, in_=in_)


STREAM = Streaming(
    event="Chunk",
    checked="Annotated[Chunk, Seen]",
    media_type="application/jsonl",
    framing="ndjson",
    toggle="stream",
    sentinel="",
    error="",
    terminal="",
)
ARGUMENTS = (
    argument("id", "path", required=True),
    argument("limit", "query"),
    argument("stream", "field", annotation="bool"),
    argument("name", "field", required=True, annotation="Name"),
)


def operation(**more: Any) -> Operation:
    given: dict[str, Any] = {
        "name": "ask",
        "module": "ask",
        "method": "QUERY",
        "path": "/a/{id}",
        "docstring": "Ask\nonce.\n\nMore.",
        "arguments": ARGUMENTS,
        "body": None,
        "success": {"200": "Item"},
        "failure": {"404": "Failure"},
        "result": "Item",
        "streaming": None,
    }
    return Operation(**{**given, **more})


@pytest.mark.parametrize(
    ("annotation", "required", "nullable", "offered"),
    [
        ("str", True, False, "str"),
        ("str", False, False, "str | None = None"),
        ("str | None", False, False, "str | None = None"),
        ("Any", False, False, "Any = None"),
        ("str | None", True, True, "str | None"),
        ("str | None", False, True, "str | None | NotGiven = NOT_GIVEN"),
        ("Any", False, True, "Any = NOT_GIVEN"),
    ],
)
def test_an_argument_in_a_signature(
    annotation: str, required: bool, nullable: bool, offered: str
) -> None:
    one = argument("a", "field", required=required, annotation=annotation)
    assert replace(one, nullable=nullable).offered == offered


@pytest.mark.parametrize(
    ("description", "usual", "required", "told"),
    [
        ("", "", False, ""),
        ("How\nmany.\n\nMore.", "", False, "How\nmany.\n\nMore."),
        ("How many.", "10", False, "How many. Without it the server takes 10."),
        ("", "10", False, "Without it the server takes 10."),
        ("How many.", "10", True, "How many."),
    ],
)
def test_the_words_about_an_argument(
    description: str, usual: str, required: bool, told: str
) -> None:
    one = argument("a", "query", required=required)
    assert replace(one, description=description, usual=usual).told == told


def names(arguments: tuple[Argument, ...]) -> list[str]:
    return [one.name for one in arguments]


def test_the_arguments_by_the_place_they_travel_in() -> None:
    assert names(operation().positional) == ["id"]
    assert names(operation().placed("field")) == ["stream", "name"]
    assert names(operation().placed("cookie")) == []


def test_required_arguments_come_first_and_the_toggle_is_apart() -> None:
    assert operation().toggle is None
    assert names(operation().keywords) == ["name", "limit", "stream"]
    streaming = operation(streaming=STREAM)
    assert streaming.toggle is ARGUMENTS[2]
    assert names(streaming.keywords) == ["name", "limit"]


def test_the_types_of_the_module_and_of_the_signature() -> None:
    body = Body(kind="json", media_type="a/b", type="Question", required=True, spread=True)
    one = operation(streaming=STREAM, body=body)
    assert one.types == ("Question", "Annotated[Chunk, Seen]", "Item", "Failure")
    assert one.signature_types == ("Item", "Chunk", "str", "str", "bool", "Name")
    assert operation().types == ("Item", "Failure")


def test_the_types_of_every_media_type_are_named() -> None:
    answers = {"200": {"application/json": "Item", "text/plain": "str"}, "204": "None"}
    assert operation(success=answers, failure={}).types == ("Item", "str", "None")


def test_the_parameters_that_are_not_written_in_the_usual_way() -> None:
    deep = Parameter(place="query", wire="b", style="deepObject")
    given = (argument("a", "query"), replace(argument("b", "query"), written=deep))
    assert operation(arguments=given).written == (deep,)


def test_the_summary_is_the_first_paragraph_on_one_line() -> None:
    assert operation().summary == "Ask once."


@pytest.mark.parametrize(
    ("attribute", "inherited", "owner"),
    [("", False, ""), ("pets", False, "pets."), ("pets", True, "")],
)
def test_the_owner_of_an_operation(attribute: str, inherited: bool, owner: str) -> None:
    group = Group(
        tag="t",
        folder="t",
        attribute=attribute,
        class_name="",
        operations=(),
        inherited=inherited,
    )
    assert group.owner == owner
