"""A package is put together: what is kept, its order, its headers, the linter's findings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from specmend.errors import RepositoryError
from specmend.generate.assemble import assemble
from specmend.generate.generators import Generated
from specmend.generate.plan import PackagePlan

PLAN = PackagePlan(
    api="pets",
    package="pets",
    version="1",
    description="d",
    license="MIT",
    header="One\n\nTwo",
)
WRITTEN = {
    "pyproject.toml": "[tool.ruff]\n",
    "README.md": "# Pets\n\n<!-- hand-written -->\n\nEnd\n",
    "REFERENCE.md": "# Reference\n",
    "left-behind.txt": "x",
    "pets/__init__.py": '"""Pets."""\n',
    "pets/client.py": '"""The client."""\n\nimport os\nimport json\n\nX = json.dumps( 1 )\n',
    "pets/models/__init__.py": '"""Models."""\n',
    "pets/api/default/ask.py": '"""Ask."""\n',
}


MODELS = '"""The models."""\nfrom ._model import SchemaModel\nclass Pet(SchemaModel): ...\n'


@pytest.fixture
def generated(tmp_path: Path) -> Generated:
    for name, text in WRITTEN.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Generated(
        project=tmp_path / "project",
        models={"schemas.py": MODELS},
        faults=(),
        warnings=(),
    )


def test_names_of_the_document_are_no_findings(generated: Generated, tmp_path: Path) -> None:
    module = tmp_path / "project" / "pets/api/default/ask.py"
    module.write_text("def l() -> None: ...\n\n\nprint(missing)\n", "utf-8")
    _, findings = assemble(generated, PLAN, folder(tmp_path))
    assert [finding.split()[1] for finding in findings] == ["F821"]


def folder(tmp_path: Path) -> Path:
    made = tmp_path / "work"
    made.mkdir()
    return made


def test_what_the_generators_made_joins_our_runtime_sorted(
    generated: Generated, tmp_path: Path
) -> None:
    files, findings = assemble(generated, PLAN, folder(tmp_path))
    assert list(files) == sorted(files)
    assert set(WRITTEN) - {"left-behind.txt"} <= set(files)
    assert {"pets/_transport.py", "pets/models/_model.py", "pets/py.typed"} <= set(files)
    assert "left-behind.txt" not in files
    assert findings == ()


def test_modules_are_formatted_under_the_header_and_other_files_have_none(
    generated: Generated, tmp_path: Path
) -> None:
    files, _ = assemble(generated, PLAN, folder(tmp_path))
    client = files["pets/client.py"].decode()
    assert client.startswith('# One\n#\n# Two\n\n"""The client."""\n\nimport json\n')
    assert client.endswith("X = json.dumps(1)\n")
    models = files["pets/models/schemas.py"].decode()
    assert models.endswith("import SchemaModel\n\n\nclass Pet(SchemaModel): ...\n")
    assert files["README.md"] == b"# Pets\n\nEnd\n"


def test_the_http_library_is_the_one_of_the_plan(generated: Generated, tmp_path: Path) -> None:
    files, _ = assemble(generated, replace(PLAN, http="httpx"), folder(tmp_path))
    transport = files["pets/_transport.py"].decode()
    assert "import httpx\n" in transport
    assert "httpx2" not in transport


def test_hand_written_modules_stay_as_they_are_and_the_linter_speaks(
    generated: Generated, tmp_path: Path
) -> None:
    own = {"own.py": b"import os\n", "README.md": b"Mine."}
    files, findings = assemble(generated, replace(PLAN, client_modules=own), folder(tmp_path))
    assert files["pets/own.py"] == b"import os\n"
    assert b"Mine.\n\nEnd" in files["README.md"]
    assert [finding.partition(":")[0] for finding in findings] == ["own.py"] * len(findings)
    assert findings


def test_a_hand_written_module_may_not_hide_a_generated_one(
    generated: Generated, tmp_path: Path
) -> None:
    plan = replace(PLAN, client_modules={"Client.py": b""})
    with pytest.raises(RepositoryError) as caught:
        assemble(generated, plan, folder(tmp_path))
    assert [problem.file for problem in caught.value.problems] == ["Client.py"]
