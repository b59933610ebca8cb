"""What no message may hold: addresses in memory, paths of this machine, and raw words of tools."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specmend.errors import SpecmendError

RAW: Final = (
    r"\b0x[0-9a-fA-F]{4,}|\b0x\.\.\.",
    r"object at ",
    r"/\w*tmp/|/var/folders/|\bAppData\b",
    r"<class |<function |<module |<_?[A-Z]\w+ object",
    r"Traceback \(most recent|File \"[^\"]+\", line \d",
    r"UntrustedString|openapi_python_client\b|datamodel_code_generator\b",
    r"errors\.pydantic\.dev|validation errors? for \w+|\[type=\w+, input_",
    r"ParseError|PropertyError|KeyError|TypeError|AttributeError|RecursionError|ValidationError",
    r"one generator|class that no schema asks for|its own words",
)
"""Patterns of words that mean something to the authors of a tool only."""

_ANY: Final = re.compile("|".join(f"(?:{pattern})" for pattern in RAW))


def raw_words(message: str) -> Iterator[str]:
    """Every raw word in a message."""
    for match in _ANY.finditer(message):
        yield match[0]


def told(fault: SpecmendError) -> str:
    """Everything that a person reads of the problems of a run."""
    return "\n".join(
        "\n    ".join(filter(None, (one.sentence, one.found, one.expected, one.advice)))
        for one in fault.problems
    )
