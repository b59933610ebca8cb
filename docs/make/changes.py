"""The reference of changes: every check by family, and those of oasdiff beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from docs.make.markdown import code, table

from specmend.diff.checks.check import Check
from specmend.diff.checks.table import FAMILIES, IDS

_OASDIFF: Final = Path(__file__).with_name("oasdiff.toml")
_HEADINGS: Final = ("id", "in what is sent", "in what is answered", "when")


def families() -> str:
    """A section for each family, with a table of its checks."""
    sections = (f"### {name}\n\n{_table(checks)}" for name, checks in FAMILIES.items())
    return "\n".join(sections)


def count() -> int:
    """How many ids there are."""
    return len(IDS)


def oasdiff() -> str:
    """The checks of oasdiff by those of ours that tell the same."""
    told: Mapping[str, list[str]] = compared()["told"]
    rows = ((code(ours), ", ".join(map(code, theirs))) for ours, theirs in told.items())
    return table(("check", "checks of oasdiff"), rows)


def left() -> str:
    """The checks of oasdiff that have no counterpart, with the reasons."""
    rows = ((", ".join(map(code, group["ids"])), group["reason"]) for group in compared()["left"])
    return table(("checks of oasdiff", "why there is none"), rows)


@cache
def compared() -> dict[str, Any]:
    """The checks of oasdiff, each with a check of ours or a reason."""
    return tomllib.loads(_OASDIFF.read_text("utf-8"))


def _table(checks: Iterable[Check]) -> str:
    rows = {(code(check.id), check.request, check.response, check.words): None for check in checks}
    return table(_HEADINGS, rows)
