"""Documents read from files."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmend.errors import RepositoryError
from specmend.project.documents import load_document


def test_a_document_is_called_by_its_path_or_by_a_name(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1\n")
    assert load_document(file).name == str(file)
    assert load_document(str(file)).tree == {"a": 1}
    assert load_document(file, "the pets").name == "the pets"


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(RepositoryError) as caught:
        load_document(tmp_path / "none.yaml", "none.yaml")
    assert caught.value.problems[0].file == "none.yaml"
