# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Answers in the shape of a type: its JSON Schema goes out as `format`, and the value of that type comes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypedDict, TypeVar

from pydantic import TypeAdapter, ValidationError
from typing_extensions import Unpack

from ._response import summary
from .client import AsyncClient, Client
from .errors import APIError
from .models import ChatSingleResponse, Message, ModelOptions, ThinkLevel

__all__ = ["ChatSettings", "Parsed", "Shape", "StructuredOutputError", "chat", "chat_async", "format_of", "parse"]

T = TypeVar("T")

Shape: TypeAlias = type[T] | TypeAdapter[T]
"""A pydantic model, a dataclass, a TypedDict or `list[int]`; what is no class, like a union, in a TypeAdapter."""

_SHOWN = 300


class ChatSettings(TypedDict, total=False):
    """What a chat may be told beside its model and messages; see `Client.chat`."""

    options: ModelOptions | dict[str, Any] | None
    keep_alive: str | float | None
    think: bool | ThinkLevel | None
    truncate: bool | None
    shift: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed(Generic[T]):
    """The value of an answer, and the whole answer that it came from."""

    value: T
    answer: ChatSingleResponse


class StructuredOutputError(APIError):
    """The answer of a model does not have the shape that was asked for.

    `text` is what the model wrote, `thinking` what it thought, `answer` the whole answer. The cause is the
    `pydantic.ValidationError` where there is a text.
    """

    def __init__(self, answer: ChatSingleResponse, reason: str) -> None:
        self.answer = answer
        self.text = answer.message.content
        self.thinking = answer.message.thinking or ""
        super().__init__(f"the answer does not have the shape that was asked for: {reason}")


def chat(
    client: Client,
    shape: Shape[T],
    *,
    model: str,
    messages: Sequence[Message | dict[str, Any]],
    **settings: Unpack[ChatSettings],
) -> Parsed[T]:
    """Ask for the next message in the shape of a type.

    Raises StructuredOutputError when the answer does not have it, and what `Client.chat` raises.
    """
    return parse(shape, client.chat(model=model, messages=messages, format=format_of(shape), **settings))


async def chat_async(
    client: AsyncClient,
    shape: Shape[T],
    *,
    model: str,
    messages: Sequence[Message | dict[str, Any]],
    **settings: Unpack[ChatSettings],
) -> Parsed[T]:
    """Like `chat`, with an asynchronous client."""
    return parse(shape, await client.chat(model=model, messages=messages, format=format_of(shape), **settings))


def format_of(shape: Shape[Any]) -> dict[str, Any]:
    """The JSON Schema of a type, as `format` takes it."""
    return _adapter(shape).json_schema()


def parse(shape: Shape[T], answer: ChatSingleResponse) -> Parsed[T]:
    """The value that stands in an answer; raises StructuredOutputError."""
    try:
        return Parsed(value=_adapter(shape).validate_json(answer.message.content), answer=answer)
    except ValidationError as error:
        raise StructuredOutputError(answer, _reason(answer, error)) from error


def _adapter(shape: Shape[T]) -> TypeAdapter[T]:
    return shape if isinstance(shape, TypeAdapter) else TypeAdapter(shape)


def _reason(answer: ChatSingleResponse, error: ValidationError) -> str:
    text = answer.message.content
    if answer.done_reason == "length":
        reason = "it was cut off; raise num_predict, or num_ctx"
    elif not text.strip():
        reason = "the model only thought, and wrote nothing" if answer.message.thinking else "it is empty"
    else:
        reason = summary(error)
    return f"{reason}; it starts with {text[:_SHOWN]!r}" if text.strip() else reason
