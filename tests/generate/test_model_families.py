"""Which models share a module: what only one other model names stands beside it."""

from __future__ import annotations

import pytest

from specmend.generate import model_families
from specmend.generate.model_families import Source, families


def source(words: str, parents: str = "", module: str = "") -> Source:
    return Source(code=words, parents=tuple(parents.split()), module=module)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        # Nobody names another one.
        ({"A": source(""), "B": source("")}, {"A": ["A"], "B": ["B"]}),
        # One model names it, wherever it stands; what it names itself does not count.
        ({"B": source("B"), "A": source("x: B")}, {"A": ["B", "A"]}),
        ({"A": source("b: B"), "B": source("c: C"), "C": source("")}, {"A": ["A", "B", "C"]}),
        # Two name it.
        (
            {"A": source("c: C"), "B": source("c: C"), "C": source("")},
            {"A": ["A"], "B": ["B"], "C": ["C"]},
        ),
        # Models that only name each other begin with the last of them.
        ({"A": source("b: B"), "B": source("a: A")}, {"B": ["A", "B"]}),
        # Names in texts are none.
        (
            {"A": source('"""B\n"C" \\"""B"""\na: Literal["B"]'), "B": source("")},
            {"A": ["A"], "B": ["B"]},
        ),
        # A class with parents has a module of its own, which can have its parents.
        (
            {"P": source(""), "C": source("P", "P SchemaModel"), "A": source("c: C")},
            {"C": ["P", "C"], "A": ["A"]},
        ),
        # Values that are listed have one module, but for those of one model alone.
        (
            {"E": source("", module="es"), "F": source("", module="es"), "A": source("e: E")},
            {"A": ["E", "A"], "es": ["F"]},
        ),
    ],
)
def test_families(sources: dict[str, Source], expected: dict[str, list[str]]) -> None:
    assert {one.first: [*one.sources] for one in families(sources)} == expected


def test_what_a_family_names() -> None:
    sources = {"A": source("b: B | Z"), "B": source("c: C"), "C": source(""), "D": source("C")}
    found = {one.first: one.named for one in families(sources, ["Z"])}
    assert found == {"A": {"B", "C", "Z"}, "C": set(), "D": {"C"}}


def test_a_family_grows_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_families, "_MOST", 2)
    sources = {"A": source("B C"), "B": source("D"), "C": source(""), "D": source("")}
    assert {one.first: [*one.sources] for one in families(sources)} == {
        "A": ["A", "B"],
        "C": ["C"],
        "D": ["D"],
    }
