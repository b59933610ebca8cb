"""A string of several lines as a literal block of YAML (YAML 1.2 section 8.1.2)."""

from __future__ import annotations

import re

_PRINTABLE = re.compile(
    r"[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]*"
)


def can_be_literal(value: str) -> bool:
    """Whether a literal block holds the string as it is, read by any reader."""
    lines = value.removesuffix("\n").split("\n")
    return (
        bool(_PRINTABLE.fullmatch(value))
        and bool(lines[0].strip())
        and not lines[0].startswith((" ", "\t"))
        and bool(lines[-1].strip())
    )


def write_literal(value: str, indent: int) -> str:
    """The block with its indicator, its lines at column `indent`, without the last line break."""
    chomp = "" if value.endswith("\n") else "-"
    lines = value.removesuffix("\n").split("\n")
    return f"|{chomp}" + "".join(f"\n{' ' * indent}{line}" if line else "\n" for line in lines)
