# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The exceptions of tools."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..errors import APIError


class ToolError(APIError):
    """A call of a tool failed in a way that the model may be told.

    A tool raises it itself to report a failure in its own words.
    """


class UnknownToolError(ToolError):
    """The model called a tool that it was not given: `name`; those that it was given are `known`."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.known = tuple(known)
        super().__init__(f"there is no tool {name!r}; there are: {', '.join(self.known) or 'none'}")


class ToolArgumentsError(ToolError):
    """The arguments of a call do not fit the tool; the cause is the `pydantic.ValidationError`."""

    def __init__(self, name: str, arguments: dict[str, Any], faults: Iterable[str]) -> None:
        self.name = name
        self.arguments = arguments
        super().__init__(f"wrong arguments for the tool {name!r}: {'; '.join(faults)}")


class ToolDefinitionError(APIError, TypeError):
    """Something cannot be a tool: it has no name, or its arguments cannot be given by name as JSON."""
