"""What changed among the files that a document is made of."""

from __future__ import annotations

from specmend.source.pin import SourceRecord
from specmend.source.source_changes import SourceChanges, source_changes


def record(path: str, digest: str) -> SourceRecord:
    return SourceRecord(path=path, sha256=digest, size=1)


OLD = (record("root.yaml", "0"), record("a.yaml", "1"), record("b.yaml", "2"))
NEW = (record("root.yaml", "0"), record("b.yaml", "3"), record("c.yaml", "4"))


def test_files_come_change_and_go() -> None:
    assert source_changes(OLD, OLD) == SourceChanges()
    expected = SourceChanges(added=("c.yaml",), changed=("b.yaml",), removed=("a.yaml",))
    assert source_changes(OLD, NEW) == expected


def test_a_document_that_had_no_files_has_no_changes() -> None:
    assert source_changes((), NEW) == SourceChanges()
    assert source_changes(OLD, ()) == SourceChanges()
