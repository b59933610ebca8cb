"""The version of a release follows from what changed, and people may raise it, or say why not."""

from __future__ import annotations

import pytest
from tests.project.in_git import Repository
from tests.project.test_release_plan import raise_version, refusal, with_entry
from tests.release.fake_index import FakeIndex
from tests.release.works import FILES, plan, write_package

from specmend.errors import RepositoryError, UsageError
from specmend.project import release_prepare
from specmend.project.history import open_history


def rename_a_class(made: Repository, new: str = "OtherClient") -> None:
    """Commit a package that has another name for a class of users."""
    text = made.read("generated/pets/pets/__init__.py")
    write_package(made, "pets/__init__.py", text.replace("AsyncClient", new))
    made.commit("Change the package")


def test_a_first_release_has_the_version_of_the_settings_or_a_higher_one(
    made: Repository, index: FakeIndex
) -> None:
    assert plan(made, index).version == "0.1.0"
    assert plan(made, index, "1.0").version == "1.0"
    message, _ = refusal(made, index, "0.0.9")
    assert message == "pets 0.0.9 is lower than the version in the settings"
    with pytest.raises(UsageError, match="--version is no version of a package"):
        plan(made, index, "one")


def test_a_break_asks_for_a_version_with_its_notes(made: Repository, index: FakeIndex) -> None:
    made.git("tag", "pets-v0.1.0")
    rename_a_class(made)
    found = plan(made, index)
    assert (found.version, found.is_prepared, found.last) == ("0.2.0", False, "pets-v0.1.0")
    assert any("AsyncClient" in item for items in found.entry.values() for item in items)
    assert plan(made, index, "0.3.0").version == "0.3.0"
    message, reasons = refusal(made, index, "0.1.1")
    assert message == "pets 0.1.1 is too low for what changed since pets-v0.1.0"
    assert "AsyncClient" in reasons


def test_a_lower_version_needs_a_written_reason(made: Repository, index: FakeIndex) -> None:
    made.git("tag", "pets-v0.1.0")
    rename_a_class(made)
    reason = '[apis.pets.bump.lower]\n"0.1.1" = "Nobody has it."\n"0.0.9" = "An old branch."\n'
    made.write("specmend.toml", made.read("specmend.toml") + reason)
    made.commit("Say why")
    assert plan(made, index, "0.1.1").version == "0.1.1"
    before = plan(made, index, "0.0.9")
    assert (before.version, before.last, before.notes) == ("0.0.9", "", None)
    assert refusal(made, index, "0.0.8")[0] == "pets 0.0.8 is lower than what is published"


def test_a_finished_release_stays_where_nothing_changed(made: Repository, index: FakeIndex) -> None:
    commit = with_entry(made)
    made.git("tag", "pets-v0.1.0")
    made.write("README.md", "# Pets\n")
    made.write("generated/pets/manifest.json", made.read("generated/pets/manifest.json") + "\n")
    made.commit("Change what no user sees")
    found = plan(made, index)
    assert (found.version, found.commit, found.is_tagged) == ("0.1.0", commit, True)
    assert found.entry == {"": ("Words.",)}


def test_an_older_version_is_not_released_in_silence(made: Repository, index: FakeIndex) -> None:
    made.git("tag", "pets-v0.1.0")
    made.git("checkout", "--quiet", "-b", "other")
    raise_version(made, "0.2.0")
    made.commit("Raise the version")
    made.git("tag", "pets-v0.2.0")
    made.git("checkout", "--quiet", "main")
    assert plan(made, index).is_tagged
    rename_a_class(made)
    message = "pets 0.1.0 is released already, and the package changed since pets-v0.1.0"
    assert refusal(made, index)[0] == message
    message = "pets 0.1.5 is lower than pets-v0.2.0, which is not in this branch"
    assert refusal(made, index, "0.1.5")[0] == message


def test_a_release_that_git_does_not_know_is_told(made: Repository, index: FakeIndex) -> None:
    index.files = dict.fromkeys(FILES, b"")
    raise_version(made, "0.2.0")
    made.commit("Raise the version")
    message = "pets 0.1.0 is published, and git has no tag pets-v0.1.0"
    assert refusal(made, index) == (message, "")
    made.git("tag", "pets-v0.1.0", "HEAD~1")
    assert plan(made, index).version == "0.2.0"


def test_a_change_that_nobody_knows_is_asked_about(made: Repository, index: FakeIndex) -> None:
    made.git("tag", "pets-v0.1.0")
    text = made.read("generated/pets/pets/__init__.py")
    made.write("generated/pets/pets/__init__.py", text + "\n")
    made.commit("Edit by hand")
    message = "what changed for users of pets since pets-v0.1.0 is not known"
    assert refusal(made, index)[0] == message
    assert plan(made, index, "0.2.0").version == "0.2.0"


def test_what_people_wrote_stays_when_more_changes(made: Repository, index: FakeIndex) -> None:
    made.git("tag", "pets-v0.1.0")
    raise_version(made, "0.2.0")
    rename_a_class(made)
    text = "# Ours\n\n## Unreleased\n\n### Fixed\n\n- Ours.\n\n## 0.1.0\n\nFirst.\n"
    made.write("spec/pets/CHANGELOG.md", text)
    made.commit("Write what is new")
    first = plan(made, index)
    (renamed,) = first.entry["Changed"]
    assert first.entry["Fixed"] == ("- Ours.",)
    go_on(made, index)
    assert made.git("log", "-1", "--format=%s") == "Release pets 0.2.0"
    assert "Unreleased" not in made.read("spec/pets/CHANGELOG.md")
    assert plan(made, index).is_prepared
    made.write(
        "spec/pets/CHANGELOG.md",
        made.read("spec/pets/CHANGELOG.md").replace(renamed, "- In our words."),
    )
    made.commit("Say it in our words")
    prepared = plan(made, index)
    assert prepared.is_prepared
    assert prepared.entry == {"Changed": ("- In our words.",), "Fixed": ("- Ours.",)}
    rename_more(made)
    more = plan(made, index)
    assert not more.is_prepared
    assert more.entry["Changed"][0] == "- In our words."
    assert len(more.entry["Changed"]) > 1


def test_a_version_that_is_raised_on_its_way_takes_the_entry_along(
    made: Repository, index: FakeIndex
) -> None:
    text = "# Ours\n\n## 0.1.0\n\n### Added\n\n- Ours.\n"
    made.write("spec/pets/CHANGELOG.md", text)
    made.commit("Write what is new")
    raised = plan(made, index, "1.0.0")
    assert raised.entry == {"Added": ("- Ours.",)}
    written = release_prepare.with_notes(raised, open_history(made.project)).decode()
    assert written == text.replace("0.1.0", "1.0.0")


def rename_more(made: Repository) -> None:
    text = made.read("generated/pets/pets/__init__.py")
    write_package(made, "pets/__init__.py", text.replace("Client", "Customer"))
    made.commit("Change more")


def go_on(made: Repository, index: FakeIndex) -> None:
    """Make the commit of the release; the package has its version already."""
    found = plan(made, index)
    commit = release_prepare.prepare(found)
    made.git("merge", "--quiet", "--ff-only", commit)


def test_the_settings_may_have_no_version_at_all(made: Repository, index: FakeIndex) -> None:
    made.write("specmend.toml", made.read("specmend.toml") + 'version = "new"\n')
    text = made.read("generated/pets/pyproject.toml")
    write_package(made, "pyproject.toml", text.replace('"0.1.0"', '"new"'))
    made.commit("Call it new")
    with pytest.raises(RepositoryError, match="is no version of a package"):
        plan(made, index)
