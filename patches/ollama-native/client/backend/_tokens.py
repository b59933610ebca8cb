# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""How many tokens a conversation has: what the server says, or an estimate."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .. import NOT_GIVEN
from ..errors import BadRequestError
from ..models import ChatSingleResponse
from ._request import ChatArguments, chat_arguments
from .records import Message, Options, TokenCount, ToolSpec

_BYTES_OF_TOKEN = 4
_TOKENS_OF_MESSAGE = 4
_TOKENS_OF_IMAGE = 576


def counting_arguments(
    messages: Sequence[Message], model: str, tools: Sequence[ToolSpec], options: Options | None
) -> ChatArguments:
    """A chat that reads the whole prompt, writes one token, and is refused when the prompt does not fit.

    One token is the least: the server takes zero for no limit.
    """
    arguments = chat_arguments(messages, model, tools, options)
    chosen = arguments["options"]
    arguments["options"] = {**({} if chosen is NOT_GIVEN else chosen), "num_predict": 1}
    arguments["format"] = NOT_GIVEN
    arguments["truncate"] = False
    return arguments


def count_of(answer: ChatSingleResponse) -> TokenCount | None:
    """The tokens of the prompt; None where the answer does not say."""
    return TokenCount(answer.prompt_eval_count, is_estimate=False) if answer.prompt_eval_count else None


def is_too_long(error: BadRequestError) -> bool:
    """Whether a prompt was refused because it does not fit into the context."""
    return "exceed" in error.message.lower()


def estimate(messages: Sequence[Message], tools: Sequence[ToolSpec]) -> TokenCount:
    """A rough number of tokens.

    One for each four bytes of the UTF-8 of all texts and of the JSON of tools, calls and results, four more for each
    message, and 576 for each picture. For English it is mostly within a quarter of the truth.
    """
    size = sum(_size(message) for message in messages) + sum(_size_of_tool(tool) for tool in tools)
    pictures = sum(len(message.images) for message in messages)
    tokens = -(-size // _BYTES_OF_TOKEN) + _TOKENS_OF_MESSAGE * len(messages) + _TOKENS_OF_IMAGE * pictures
    return TokenCount(tokens, is_estimate=True)


def _size(message: Message) -> int:
    parts = [message.content, message.thinking, *(result.content for result in message.tool_results)]
    parts += [call.name + json.dumps(dict(call.arguments), ensure_ascii=False) for call in message.tool_calls]
    return sum(len(part.encode()) for part in parts)


def _size_of_tool(tool: ToolSpec) -> int:
    parameters = json.dumps(dict(tool.parameters), ensure_ascii=False)
    return len(f"{tool.name}{tool.description}{parameters}".encode())
