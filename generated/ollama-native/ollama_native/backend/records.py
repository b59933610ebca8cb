# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The records that go to a backend and come back, the same for every backend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from os import PathLike
from typing import Any, Literal, TypeAlias

from ..models import ThinkLevel
from ..tools import ToolSource, tool_of

Role: TypeAlias = Literal["system", "user", "assistant", "tool"]

FinishReason: TypeAlias = Literal["stop", "length", "tool_use", "load"]
"""Why an answer ended.

- stop: the model was done.
- length: it was cut off, by the limit of tokens or of the context, or by the server because it repeated itself.
- tool_use: the model was done and waits for the results of its tool calls.
- load: nothing was asked for; the model was only loaded, or unloaded.
"""


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A call that a model asks for. Its id is unique in the conversation, whether or not the server gave one."""

    id: str
    name: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What came of a tool call. The name of the tool may be left out where the call is in the conversation."""

    call_id: str
    content: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation; raises ValueError where the role does not go with what is in it.

    Pictures are paths or bytes. Calls are the assistant's; results, one or more, make up a message of the role tool.
    """

    role: Role
    content: str = ""
    _: KW_ONLY
    images: tuple[str | PathLike[str] | bytes, ...] = ()
    thinking: str = ""
    tool_calls: tuple[ToolCall, ...] = ()
    tool_results: tuple[ToolResult, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.tool_results) != (self.role == "tool"):
            raise ValueError("messages of the role tool have tool results, and no others have any")
        if self.role == "tool" and (self.content or self.images):
            raise ValueError("what a message of the role tool says stands in its tool results")
        if (self.tool_calls or self.thinking) and self.role != "assistant":
            raise ValueError("only messages of the assistant have tool calls and thinking")


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """A tool that a model may call; `parameters` is the JSON Schema of its arguments."""

    name: str
    description: str = ""
    parameters: Mapping[str, Any] = field(default_factory=lambda: {"type": "object", "properties": {}})

    @classmethod
    def of(cls, source: ToolSource) -> ToolSpec:
        """The tool that a function or a pydantic model is; raises ToolDefinitionError."""
        function = tool_of(source).function
        parameters = function.parameters.model_dump(by_alias=True, exclude_unset=True) if function.parameters else {}
        return cls(function.name, function.description or "", parameters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to answer; what is None is left to the model.

    `max_tokens` limits the answer, `context_length` prompt and answer together. `keep_alive` says how long the model
    stays loaded: seconds, a text like "5m", 0 to unload it, a negative number for ever. `format` is "json" or a JSON
    Schema. `extra` are further options by the names that the server has for them.
    """

    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    seed: int | None = None
    stop: tuple[str, ...] = ()
    max_tokens: int | None = None
    context_length: int | None = None
    keep_alive: str | float | None = None
    think: bool | ThinkLevel | None = None
    format: Literal["json"] | Mapping[str, Any] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the server counted them; None where it did not say."""

    prompt_tokens: int | None = None
    completion_tokens: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """A whole answer. `done_reason` is the server's own word for why it ended, if it said one."""

    model: str
    text: str
    thinking: str
    tool_calls: tuple[ToolCall, ...]
    finish_reason: FinishReason
    done_reason: str | None
    usage: Usage

    @property
    def message(self) -> Message:
        """The answer as a message, to go on with the conversation."""
        return Message("assistant", self.text, thinking=self.thinking, tool_calls=self.tool_calls)


@dataclass(frozen=True, slots=True)
class TokenCount:
    """A number of tokens: as the server counted them, or an estimate."""

    value: int
    is_estimate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BackendInfo:
    """Which server it is: the name of its kind, its version, and where it is."""

    name: str
    version: str
    url: str


@dataclass(frozen=True, slots=True)
class Health:
    """Whether a backend can be used; `reason` says why not."""

    ok: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.ok


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a model can do, in the words of the server, and the most tokens that it can look at.

    `names` is None where the server is too old to say, and so is each property.
    """

    names: frozenset[str] | None
    context_length: int | None

    @property
    def completion(self) -> bool | None:
        """Whether it writes text."""
        return self._has("completion")

    @property
    def tools(self) -> bool | None:
        """Whether it can call tools."""
        return self._has("tools")

    @property
    def thinking(self) -> bool | None:
        """Whether it can think before it answers."""
        return self._has("thinking")

    @property
    def vision(self) -> bool | None:
        """Whether it can look at pictures."""
        return self._has("vision")

    @property
    def embedding(self) -> bool | None:
        """Whether it turns text into vectors."""
        return self._has("embedding")

    def _has(self, name: str) -> bool | None:
        return None if self.names is None else name in self.names
