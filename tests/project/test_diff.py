"""What changed between two documents, as the library gives it."""

from __future__ import annotations

from pathlib import Path

from specmend import diff_documents
from specmend.diff.changes import Override
from specmend.document.text.document import parse_document

OLD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths:\n  /a: {get: {responses: {}}}\n'
NEW = OLD.replace("  /a:", "  /b:").replace("get:", "put:")


def test_documents_and_files(tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(NEW)
    found = diff_documents(parse_document(OLD, "old.yaml"), tmp_path / "new.yaml")
    assert (found.old, found.new) == ("old.yaml", str(tmp_path / "new.yaml"))
    assert [change.id for change in found.changes] == ["path-removed", "path-added"]
    assert [change.id for change in found.at_least("warning")] == ["path-removed"]
    assert found.counts() == {"breaking": 1, "warning": 0, "info": 1}


def test_levels_of_ones_own() -> None:
    overrides = {"path-removed": Override(level="info", reason="R.")}
    documents = parse_document(OLD, "a.yaml"), parse_document(NEW, "b.yaml")
    found = diff_documents(*documents, overrides=overrides)
    assert found.at_least("warning") == ()
