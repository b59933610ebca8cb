"""What stops the command `release`: each cause in its own sentence, with what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from tests.cli.project import Ran
from tests.project.in_git import Repository
from tests.release.fake_index import FakeIndex, Fault
from tests.release.works import check_once, write_package

Release = Callable[..., Ran]
Change = Callable[[Repository, FakeIndex], object]


@pytest.fixture
def release(
    made: Repository,
    index: FakeIndex,
    run: Release,
    monkeypatch: pytest.MonkeyPatch,
) -> Release:
    """The command on the repository, to the index of the test; the tree is taken for checked."""
    check_once(monkeypatch)
    monkeypatch.chdir(made.project)
    where = ("--index", index.simple, "--publish-url", index.upload_url, "--yes")
    return lambda *words: run("release", *where, *words)


@dataclass(frozen=True, kw_only=True)
class Stop:
    """What is wrong, and how the command ends: its code, what it says, and what to do."""

    change: Change
    code: int
    said: str
    do: str
    words: tuple[str, ...] = ()


def after_it(made: Repository, _: FakeIndex) -> None:
    """The first version is released, and the package changed since."""
    made.git("tag", "pets-v0.1.0")
    write_package(made, "README.md", "# Pets\n")
    made.commit("Change the package")


def taken(index: FakeIndex) -> None:
    index.files["pets-0.1.0.tar.gz"] = b"other"


def from_another(index: FakeIndex) -> None:
    """Another release puts its wheel there first."""
    name = "pets-0.1.0-py3-none-any.whl"

    def put(_: str) -> None:
        index.files.setdefault(name, b"other")

    index.on_upload = put


def remote_tag(made: Repository) -> None:
    """Somebody else pushed the tag, at another commit."""
    made.git("tag", "pets-v0.1.0")
    made.git("push", "--quiet", "origin", "pets-v0.1.0")
    made.git("tag", "--delete", "pets-v0.1.0")


STOPS = {
    "a dirty tree": Stop(
        change=lambda made, _: made.write("notes.txt", "x"),
        code=1,
        said="there are changes that are not committed",
        do="commit them, or put them away: git stash",
    ),
    "a package that was not built": Stop(
        change=lambda made, _: (
            made.write("specmend.toml", made.read("specmend.toml") + 'version = "0.2.0"\n'),
            made.commit("Raise the version"),
        ),
        code=1,
        said="the package of pets has another version than the settings",
        do="specmend build pets, and commit what it writes",
    ),
    "a version that exists": Stop(
        change=after_it,
        words=("--version", "0.1.0"),
        code=1,
        said="pets 0.1.0 is released already, and the package changed since pets-v0.1.0",
        do="release the next one: specmend release pets --version 0.1.1",
    ),
    "a version that is too low": Stop(
        change=after_it,
        words=("--version", "0.0.9"),
        code=1,
        said="pets 0.0.9 is lower than what is published",
        do="specmend release pets --version X; or write the reason for it into",
    ),
    "a tag at another commit": Stop(
        change=lambda made, _: made.git("tag", "pets-v0.2.0", "--message", "x"),
        words=("--version", "0.2.0"),
        code=1,
        said="the tag pets-v0.2.0 is at another commit than this release",
        do="release the next version: --version X",
    ),
    "a tag of somebody else": Stop(
        change=lambda made, _: remote_tag(made),
        code=1,
        said="the tag pets-v0.1.0 is at another commit at the origin",
        do="somebody else released this version: git pull, and release the next one",
    ),
    "no network": Stop(
        change=lambda _, index: setattr(index, "url", "http://127.0.0.1:9"),
        words=("--index", "http://127.0.0.1:9/simple/"),
        code=2,
        said="the server cannot be reached",
        do="run the same command again: it goes on where this one stopped",
    ),
    "a wrong token": Stop(
        change=lambda _, index: setattr(index, "token", "pypi-another"),
        code=2,
        said="does not let these credentials upload pets",
        do="use a token that is valid and may upload pets",
    ),
    "no place for uploads": Stop(
        change=lambda *_: None,
        words=("--publish-url", "http://127.0.0.1:9/"),
        code=2,
        said="nobody answers where",
        do="look at http://127.0.0.1:9/, which is `publish-url`, and at the network",
    ),
    "no such project": Stop(
        change=lambda _, index: setattr(index, "projects", set()),
        code=2,
        said="knows no project pets",
        do="some indexes want a project to be made first",
    ),
    "a name that is used": Stop(
        change=lambda _, index: taken(index),
        code=2,
        said="serves other bytes under the name pets-0.1.0.tar.gz",
        do="no index takes a name twice: release the next version",
    ),
    "two releases at once": Stop(
        change=lambda _, index: from_another(index),
        code=2,
        said="another release put pets-0.1.0-py3-none-any.whl on",
        do="no index takes a name twice: release the next version",
    ),
    "an index that breaks down": Stop(
        change=lambda _, index: index.faults.extend([Fault(status=503)] * 4),
        code=2,
        said="is out of order",
        do="run the same command again: it goes on where this one stopped",
    ),
    "too many uploads": Stop(
        change=lambda _, index: index.faults.append(
            Fault(status=429, headers=(("Retry-After", "3600"),))
        ),
        code=2,
        said="takes no more uploads for now",
        do="wait 3600 seconds; then run the same command again",
    ),
    "an unknown index": Stop(
        change=lambda *_: None,
        words=("--index", "pyp"),
        code=2,
        said="there is no index 'pyp'",
        do="did you mean 'pypi'?",
    ),
    "an index that is only read": Stop(
        change=lambda *_: None,
        words=("--publish-url", ""),
        code=2,
        said="nobody said where",
        do="give --publish-url, or write publish-url into the settings",
    ),
}


@pytest.mark.parametrize("name", STOPS)
def test_what_stops_a_release_is_told_with_what_to_do(
    release: Release, made: Repository, index: FakeIndex, name: str
) -> None:
    stop = STOPS[name]
    stop.change(made, index)
    ran = release(*stop.words)
    assert (ran.code, stop.said in ran.err, stop.do in ran.err) == (stop.code, True, True), ran.err
    assert "pypi-" not in ran.out + ran.err.replace("'pypi'", "")
    assert stop.code == 2 or not index.uploads
    is_asked = "nobody" in stop.said
    assert not is_asked or made.git("log", "-1", "--format=%s") == "Make the client"
    assert "pets-v0.1.0" not in made.git("ls-remote", "origin") or "somebody" in name


def test_without_credentials_nothing_is_written(
    release: Release, made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TWINE_USERNAME")
    monkeypatch.delenv("TWINE_PASSWORD")
    monkeypatch.setenv("HOME", str(made.top))
    head = made.git("rev-parse", "HEAD")
    ran = release()
    assert ran.code == 2
    assert "there are no credentials for" in ran.err
    assert made.git("rev-parse", "HEAD") == head
    assert release("--dry-run").code == 0


def test_a_tree_that_is_not_as_built_is_not_released(
    made: Repository, index: FakeIndex, run: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.write("generated/pets/pets/_extra.py", "")
    made.commit("Add a file by hand")
    monkeypatch.chdir(made.project)
    where = ("--index", index.simple, "--publish-url", index.upload_url)
    ran = run("release", *where, "--yes")
    assert ran.code == 1
    assert "generated/pets/pets/_extra.py" in ran.err
    assert index.files == {}


def test_a_version_is_for_one_api(made: Repository, run: Release) -> None:
    table = made.read("specmend.toml").replace("pets", "cats")
    made.write("specmend.toml", made.read("specmend.toml") + table)
    ran = run("release", "--project", str(made.project), "--version", "1.0", "--yes")
    assert ran.code == 2
    assert "a version is for one API" in ran.err
