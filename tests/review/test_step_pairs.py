"""Which step of one series is which of another one."""

from __future__ import annotations

import pytest

from specmend.document.text.document import read_document
from specmend.review.step_pairs import step_pairs
from specmend.steps.read import read_step
from specmend.steps.step import Step

TEXT = """\
overlay: 1.1.0
info: {{title: {title}, version: 1.0.0, x-reason: The server does so.}}
actions:
  - target: $.info.title
    update: {update}
    x-expect: {{matches: 1, before: Pets}}
"""


def step(name: str, update: str = "Cats", title: str = "") -> Step:
    text = TEXT.format(title=title or name[5:], update=update)
    document = read_document(text.encode(), f"patches/pets/{name}.yaml")
    return read_step(document, int(name[:4]))


ONE, TWO, THREE = step("0001-a"), step("0002-b"), step("0003-c")

# The series before · the series after · the files that were retired · what happened, by number.
PAIRS = [
    ([ONE, TWO], [ONE, TWO], (), []),
    ([], [ONE], (), ["added 1"]),
    ([ONE], [], (), ["removed 1"]),
    ([ONE, TWO], [ONE], ("0002-b.yaml",), ["retired 2"]),
    ([ONE, TWO], [ONE], ("0007-b.yaml",), ["retired 2"]),
    ([ONE, TWO], [ONE], ("0001-a.yaml",), ["removed 2"]),
    ([ONE], [step("0001-a", "Dogs")], (), ["changed 1"]),
    ([ONE], [step("0004-a", title="a")], (), ["renumbered 4"]),
    ([ONE], [step("0004-a", "Dogs")], (), ["changed 4"]),
    ([ONE], [step("0001-z", title="a")], (), []),
    ([ONE], [step("0001-z", "Dogs", title="a")], (), ["changed 1"]),
    ([ONE], [step("0001-z", "Dogs")], (), ["removed 1", "added 1"]),
    ([ONE, TWO], [step("0002-a", title="a"), step("0003-b", title="b")], (),
     ["renumbered 2", "renumbered 3"]),
    ([ONE, TWO, THREE], [ONE, THREE], (), ["removed 2"]),
    # Two steps of one content cannot be told apart by it.
    ([step("0001-x", title="t"), step("0002-y", title="t")], [step("0003-z", title="t")], (),
     ["removed 1", "removed 2", "added 3"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "retired", "expected"), PAIRS)
def test_steps_are_known_again(
    old: list[Step], new: list[Step], retired: tuple[str, ...], expected: list[str]
) -> None:
    pairs = step_pairs(old, new, retired)
    assert [f"{pair.fate} {pair.number}" for pair in pairs] == expected
