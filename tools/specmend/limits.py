"""All limits on untrusted input, each with the environment variable that sets it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Final

from specmend.errors import LimitExceeded

_PREFIX: Final = "SPECMEND_MAX_"

_NUMBER: Final = re.compile(r"\d+", re.ASCII)
_FRACTION: Final = re.compile(r"\d{1,9}(\.\d{1,9})?", re.ASCII)


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit:
    """One limit: its default, the most that it may be raised to, and what it limits."""

    name: str
    default: int
    most: int = 0
    meaning: str

    @property
    def variable(self) -> str:
        """The environment variable that sets the limit."""
        return _PREFIX + self.name

    @property
    def words(self) -> str:
        """The name of the limit as messages say it."""
        return self.name.replace("_", " ").lower()

    @property
    def advice(self) -> str:
        """What to do about a document beyond the limit."""
        return f"make the document smaller, or set {self.variable} to a larger number"

    @property
    def value(self) -> int:
        """The limit in force: a whole number above 0 from the variable, or else the default."""
        given = os.environ.get(self.variable, "")
        chosen = int(given[:18]) if _NUMBER.fullmatch(given) else 0
        return min(chosen or self.default, self.most or chosen or self.default)


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeLimit:
    """One limit of time, in seconds, which may be a fraction."""

    name: str
    default: float
    most: float = 0
    meaning: str

    @property
    def variable(self) -> str:
        """The environment variable that sets the limit."""
        return _PREFIX + self.name

    @property
    def value(self) -> float:
        """The limit in force: a number above 0 from the variable, or else the default."""
        given = os.environ.get(self.variable, "")
        return (float(given) if _FRACTION.fullmatch(given) else 0.0) or self.default


# The largest public documents hold 13 million bytes.
BYTES: Final = Limit(name="BYTES", default=100_000_000, meaning="Bytes of one file or answer.")

# Real documents stay under 40. Walks over a tree recurse: beyond 400 the stack would end.
DEPTH: Final = Limit(name="DEPTH", default=200, most=400, meaning="Levels of nesting.")

# The largest public documents hold about 400,000.
NODES: Final = Limit(
    name="NODES",
    default=10_000_000,
    meaning="Values of one document, with every YAML alias expanded.",
)

# Copies of copies double with each action.
COPIED: Final = Limit(
    name="COPIED",
    default=150_000,
    meaning="Values that one action may write, over all of its places.",
)

STEPS: Final = Limit(
    name="STEPS",
    default=200_000,
    meaning="Values that one JSONPath query may visit, plus 10 for each value of the document.",
)

# Ordinary queries have some hundred.
QUERY: Final = Limit(name="QUERY", default=20_000, meaning="Characters of one JSONPath query.")

SECONDS: Final = TimeLimit(
    name="SECONDS",
    default=0.25,
    meaning="Seconds that the patterns of one query may take beyond the usual.",
)

# a{9} counts as nine, as it does in memory. Beyond some 10,000 nested parentheses the library
# that checks patterns crashes.
PATTERN: Final = Limit(
    name="PATTERN",
    default=1_000,
    most=5_000,
    meaning="Characters of one regular expression, with its repetitions written out.",
)

# The largest public document of many files has some 3,000.
SOURCES: Final = Limit(
    name="SOURCES",
    default=10_000,
    meaning="Files of one document that is spread over many.",
)

SOURCE_BYTES: Final = Limit(
    name="SOURCE_BYTES",
    default=100_000_000,
    meaning="Bytes of all files together of one document that is spread over many.",
)

# Real documents stay under 20. Each reference is followed inside of the one before.
SOURCE_DEPTH: Final = Limit(
    name="SOURCE_DEPTH",
    default=60,
    most=100,
    meaning="References one behind the other, through the files of one document.",
)

# The largest public document takes the slowest known generator a few minutes.
COMMAND_SECONDS: Final = Limit(
    name="COMMAND_SECONDS",
    default=3_600,
    meaning="Seconds that `timeout` may let the command of a generator take.",
)

COMMAND_FILES: Final = Limit(
    name="COMMAND_FILES",
    default=50_000,
    meaning="Files and folders that the command of a generator may write.",
)

COMMAND_BYTES: Final = Limit(
    name="COMMAND_BYTES",
    default=500_000_000,
    meaning="Bytes of all files together that the command of a generator may write.",
)

LIMITS: Final = (
    BYTES,
    DEPTH,
    NODES,
    COPIED,
    STEPS,
    QUERY,
    SECONDS,
    PATTERN,
    SOURCES,
    SOURCE_BYTES,
    SOURCE_DEPTH,
    COMMAND_SECONDS,
    COMMAND_FILES,
    COMMAND_BYTES,
)
"""Every limit, in the order of the documentation."""

MAX_BYTES: Final = BYTES.value
MAX_DEPTH: Final = DEPTH.value
MAX_NODES: Final = NODES.value
MAX_COPIED: Final = COPIED.value
MAX_STEPS: Final = STEPS.value
MAX_QUERY: Final = QUERY.value
MAX_SECONDS: Final = SECONDS.value
MAX_PATTERN: Final = PATTERN.value
MAX_SOURCES: Final = SOURCES.value
MAX_SOURCE_BYTES: Final = SOURCE_BYTES.value
MAX_SOURCE_DEPTH: Final = SOURCE_DEPTH.value
MAX_COMMAND_SECONDS: Final = COMMAND_SECONDS.value
MAX_COMMAND_FILES: Final = COMMAND_FILES.value
MAX_COMMAND_BYTES: Final = COMMAND_BYTES.value


def exceeded(limit: Limit) -> LimitExceeded:
    """The error for a document beyond a limit."""
    message = f"the document exceeds the limit of {limit.value:,} for {limit.words}"
    return LimitExceeded(message, advice=limit.advice)
