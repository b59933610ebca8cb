"""Any valid document gives a client that imports, type-checks and has a method per operation."""

from __future__ import annotations

import json
from pathlib import Path

from tests.properties.any_document import broken
from tests.strategies.drawn import drawn

DOCUMENTS = 6
"""So many in each run of the tests; `make fuzz` tries hundreds, each time others."""


def test_any_document_gives_a_whole_client(tmp_path: Path) -> None:
    trees = drawn(DOCUMENTS, start=10)
    found = broken(trees, tmp_path)
    shown = [json.dumps(trees[index]) for index in sorted({fault.index for fault in found})]
    assert not found, "\n".join([*map(str, found), *shown])
