# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The events of a streamed answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .records import Completion, ToolCall


@dataclass(frozen=True, slots=True)
class TextDelta:
    """A further piece of the text."""

    text: str


@dataclass(frozen=True, slots=True)
class ThinkingDelta:
    """A further piece of what the model thinks."""

    text: str


@dataclass(frozen=True, slots=True)
class ToolUse:
    """A tool call, whole."""

    call: ToolCall


@dataclass(frozen=True, slots=True)
class End:
    """The last event of every stream that ends well, with the whole answer."""

    completion: Completion


StreamEvent: TypeAlias = TextDelta | ThinkingDelta | ToolUse | End
