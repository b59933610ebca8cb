"""Which APIs a change touches: everything that their builds and checks read, and nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.project.in_git import NAMES, Repository, copy_of_repository, repository, table, write_api

from specmend.errors import OutsideError, UsageError
from specmend.generate.manifest import tool_versions
from specmend.project.changed_since import ChangedApis
from specmend.project.repository import Project

SETTINGS = "specmend.toml"


@pytest.fixture
def made(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return copy_of_repository(tmp_path, tmp_path_factory)


def since(made: Repository, revision: str = "main") -> ChangedApis:
    return Project.find(made.project).changed_since(revision)


def names(changes: ChangedApis) -> list[str]:
    return [change.api.name for change in changes.apis]


def test_nothing_changed_touches_nothing(made: Repository) -> None:
    changes = since(made)
    assert (names(changes), changes.removed) == ([], ())
    assert changes.commit == made.git("rev-parse", "HEAD")


@pytest.mark.parametrize(
    ("file", "touched"),
    [
        ("spec/bees/upstream.yaml", ["bees"]),
        ("spec/bees/pin.toml", ["bees"]),
        ("spec/bees/sanitized.yaml", ["bees"]),
        ("spec/bees/releases/2.yaml", ["bees"]),
        ("patches/bees/0001-move-the-prefix.yaml", ["bees"]),
        ("patches/bees/0002-more.yaml", ["bees"]),
        ("patches/bees/retired/0003-old.yaml", ["bees"]),
        ("patches/bees/client/extra.py", ["bees"]),
        ("generated/bees/bees/client.py", ["bees"]),
        ("spec/bees-2/upstream.yaml", []),
        ("patches/bee/0001-other.yaml", []),
        ("README.md", []),
        ("docs/spec/bees/upstream.yaml", []),
    ],
)
def test_a_file_touches_the_api_that_it_is_of(
    made: Repository, file: str, touched: list[str]
) -> None:
    made.write(file, "new: true\n")
    changes = since(made)
    assert names(changes) == touched
    assert [change.files for change in changes.apis] == [(file,)] * len(touched)


@pytest.mark.parametrize("how", ["committed", "staged", "unstaged"])
@pytest.mark.parametrize("name", ["0001-move-the-prefix.yaml", "0002-more.yaml"])
def test_a_file_counts_wherever_its_change_is(made: Repository, how: str, name: str) -> None:
    made.write(f"patches/ants/{name}", "new: true\n")
    if how != "unstaged":
        made.git("add", "--all")
    if how == "committed":
        made.commit()
    assert names(since(made, "main~1" if how == "committed" else "main")) == ["ants"]


@pytest.mark.parametrize("how", ["committed", "staged", "unstaged"])
def test_a_file_that_went_touches_its_api(made: Repository, how: str) -> None:
    step = made.project / "patches/ants/0001-move-the-prefix.yaml"
    step.unlink()
    if how != "unstaged":
        made.git("add", "--all")
    if how == "committed":
        made.commit()
    assert names(since(made, "main~1" if how == "committed" else "main")) == ["ants"]


def test_what_is_staged_counts_even_if_the_file_is_as_before(made: Repository) -> None:
    name = "patches/ants/0001-move-the-prefix.yaml"
    before = made.read(name)
    made.write(name, before + "# more\n")
    made.git("add", "--all")
    made.write(name, before)
    assert names(since(made)) == ["ants"]


def test_a_renamed_file_touches_both_apis(made: Repository) -> None:
    made.git("mv", "patches/ants/0001-move-the-prefix.yaml", "patches/cats/0002-moved.yaml")
    assert names(since(made)) == ["ants", "cats"]


def test_what_git_ignores_does_not_count(made: Repository) -> None:
    made.write(".specmend/ants.json", "{}")
    assert names(since(made)) == []


@pytest.mark.parametrize(
    ("text", "touched"),
    [
        ("# a word of people\n" + "".join(map(table, NAMES)), []),
        ("".join(map(table, reversed(NAMES))), []),
        ("".join(map(table, NAMES)) + "flat = true\n", ["cats"]),
        ("".join(map(table, NAMES)) + 'version = "0.1.0"\n', []),
        ("".join(map(table, NAMES)).replace('"bees"', '"hives"'), ["bees"]),
    ],
)
def test_settings_are_compared_by_their_values(
    made: Repository, text: str, touched: list[str]
) -> None:
    made.write(SETTINGS, text)
    changes = since(made)
    assert names(changes) == touched
    assert all(change.settings_changed and not change.files for change in changes.apis)


def test_settings_may_move_to_another_file(made: Repository) -> None:
    text = "".join(map(table, NAMES)).replace("[apis.", "[tool.specmend.apis.")
    (made.project / SETTINGS).unlink()
    made.write("pyproject.toml", text)
    assert names(since(made)) == []


def test_settings_that_cannot_be_read_any_more_touch_every_api(made: Repository) -> None:
    good = made.read(SETTINGS)
    made.write(SETTINGS, good + "no-such-setting = 1\n")
    made.commit()
    made.write(SETTINGS, good)
    assert names(since(made)) == [*NAMES]


def test_a_new_api_counts_and_a_removed_one_is_apart(made: Repository) -> None:
    made.write(SETTINGS, table("bees") + table("dogs") + table("cats"))
    write_api(made, "dogs")
    changes = since(made)
    assert [(change.api.name, change.is_new) for change in changes.apis] == [("dogs", True)]
    assert changes.removed == ("ants",)


def test_another_version_of_a_tool_touches_what_it_made(made: Repository) -> None:
    for name, version in (("ants", "0.0.1"), ("bees", tool_versions()["ruff"])):
        manifest = {"tools": {**tool_versions(), "ruff": version}}
        made.write(f"generated/{name}/manifest.json", json.dumps(manifest))
    made.write("generated/cats/manifest.json", "damaged")
    made.commit()
    (change,) = since(made).apis
    assert (change.api.name, change.tools, change.files) == ("ants", ("ruff",), ())


def test_a_change_of_specmend_itself_touches_every_api(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = made.top.resolve() / "tools/specmend"
    monkeypatch.setattr("specmend.project.changed_since._PROGRAM", program)
    assert names(since(made)) == []
    made.write("tools/specmend/new.py", "")
    changes = since(made)
    assert names(changes) == [*NAMES]
    assert {change.tools for change in changes.apis} == {("specmend",)}


def test_an_installed_specmend_is_not_a_part_of_the_repository(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = "venv/lib/site-packages/specmend"
    monkeypatch.setattr("specmend.project.changed_since._PROGRAM", made.top.resolve() / place)
    made.write(f"{place}/new.py", "")
    assert names(since(made)) == []


@pytest.mark.parametrize("file", ["generated/bees-go/bees.go", "config/go.yaml"])
def test_what_another_generator_reads_and_writes_touches_its_api(
    made: Repository, file: str
) -> None:
    command = '["make-go", "{document}", "{output}"]'
    go = f'{{command = {command}, version-command = ["v"], inputs = ["config/go.yaml"]}}'
    made.write("config/go.yaml", "x: 1\n")
    settings = "".join(map(table, NAMES))
    made.write(SETTINGS, settings.replace('"bees"\n', f'"bees"\ngenerators.go = {go}\n'))
    made.commit()
    assert names(since(made)) == []
    made.write(file, "changed\n")
    assert names(since(made)) == ["bees"]


def many_files(made: Repository) -> None:
    """Let the document of the ants be one of two files beside the project."""
    root, other = "openapi: 3.1.0\n", "type: string\n"
    made.write("../api/root.yaml", root)
    made.write("../api/parts/name.yaml", other)
    facts = "".join(
        f'"{path}" = {{sha256 = "{hashlib.sha256(text.encode()).hexdigest()}", '
        f"bytes = {len(text)}}}\n"
        for path, text in (("root.yaml", root), ("parts/name.yaml", other))
    )
    pin = made.read("spec/ants/pin.toml").replace("the ants", "../api/root.yaml")
    made.write("spec/ants/pin.toml", f'{pin}made-by = ["bundle 1"]\n\n[sources]\n{facts}')
    made.commit()


@pytest.mark.parametrize("file", ["root.yaml", "parts/name.yaml"])
def test_a_file_that_a_document_is_made_of_touches_its_api(tmp_path: Path, file: str) -> None:
    made = repository(tmp_path, "deep/project")
    many_files(made)
    assert names(since(made)) == []
    made.write(f"../api/{file}", "changed: true\n")
    made.write("../api/other.yaml", "changed: true\n")
    (change,) = since(made).apis
    assert (change.api.name, change.files) == ("ants", (f"deep/api/{file}",))


def test_a_project_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    made = repository(tmp_path, "deep/project")
    (tmp_path / "spec/bees").mkdir(parents=True)
    (tmp_path / "spec/bees/upstream.yaml").write_text("of another project", "utf-8")
    made.write("patches/cats/0002-more.yaml", "x: 1\n")
    made.write(SETTINGS, made.read(SETTINGS).replace('"ants"', '"hills"'))
    assert names(since(made)) == ["ants", "cats"]


@pytest.mark.posix("links that anybody may make")
def test_what_a_link_leads_to_counts(made: Repository) -> None:
    made.write("shared/step.yaml", "x: 1\n")
    made.write("shared/modules/extra.py", "")
    (made.project / "patches/ants/0002-shared.yaml").symlink_to("../../shared/step.yaml")
    (made.project / "patches/bees/client").symlink_to("../../shared/modules")
    made.commit()
    made.write("shared/step.yaml", "x: 2\n")
    assert names(since(made)) == ["ants"]
    made.write("shared/modules/extra.py", "X = 1\n")
    assert names(since(made)) == ["ants", "bees"]


def test_a_branch_is_compared_with_the_revision_or_with_the_merge_base(made: Repository) -> None:
    made.git("switch", "--quiet", "--create", "work")
    made.write("patches/ants/0002-more.yaml", "x: 1\n")
    made.commit()
    made.git("switch", "--quiet", "main")
    made.write("patches/bees/0002-more.yaml", "x: 1\n")
    made.commit()
    made.git("switch", "--quiet", "work")
    assert names(since(made, "main")) == ["ants", "bees"]
    assert names(since(made, "main...")) == ["ants"]


def test_before_the_first_commit_of_a_branch_everything_is_new(made: Repository) -> None:
    changes = since(made, "0" * 40)
    assert [(change.api.name, change.is_new) for change in changes.apis] == [
        (name, True) for name in NAMES
    ]
    assert changes.commit == ""


def unknown(made: Repository) -> Path:
    return made.project


def shallow(made: Repository) -> Path:
    made.commit("second")
    clone = made.top.parent / f"{made.top.name}-clone"
    made.git("clone", "--quiet", "--depth=1", made.top.as_uri(), str(clone))
    return clone


def copied(made: Repository) -> Path:
    (made.top / ".git").rename(made.top / "git")
    return made.project


def broken(made: Repository) -> Path:
    (made.top / ".git/HEAD").unlink()
    return made.project


@pytest.mark.parametrize(
    ("arrange", "revision", "error", "message", "advice"),
    [
        (unknown, "nope", UsageError, "git knows no revision 'nope' here", "git fetch"),
        (unknown, "--help", UsageError, "git knows no revision '--help' here", "git fetch"),
        (unknown, "...", UsageError, "the revision is empty", "leave the option out"),
        (unknown, "1" * 40, UsageError, "git knows no revision '111", "git fetch origin 1111"),
        (unknown, "0" * 64 + "...", UsageError, "a revision of zeros", "leave --base out"),
        (unknown, "", UsageError, "it is empty", "name a branch"),
        (shallow, "HEAD~1", OutsideError, "this clone is shallow, and lacks", "fetch-depth: 0"),
        (copied, "main", OutsideError, "in no git repository", "clone it"),
        (broken, "main", OutsideError, "git does not read the repository", "safe.directory"),
    ],
)
def test_what_git_cannot_tell_is_an_error_with_advice(
    made: Repository,
    arrange: Callable[[Repository], Path],
    revision: str,
    error: type[UsageError | OutsideError],
    message: str,
    advice: str,
) -> None:
    project = Project.find(arrange(made))
    with pytest.raises(error) as caught:
        project.changed_since(revision)
    (problem,) = caught.value.problems
    assert message in problem.message
    assert advice in problem.advice


def test_a_shallow_clone_is_enough_for_a_revision_that_it_has(made: Repository) -> None:
    assert names(since(Repository(made.top, shallow(made)), "HEAD")) == []


def test_histories_without_a_common_commit_are_compared_directly_only(made: Repository) -> None:
    made.git("switch", "--quiet", "--orphan", "other")
    made.write(SETTINGS, "".join(map(table, NAMES)))
    made.commit()
    with pytest.raises(UsageError, match="no common ancestor"):
        since(made, "main...")
    assert names(since(made)) == [*NAMES]


def test_without_git_nobody_knows_what_changed(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OutsideError, match="git is not installed"):
        since(made)
