"""A real document has the same findings, in the same order, on a quiet and on a busy machine."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.busy import busy_machine
from tests.real import SHARED

BOX = SHARED / "corpus" / "box.json"
TOLD = """
import sys
from pathlib import Path
from specmend.document.text.document import read_document
from specmend.validate.check import validate_document

path = Path(sys.argv[1])
for finding in validate_document(read_document(path.read_bytes(), path.name)):
    print(finding)
"""

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not BOX.is_file(), reason="the real documents are absent"),
]


def test_a_big_document_has_the_same_findings_on_a_busy_machine() -> None:
    words = [sys.executable, "-c", TOLD, str(BOX)]
    quiet = subprocess.run(words, capture_output=True, check=True, text=True).stdout
    with busy_machine():
        loaded = subprocess.run(words, capture_output=True, check=True, text=True).stdout
    assert quiet.count("\n") > 1
    assert loaded == quiet
