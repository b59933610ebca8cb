# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""From the answers of a chat to the neutral records; a whole answer is a stream of one piece."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import ChatSingleResponse, ChatStreamResponse, Message
from .events import End, StreamEvent, TextDelta, ThinkingDelta, ToolUse
from .records import Completion, FinishReason, ToolCall, Usage


class Collector:
    """Makes events of the pieces of an answer, and the whole answer at its end.

    A tool call that the server gave no id is named by its place among all calls of the conversation, of which there
    were `calls_before` before this answer: the same conversation always gives the same ids.
    """

    def __init__(self, calls_before: int) -> None:
        self.completion: Completion | None = None
        self._before = calls_before
        self._text: list[str] = []
        self._thinking: list[str] = []
        self._calls: list[ToolCall] = []
        self._last: ChatSingleResponse | ChatStreamResponse | None = None

    def feed(self, piece: ChatSingleResponse | ChatStreamResponse) -> Iterator[StreamEvent]:
        """The events of one piece."""
        self._last = piece
        message = piece.message
        if message.thinking:
            self._thinking.append(message.thinking)
            yield ThinkingDelta(message.thinking)
        if message.content:
            self._text.append(message.content)
            yield TextDelta(message.content)
        for call in self._named(message):
            self._calls.append(call)
            yield ToolUse(call)

    def end(self) -> End:
        """The last event, after all pieces."""
        last = self._last
        self.completion = Completion(
            model=last.model if last else "",
            text="".join(self._text),
            thinking="".join(self._thinking),
            tool_calls=tuple(self._calls),
            finish_reason=_finish_reason(last, called=bool(self._calls)),
            done_reason=last.done_reason if last else None,
            usage=Usage(last.prompt_eval_count, last.eval_count) if last else Usage(),
        )
        return End(self.completion)

    def _named(self, message: Message) -> Iterator[ToolCall]:
        for call in message.tool_calls or ():
            given = call.id or f"call_{self._before + len(self._calls)}"
            yield ToolCall(given, call.function.name, call.function.arguments)


def completion_of(answer: ChatSingleResponse, calls_before: int) -> Completion:
    """A whole answer."""
    collector = Collector(calls_before)
    for _ in collector.feed(answer):
        pass
    return collector.end().completion


def _finish_reason(last: ChatSingleResponse | ChatStreamResponse | None, *, called: bool) -> FinishReason:
    if last is None or not last.done or last.done_reason == "length":
        return "length"
    if last.done_reason in ("load", "unload"):
        return "load"
    return "tool_use" if called else "stop"
