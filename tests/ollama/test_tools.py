"""Functions and models as tools: their descriptions, and running the calls of an answer."""

from __future__ import annotations

import asyncio
import functools
from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from ollama_native import errors, models
from ollama_native.tools import (
    ToolArgumentsError,
    ToolDefinitionError,
    ToolError,
    UnknownToolError,
    run_tool_calls,
    run_tool_calls_async,
    tool_of,
)
from pydantic import BaseModel, Field


class Scale(Enum):
    CELSIUS = "celsius"
    FAHRENHEIT = "fahrenheit"


class Place(BaseModel):
    """Somewhere on earth."""

    name: str
    inside: Place | None = None


def weather(place: str, days: int = 1, scale: Scale | None = None) -> str:
    """Tell how the weather
    will be.

    It asks nobody.

    Args:
        place: The town
            to look at.
        days (int, optional): How far to look ahead.

    Returns:
        scale: Words.
    """
    return f"{place}: {days} sunny days in {scale}"


def copy(title: str, *, json: list[int] | None = None) -> dict[str, Any]:
    """:param title: What is on it.
    :param list json: Numbers.
    """
    return {"title": title, "json": json}


async def later(day: date) -> str:
    """Wait."""
    await asyncio.sleep(0)
    return f"{day:%d.%m.}"


def shown(tool: models.Tool) -> dict[str, Any]:
    return tool.model_dump(by_alias=True, exclude_unset=True)


def call(name: str, arguments: dict[str, Any], call_id: str | None = "call_a") -> models.ToolCall:
    given = {"function": {"name": name, "arguments": arguments}} | (
        {"id": call_id} if call_id else {}
    )
    return models.ToolCall.model_validate(given)


def test_a_function_becomes_a_tool() -> None:
    tool = shown(tool_of(weather))
    assert tool["type"] == "function"
    assert tool["function"]["name"] == "weather"
    assert tool["function"]["description"] == "Tell how the weather will be."
    assert tool["function"]["parameters"] == {
        "type": "object",
        "properties": {
            "place": {"type": "string", "description": "The town to look at."},
            "days": {"type": "integer", "default": 1, "description": "How far to look ahead."},
            "scale": {
                "anyOf": [{"type": "string", "enum": ["celsius", "fahrenheit"]}, {"type": "null"}],
                "default": None,
            },
        },
        "required": ["place"],
    }


def test_names_that_a_model_cannot_have_are_fine_and_fields_of_a_docstring_are_read() -> None:
    tool = shown(tool_of(copy))["function"]
    assert "description" not in tool
    assert {
        name: schema["description"] for name, schema in tool["parameters"]["properties"].items()
    } == {
        "title": "What is on it.",
        "json": "Numbers.",
    }
    assert (
        run_tool_calls([call("copy", {"title": "a", "json": ["1"]})], [copy])[0].content
        == '{"title":"a","json":[1]}'
    )


def test_words_of_an_annotation_come_before_those_of_the_docstring() -> None:
    def look(
        at: Annotated[str, Field(description="Where to.")], how: Literal["near"] = "near"
    ) -> str:
        """Look.

        Args:
            at: Not this.
        """
        return at + how

    look.__annotations__ = {
        "at": Annotated[str, Field(description="Where to.")],
        "how": Literal["near"],
    }
    properties = shown(tool_of(look))["function"]["parameters"]["properties"]
    assert properties["at"] == {"type": "string", "description": "Where to."}
    assert properties["how"] == {"type": "string", "enum": ["near"], "default": "near"}


def test_a_model_becomes_a_tool_and_references_are_written_out() -> None:
    tool = shown(tool_of(Place))["function"]
    assert (tool["name"], tool["description"]) == ("Place", "Somewhere on earth.")
    inside = tool["parameters"]["properties"]["inside"]["anyOf"][0]
    assert inside == {"type": "object"}
    assert "$" not in str(tool)
    assert (
        run_tool_calls([call("Place", {"name": "here"})], [Place])[0].content
        == '{"name":"here","inside":null}'
    )


def test_a_model_without_words_has_none() -> None:
    class Empty(BaseModel):
        pass

    assert shown(tool_of(Empty))["function"] == {
        "name": "Empty",
        "parameters": {"type": "object", "properties": {}},
    }


def test_methods_partials_and_callable_objects_are_tools() -> None:
    class Counter:
        """Not the words of the call."""

        def __call__(self, upto: int) -> int:
            """Count."""
            return upto

        def back(self, start: int) -> list[int]:
            """Count back."""
            return list(range(start, 0, -1))

    Counter.__call__.__annotations__ = {"upto": int}
    Counter.back.__annotations__ = {"start": int}
    tools: list[Any] = [Counter(), Counter().back, functools.partial(weather, days=3)]
    told = [tool_of(tool).function for tool in tools]
    assert [(function.name, function.description) for function in told] == [
        ("Counter", "Count."),
        ("back", "Count back."),
        ("weather", "Tell how the weather will be."),
    ]
    calls = [
        call("Counter", {"upto": 2}),
        call("back", {"start": 2}),
        call("weather", {"place": "Rome"}),
    ]
    assert [message.content for message in run_tool_calls(calls, tools)] == [
        "2",
        "[2,1]",
        "Rome: 3 sunny days in None",
    ]


def test_a_default_that_json_cannot_show_is_kept() -> None:
    marker = object()

    def look(at: Any = marker) -> bool:
        return at is marker

    assert "default" not in shown(tool_of(look))["function"]["parameters"]["properties"]["at"]
    assert run_tool_calls([call("look", {})], [look])[0].content == "true"


@pytest.mark.parametrize(
    "source",
    [lambda: 1, lambda *many: many, functools.partial(lambda **named: named), print],
)
def test_what_cannot_be_a_tool_is_told(source: Any) -> None:
    with pytest.raises(ToolDefinitionError):
        tool_of(source)


def test_a_name_that_cannot_be_resolved_is_told() -> None:
    def look(at: str) -> str:
        return at

    look.__annotations__ = {"at": "Nowhere"}
    with pytest.raises(ToolDefinitionError, match="Nowhere"):
        tool_of(look)


def test_a_lambda_can_be_given_a_name() -> None:
    tool = tool_of(lambda text: text, name="echo", description="Say it again.")
    assert (tool.function.name, tool.function.description) == ("echo", "Say it again.")
    assert (
        run_tool_calls([call("echo", {"text": "a"})], {"echo": lambda text: text})[0].content == "a"
    )


def test_the_messages_answer_the_calls_in_their_order() -> None:
    calls = [
        call("weather", {"place": "Rome", "scale": "celsius"}),
        call("weather", {"place": "Oslo"}, None),
    ]
    first, second = run_tool_calls(calls, [weather, copy])
    assert first.model_dump(exclude_unset=True) == {
        "role": "tool",
        "content": "Rome: 1 sunny days in Scale.CELSIUS",
        "tool_name": "weather",
        "tool_call_id": "call_a",
    }
    assert second.content == "Oslo: 1 sunny days in None"
    assert "tool_call_id" not in second.model_fields_set
    assert run_tool_calls(None, [weather]) == []


@pytest.mark.parametrize(
    ("name", "arguments", "error", "words"),
    [
        (
            "wether",
            {"place": "Rome"},
            UnknownToolError,
            "there is no tool 'wether'; there are: weather",
        ),
        ("weather", {}, ToolArgumentsError, "place: Field required"),
        (
            "weather",
            {"place": "Rome", "days": "many"},
            ToolArgumentsError,
            "days: Input should be a valid integer",
        ),
        (
            "weather",
            {"place": "Rome", "when": 1},
            ToolArgumentsError,
            "when: Extra inputs are not permitted",
        ),
    ],
)
def test_a_wrong_call_is_told_to_the_model_or_raised(
    name: str, arguments: dict[str, Any], error: type[ToolError], words: str
) -> None:
    (message,) = run_tool_calls([call(name, arguments)], [weather])
    assert message.content.startswith("error: ")
    assert words in message.content
    with pytest.raises(error, match=words):
        run_tool_calls([call(name, arguments)], [weather], strict=True)
    with pytest.raises(errors.APIError):
        asyncio.run(run_tool_calls_async([call(name, arguments)], [weather], strict=True))


def test_a_tool_reports_its_own_failure_and_other_exceptions_pass() -> None:
    def closed(door: int) -> str:
        if door:
            raise ToolError("the door is closed")
        raise ZeroDivisionError

    closed.__annotations__ = {"door": int}
    assert (
        run_tool_calls([call("closed", {"door": 1})], [closed])[0].content
        == "error: the door is closed"
    )
    with pytest.raises(ZeroDivisionError):
        run_tool_calls([call("closed", {"door": 0})], [closed])


def test_asynchronous_tools_are_awaited_beside_ordinary_ones() -> None:
    calls = [call("later", {"day": "2025-03-01"}), call("weather", {"place": "Rome"})]
    messages = asyncio.run(run_tool_calls_async(calls, [later, weather]))
    assert [message.content for message in messages] == ["01.03.", "Rome: 1 sunny days in None"]
    with pytest.raises(ToolDefinitionError, match="run_tool_calls_async"):
        run_tool_calls(calls, [later, weather])
