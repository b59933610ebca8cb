"""The words for what a pinned document was made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from specmend.cli.made_of import made_of
from specmend.source.pin import Pin, SourceRecord

PIN = Pin(origin="a", date=dt.date(2025, 3, 1), sha256="0")
RECORD = SourceRecord(path="a.yaml", sha256="0", size=1)


def test_a_document_says_of_how_many_files_it_was_made() -> None:
    assert made_of(PIN) == ""
    made = replace(PIN, made_by=("bundle 1",), sources=(RECORD, RECORD))
    assert made_of(made) == "made of 2 files (bundle 1)"
    converted = replace(PIN, made_by=("swagger 1",), original="0")
    assert made_of(converted) == "converted from Swagger 2.0 (swagger 1)"
    both = replace(made, made_by=("bundle 1", "swagger 1"), original="0")
    words = "made of 2 files and converted from Swagger 2.0 (bundle 1, swagger 1)"
    assert made_of(both) == words
