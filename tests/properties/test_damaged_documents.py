"""A document that is not valid gives a client, or a refusal in plain words; never an exception."""

from __future__ import annotations

import json
import random
from pathlib import Path

from tests.properties.any_document import broken
from tests.strategies.damage import damaged
from tests.strategies.drawn import drawn

DOCUMENTS = 8
MISSED = {"operations", "methods"}
"""What the law says of operations holds for valid documents alone."""


def test_a_damaged_document_gives_a_client_or_plain_words(tmp_path: Path) -> None:
    chance = random.Random(20)  # noqa: S311 - not a secret
    trees = [damaged(tree, chance) for tree in drawn(DOCUMENTS, start=20)]
    found = [
        fault
        for fault in broken(trees, tmp_path, types=False)
        if fault.stage not in MISSED and (fault.raw or fault.stage != "build")
    ]
    shown = [json.dumps(trees[index]) for index in sorted({fault.index for fault in found})]
    assert not found, "\n".join([*map(str, found), *shown])
