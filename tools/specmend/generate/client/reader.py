"""What reading operations needs, and what went wrong on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from specmend.generate.client.wording import Wording


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """What is needed to read operations; what went wrong on the way is added to the two lists.

    `event_type` gives the type of the records of a streaming media type.
    """

    wording: Wording
    event_type: Callable[[dict[str, Any]], str]
    faults: list[dict[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def fault(self, method: str, path: str, words: str) -> None:
        """Note a fault of one operation."""
        self.faults.append({"method": method, "path": path, "words": words})
