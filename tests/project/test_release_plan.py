"""A plan is found out of git and the index, and says what must be put in order first."""

from __future__ import annotations

import re

import pytest
from tests.project.in_git import Repository
from tests.release.fake_index import FakeIndex
from tests.release.works import FILES, plan, write_package

from specmend.errors import OutsideError, RepositoryError, UsageError
from specmend.project.last_release import version_of_tag
from specmend.project.release_plan import plan_release
from specmend.project.repository import Project
from specmend.release.indexes import KNOWN, Index


def refusal(made: Repository, index: FakeIndex, version: str = "") -> tuple[str, str]:
    with pytest.raises(RepositoryError) as raised:
        plan(made, index, version)
    (problem,) = raised.value.problems
    assert problem.advice
    return problem.message, problem.found


def with_entry(made: Repository, version: str = "0.1.0") -> str:
    """Commit an entry of the changelog, as an earlier run does; gives the commit."""
    made.write("spec/pets/CHANGELOG.md", f"# Changelog of pets\n\n## {version}\n\nWords.\n")
    return made.commit("Write what is new")


def raise_version(made: Repository, version: str) -> None:
    settings = re.sub(r"^version = .*\n", "", made.read("specmend.toml"), flags=re.MULTILINE)
    made.write("specmend.toml", f'{settings}version = "{version}"\n')
    text = made.read("generated/pets/pyproject.toml")
    changed = re.sub(
        r'^version = ".*"', f'version = "{version}"', text, count=1, flags=re.MULTILINE
    )
    write_package(made, "pyproject.toml", changed)


def test_the_first_release_has_nothing_before_it(made: Repository, index: FakeIndex) -> None:
    found = plan(made, index)
    assert (found.name, found.package, found.version) == ("pets", "pets", "0.1.0")
    assert (found.tag, found.is_tagged, found.last, found.bump) == ("pets-v0.1.0", False, "", None)
    assert (found.commit, found.is_prepared, found.is_whole) == ("", False, False)
    assert set(found.archives) == FILES
    assert not found.served.is_known
    assert not found.is_served


def test_the_commit_is_the_last_one_of_the_package(made: Repository, index: FakeIndex) -> None:
    commit = with_entry(made)
    assert plan(made, index).commit == commit
    assert str(plan(made, index).seconds) == made.git("log", "-1", "--format=%ct")
    made.write("README.md", "# Pets\n")
    made.commit("Say what this is")
    assert plan(made, index).commit == commit
    write_package(made, "README.md", "# Pets\n")
    made.commit("Change the package")
    # What changed now may need a note.
    assert not plan(made, index).is_prepared


def test_a_merge_is_the_commit_that_brought_the_package(made: Repository, index: FakeIndex) -> None:
    made.git("checkout", "--quiet", "-b", "branch")
    write_package(made, "README.md", "# Pets\n")
    with_entry(made)
    made.git("checkout", "--quiet", "main")
    made.git("merge", "--quiet", "--no-ff", "-m", "Merge", "branch")
    assert plan(made, index).commit == made.git("rev-parse", "HEAD")


@pytest.mark.parametrize("name", ["README.md", "generated/pets/README.md", "specmend.toml"])
def test_what_is_not_committed_is_told(made: Repository, index: FakeIndex, name: str) -> None:
    text = made.read(name) if name == "specmend.toml" else ""
    made.write(name, f"{text}# new\n")
    assert refusal(made, index) == ("there are changes that are not committed", name)


def test_pypi_gets_no_local_version(made: Repository, index: FakeIndex) -> None:
    api = Project.find(made.project).api("pets")
    place = Index(name="pypi", simple=index.simple, upload=KNOWN["pypi"].publish_url)
    with pytest.raises(UsageError, match="pypi takes no local version"):
        plan_release(api, place, "1.0+ours")
    assert plan(made, index, "1.0+ours").version == "1.0+ours"


def test_a_repository_without_commits_is_told(made: Repository, index: FakeIndex) -> None:
    made.git("switch", "--quiet", "--orphan", "empty")
    made.git("checkout", "--quiet", "main", "--", ".")
    with pytest.raises(UsageError, match="this repository has no commit yet"):
        plan(made, index)


def test_of_many_changes_a_few_are_named(made: Repository, index: FakeIndex) -> None:
    for number in range(7):
        made.write(f"file{number}", "")
    found = "file0, file1, file2, file3, file4 and 2 more"
    assert refusal(made, index) == ("there are changes that are not committed", found)


def test_a_package_with_another_version_than_the_settings_is_told(
    made: Repository, index: FakeIndex
) -> None:
    made.write("specmend.toml", made.read("specmend.toml") + 'version = "0.2.0"\n')
    made.commit("Raise the version")
    message = "the package of pets has another version than the settings"
    assert refusal(made, index) == (message, "0.1.0")


def test_a_package_that_was_never_committed_is_told(made: Repository, index: FakeIndex) -> None:
    table = made.read("specmend.toml").replace("pets", "cats")
    made.write("specmend.toml", made.read("specmend.toml") + table)
    made.commit("Add cats")
    api = Project.find(made.project).api("cats")
    with pytest.raises(RepositoryError, match="the package of cats was never committed"):
        plan_release(api, Index(simple=index.simple))


def test_an_api_without_a_package_is_told(made: Repository, index: FakeIndex) -> None:
    made.write("specmend.toml", made.read("specmend.toml").replace('package = "pets"\n', ""))
    made.commit("Make no package")
    assert refusal(made, index)[0] == "pets has no Python package to release"


def test_a_change_after_a_release_asks_for_the_next_one(made: Repository, index: FakeIndex) -> None:
    with_entry(made)
    made.git("tag", "pets-v0.1.0")
    assert plan(made, index).is_tagged
    write_package(made, "README.md", "# Pets\n")
    made.commit("Change the package")
    found = plan(made, index)
    assert (found.version, found.last, found.is_prepared) == ("0.1.1", "pets-v0.1.0", False)
    message = "pets 0.1.0 is released already, and the package changed since pets-v0.1.0"
    assert refusal(made, index, "0.1.0") == (message, "0.1.0")


def test_a_version_under_a_published_one_is_told(made: Repository, index: FakeIndex) -> None:
    index.files = {"pets-0.3.0.tar.gz": b"", "pets-0.3.0-py3-none-any.whl": b""}
    assert refusal(made, index) == ("pets 0.1.0 is lower than what is published", "0.3.0")
    index.files |= dict.fromkeys(FILES, b"")
    message = "pets 0.1.0 is published, and git has no tag pets-v0.1.0"
    assert refusal(made, index) == (message, "")
    with_entry(made)
    assert plan(made, index).is_served


def test_a_version_that_is_too_low_for_what_changed_is_told(
    made: Repository, index: FakeIndex
) -> None:
    made.git("tag", "pets-v0.1.0")
    client = "generated/pets/pets/client.py"
    text = made.read("generated/pets/pets/__init__.py")
    write_package(made, "pets/__init__.py", text.replace("AsyncClient", "AnotherClient"))
    assert made.read("generated/pets/pets/__init__.py") != text
    raise_version(made, "0.1.1")
    made.commit(f"Change {client}")
    message, found = refusal(made, index)
    assert message == "pets 0.1.1 is too low for what changed since pets-v0.1.0"
    assert "AsyncClient" in found
    made.git("tag", "pets-v0.0.9")
    raise_version(made, "0.2.0")
    made.commit("Raise the version")
    later = plan(made, index)
    assert later.last == "pets-v0.1.0"
    assert later.notes is not None
    assert any("AsyncClient" in note for note in (*later.notes.removed, *later.notes.changed))


def test_a_shallow_clone_cannot_tell(
    made: Repository, index: FakeIndex, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("shallow") / "clone"
    origin = (made.top.parent / "origin.git").as_uri()
    made.git("clone", "--quiet", "--depth=1", "--branch=main", origin, str(place))
    with pytest.raises(OutsideError, match="this clone is shallow"):
        plan(Repository(place, place), index)


@pytest.mark.parametrize(
    ("tag", "version"),
    [
        ("pets-v1.2.0", "1.2.0"),
        ("pets-v1.2.0rc1", "1.2.0rc1"),
        ("pets-vone", None),
        ("cats-v1.0", None),
        ("v1.0", None),
    ],
)
def test_a_tag_tells_its_version(tag: str, version: str | None) -> None:
    assert (
        version_of_tag(tag, "pets") is None
        if version is None
        else str(version_of_tag(tag, "pets")) == version
    )
