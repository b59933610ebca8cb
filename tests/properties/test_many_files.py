"""A document taken apart into files and brought into one says the same as before."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.properties.split_document import ROOT, differences, taken_apart
from tests.source.bundle.files import take
from tests.strategies.documents import documents


@given(st.data())
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
def test_files_say_what_the_document_said(data: st.DataObject) -> None:
    tree: Any = data.draw(documents())
    files = data.draw(taken_apart(tree))
    with tempfile.TemporaryDirectory() as folder:
        made = take(Path(folder), files)
    assert list(differences(tree, made.document.tree)) == [], json.dumps(files)
    assert bool(made.made_by) == (len(files) > 1)
    assert "$ref: file:" not in made.document.text
    assert ROOT not in made.document.text
