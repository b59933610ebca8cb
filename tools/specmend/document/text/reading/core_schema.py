"""What a plain scalar means: the core schema of YAML 1.2 (section 10.3.2)."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_LONGEST_NAME = max(map(len, _NAMES))
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
OLD_BREAKS: Final = "\x85\u2028\u2029"
"""Line breaks in YAML 1.1, as the parser has it; no more than characters in YAML 1.2 (5.4)."""

_FIRST = frozenset("0123456789+-.")

# What readers of YAML 1.1 take for another type than a string (yaml.org/type).
_OLD = re.compile(
    r"y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|=|<<"
    r"|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
    r"|[-+]?[0-9][0-9_,]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|[-+]?\.[0-9_]+([eE][-+]?[0-9]+)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?"
)


def resolve(text: str) -> str | int | float | bool | None:
    """The value of a plain scalar under the core schema; whatever it does not name is a string.

    Raises ValueError for a number of more digits than Python reads.
    """
    if len(text) <= _LONGEST_NAME and text in _NAMES:
        return _NAMES[text]
    if text[0] not in _FIRST:
        return text
    if _INT.fullmatch(text):
        return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)
    if _FLOAT.fullmatch(text):
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text


def reads_as_string(text: str) -> bool:
    """Whether a plain scalar is a string for readers of YAML 1.1 and of YAML 1.2 alike."""
    return not _OLD.fullmatch(text) and isinstance(resolve(text), str)
