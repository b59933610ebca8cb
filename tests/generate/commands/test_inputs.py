"""All that an output depends on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.generate.commands.fakes import DOCUMENT, inputs, plan

from specmend.errors import RepositoryError
from specmend.generate.commands.inputs import digests


def test_the_command_gets_the_document_and_the_header(tmp_path: Path) -> None:
    assert inputs(plan(tmp_path)).files == {
        "openapi.yaml": DOCUMENT.encode(),
        "header.txt": b"Copyright 2026\n",
    }


def test_files_of_the_project_count_where_they_are_named(tmp_path: Path) -> None:
    for name in ("gen/a.mustache", "gen/sub/b.mustache", "gen/__pycache__/x", "config.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    made = plan(tmp_path, "", "--config={project}/config.yaml", "{project}/no", inputs=("gen",))
    before = digests(made)
    assert list(before) == ["config.yaml", "gen.py", "gen/a.mustache", "gen/sub/b.mustache"]
    (tmp_path / "gen/sub/b.mustache").write_text("other", "utf-8")
    after = digests(made)
    assert [name for name in before if before[name] != after[name]] == ["gen/sub/b.mustache"]


def test_every_input_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(RepositoryError) as caught:
        digests(plan(tmp_path, inputs=("a", "gen.py", "b/c")))
    assert [problem.file for problem in caught.value.problems] == ["a", "b/c"]
