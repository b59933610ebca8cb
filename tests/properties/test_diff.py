"""The laws of the comparison of documents: nothing for equal ones, and no more than was edited."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from tests.diff.pairs import entries
from tests.properties.edited_documents import document, edited
from tests.properties.spelled_documents import SPELLINGS, spelled
from tests.strategies.documents import documents

from specmend.diff.checks.table import OTHER

SETS = 40
"""Sets of random edits in a run of the tests; `make fuzz` makes many more."""


@given(documents())
def test_a_document_does_not_differ_from_itself(tree: Any) -> None:
    assert entries(tree, tree) == ()


@pytest.mark.parametrize("name", SPELLINGS)
def test_another_spelling_is_no_change(name: str) -> None:
    other = document()
    assert SPELLINGS[name](other), "the document has no place for it"
    assert other != document()
    assert entries(document(), other) == ()
    assert entries(other, document()) == ()


@pytest.mark.parametrize("seed", range(12))
def test_several_spellings_together_are_no_change(seed: int) -> None:
    other = spelled(document(), Random(seed), 5)  # noqa: S311 - the same in every run
    assert entries(document(), other) == ()


@pytest.mark.parametrize("seed", range(SETS))
def test_no_more_entries_than_edits(seed: int) -> None:
    count = 1 + seed % 6
    new, edits = edited(document(), Random(seed), count)  # noqa: S311 - the same in every run
    found = entries(document(), new)
    assert len(found) <= count, (edits, [(one.id, one.words) for one in found])
    assert OTHER.id not in {one.id for one in found}


@pytest.mark.parametrize("seed", range(0, SETS, 4))
def test_an_entry_says_the_same_in_every_run(seed: int) -> None:
    new, _ = edited(document(), Random(seed), 4)  # noqa: S311 - the same in every run
    assert entries(document(), new) == entries(document(), new)
