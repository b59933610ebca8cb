"""The page about what the standard asks for: each requirement with the rule that finds a breach."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from docs.make.markdown import code, table

VERSIONS: Final = ("3.0", "3.1", "3.2")
TEXTS: Final = ("3.0.4", "3.1.1", "3.2.0")

_DATA: Final = Path(__file__).with_suffix(".toml")
_WITHOUT_COUNT: Final = ("SHOULD", "RULE")


@dataclass(frozen=True, kw_only=True, slots=True)
class Requirement:
    """What the standard asks for: the number of its sentences by version, and who finds a breach.

    Where nobody does, `reason` says why.
    """

    id: str
    sentences: Mapping[str, int]
    word: str
    says: str
    rules: tuple[str, ...]
    reason: str

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions that ask for it."""
        return tuple(self.sentences)


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A section of the standard, with the sentences that its texts have, by version."""

    name: str
    sentences: Mapping[str, int]
    requirements: tuple[Requirement, ...]


@cache
def sections() -> tuple[Section, ...]:
    """All sections, as they stand in the texts."""
    data = tomllib.loads(_DATA.read_text("utf-8"))
    return tuple(
        Section(
            name=section["name"],
            sentences=section["sentences"],
            requirements=tuple(_requirement(row, data["reasons"]) for row in section["rows"]),
        )
        for section in data["sections"]
    )


def counts() -> str:
    """The sentences of each section and version."""
    rows = [(each.name, *(str(each.sentences[v]) for v in VERSIONS)) for each in sections()]
    sums = (str(sum(each.sentences[v] for each in sections())) for v in VERSIONS)
    return table(("section", *TEXTS), [*rows, ("all", *sums)])


def requirements() -> str:
    """Section by section, the requirements."""
    return "\n".join(f"### {each.name}\n\n{_table(each)}" for each in sections())


def _table(section: Section) -> str:
    rows = [
        (each.says, ", ".join(each.versions), code(each.word), _answer(each))
        for each in section.requirements
    ]
    return table(("what is asked", "in", "word", "found by, or why not"), rows)


def _answer(requirement: Requirement) -> str:
    return requirement.reason or ", ".join(map(code, requirement.rules))


def _requirement(row: list[str], reasons: Mapping[str, Any]) -> Requirement:
    name, versions, word, says, by = row
    is_reason = by.startswith("<")
    numbers = [each.partition("*")[::2] for each in versions.split()]
    return Requirement(
        id=name,
        sentences={v: 0 if word in _WITHOUT_COUNT else int(n or 1) for v, n in numbers},
        word=word,
        says=says,
        rules=() if is_reason else tuple(by.split()),
        reason=reasons[by.strip("<>")] if is_reason else "",
    )
