"""Small real documents in other forms: no word of an update changes, and no fix is lost."""

from __future__ import annotations

import random
from typing import Any

import pytest
from tests.properties.moves.many_steps import series, structures
from tests.properties.moves.raises import lost, lost_without_oracle, without_ignored
from tests.properties.moves.recorded import as_document, recorded
from tests.properties.moves.same_words import differences
from tests.properties.moves.world import World
from tests.real import UPSTREAM
from tests.real.published import CORPUS, published
from tests.real.test_update_replay import FOLDERS, learnt, read

STEPS, MOVES = 6, 2
DOCUMENTS = [
    path
    for path in (
        CORPUS / "petstore30.yaml",
        CORPUS / "museum.yaml",
        UPSTREAM / "ollama-chat" / "openapi_original.yaml",
    )
    if path.is_file()
]

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not DOCUMENTS, reason="the real documents are absent"),
]


@pytest.fixture(scope="module", params=DOCUMENTS, ids=lambda path: path.stem)
def tree(request: pytest.FixtureRequest) -> Any:
    return published(request.param)


def worlds(tree: Any) -> list[World]:
    luck = random.Random(1)  # noqa: S311 - not a secret
    return [
        series(tree, luck, STEPS, 0),
        series(tree, luck, STEPS, MOVES),
        structures(without_ignored(tree), luck, STEPS, MOVES),
    ]


def test_the_order_of_keys_and_the_format_change_no_word(tree: Any) -> None:
    for world in worlds(tree):
        assert len(world.actions) > STEPS / 2
        assert differences(as_document(world.old), world.tree, recorded(world)) == []


def test_a_raise_by_our_edit_or_by_hand_loses_no_fix(tree: Any) -> None:
    luck = random.Random(2)  # noqa: S311 - not a secret
    if tree["openapi"].startswith("3.0"):
        assert [*lost(series(tree, luck, STEPS, 0))] == []
        assert [*lost(series(tree, luck, STEPS, MOVES))] == []
        assert [*lost_without_oracle(structures(without_ignored(tree), luck, STEPS, 0))] == []


def test_a_learnt_series_says_the_same_of_every_form() -> None:
    first, second, *_, last = FOLDERS["ollama"]
    steps = learnt(read(first), read(last))
    assert differences(read(first), read(second).tree, steps) == []
