"""The workflows that join a project: where they go, what they install, and what stops them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.project.in_git import table

from specmend.errors import RepositoryError
from specmend.project.history import open_history
from specmend.project.init_ci import ci_files, init_ci
from specmend.version import VERSION

NAMES = [f"specmend-{name}.yml" for name in ("check", "release", "review", "upstream")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "specmend.toml").write_text(table("ants"), "utf-8")
    return tmp_path


def installs(file: Path) -> set[str]:
    jobs = yaml.safe_load(file.read_bytes())["jobs"].values()
    return {step["run"] for job in jobs for step in job["steps"] if step.get("name") == "Set up"}


def test_a_project_without_git_gets_them_in_its_own_folder(project: Path) -> None:
    assert init_ci(project) == tuple(f".github/workflows/{name}" for name in NAMES)
    assert init_ci(project) == ()
    assert ci_files(project) == {}


def test_a_project_in_a_folder_of_a_repository_gets_them_at_the_root(tmp_path: Path) -> None:
    from tests.project.in_git import repository

    made = repository(tmp_path / "top", "apis/mine", ["ants"])
    wrote = init_ci(made.project)
    assert wrote == tuple(f"../../.github/workflows/{name}" for name in NAMES)
    file = open_history(made.project).top / ".github" / "workflows" / NAMES[0]
    read = yaml.safe_load(file.read_bytes())
    assert read["defaults"] == {"run": {"working-directory": "apis/mine"}}


@pytest.mark.parametrize(
    ("locked", "expected"),
    [
        (None, f"pip install specmend=={VERSION}"),
        ("httpx==0.28.1\n", f"pip install specmend=={VERSION}"),
        ("not-specmend==1\n", f"pip install specmend=={VERSION}"),
        ("httpx==0.28.1\nspecmend==0.1.0\n", "pip install -r requirements.lock"),
        ("specmend[release,attestations]==0.1.0\n", "pip install -r requirements.lock"),
        (
            "specmend==0.1.0 \\\n    --hash=sha256:ab\n",
            "pip install --require-hashes -r requirements.lock",
        ),
    ],
)
def test_what_the_project_has_pinned_is_installed(
    project: Path, locked: str | None, expected: str
) -> None:
    if locked is not None:
        (project / "requirements.lock").write_text(locked, "utf-8")
    init_ci(project)
    folder = project / ".github" / "workflows"
    for name in NAMES:
        needs = "specmend[release,attestations]==" if "release" in name else "specmend=="
        assert installs(folder / name) == {expected.replace("specmend==", needs)}


def test_a_workflow_of_another_text_stays_and_every_one_is_named(project: Path) -> None:
    folder = project / ".github" / "workflows"
    init_ci(project)
    for name in NAMES[1:]:
        (folder / name).write_text("mine", "utf-8")
    (folder / NAMES[0]).unlink()
    with pytest.raises(RepositoryError) as caught:
        init_ci(project)
    faults = [(problem.file, problem.message) for problem in caught.value.problems]
    message = "this workflow is there already, and init would overwrite it"
    assert faults == [(f".github/workflows/{name}", message) for name in NAMES[1:]]
    assert not (folder / NAMES[0]).exists()
    assert (folder / NAMES[1]).read_text("utf-8") == "mine"
