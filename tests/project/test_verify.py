"""A released package is compared with what its commit makes, or it is said why it cannot be."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.project.released import FOLDER, TAG, Release, released
from tests.release.conftest import built_once
from tests.release.fake_index import FakeIndex, fake_index
from tests.release.packages import repacked

from specmend.errors import OutsideError, RepositoryError, SpecmendError, UsageError
from specmend.project.history import open_history
from specmend.project.repository import Project
from specmend.release.archives import Archive
from specmend.release.provenance import Stamp, stamped
from specmend.release.verify import Verified

Change = Callable[[Release], object]


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeIndex]:
    monkeypatch.setattr("specmend.source.web.SHORTEST_PAUSE", 0.001)
    monkeypatch.setattr("specmend.project.verify.build_archives", built_once)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    with fake_index() as running:
        yield running


@pytest.fixture
def release(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, index: FakeIndex) -> Release:
    return released(tmp_path, tmp_path_factory, index)


def verify(release: Release, wanted: str = "pets==0.1.0") -> Verified:
    return Project.find(release.made.project).verify(wanted, release.index.simple)


def states(found: Verified) -> dict[str, str]:
    return {file.name: file.state for file in found.files}


def test_a_good_package_is_the_very_bytes_and_tells_its_commit(release: Release) -> None:
    found = verify(release)
    assert found.is_same
    assert states(found) == {release.source: "same", release.wheel: "same"}
    assert (found.commit, found.tag, found.is_told) == (release.commit, TAG, True)
    assert (found.name, found.version, found.index) == ("pets", "0.1.0", release.index.simple)


@pytest.mark.parametrize("wanted", ["Pets == 0.1.0", "pets==v0.1"])
def test_a_release_may_be_named_in_any_spelling(release: Release, wanted: str) -> None:
    assert verify(release, wanted).is_same


def test_the_working_tree_has_no_part_in_it(release: Release) -> None:
    release.made.write("generated/pets/pets/client.py", "evil = True\n")
    release.made.commit("Change the package by hand")
    release.made.write("generated/pets/README.md", "not committed\n")
    assert verify(release).is_same


@pytest.mark.parametrize("digest", ["sha256", "md5", ""])
def test_an_index_with_weak_digests_or_none_is_compared_by_bytes(
    release: Release, digest: str
) -> None:
    release.index.digest = digest
    assert verify(release).is_same


def test_a_changed_file_is_named_in_its_archive(release: Release) -> None:
    def change(files: dict[str, bytes]) -> None:
        files["pets/client.py"] += b"\n"

    release.index.files[release.wheel] = repacked(release.archives[1], change).data
    found = verify(release)
    assert not found.is_same
    assert states(found) == {release.source: "same", release.wheel: "changed"}
    (member,) = found.files[1].members
    assert (member.name, member.how) == ("pets/client.py", "changed")
    assert member.served != member.built


@pytest.mark.parametrize("place", [45, 2000, -3])
def test_one_changed_byte_is_found_wherever_it_is(release: Release, place: int) -> None:
    for name in (release.source, release.wheel):
        data = bytearray(release.index.files[name])
        data[place] ^= 1
        release.index.files[name] = bytes(data)
    found = verify(release)
    assert set(states(found).values()) == {"changed"}
    assert all(file.members for file in found.files)


def test_a_source_archive_without_a_wheel_is_half_a_release(release: Release) -> None:
    del release.index.files[release.wheel]
    assert states(verify(release)) == {release.source: "same", release.wheel: "missing"}


def test_a_file_that_the_commit_does_not_make_is_strange(release: Release) -> None:
    strange = "pets-0.1.0-cp311-cp311-linux_x86_64.whl"
    release.index.files[strange] = b"PK"
    assert states(verify(release))[strange] == "strange"


def test_without_a_tag_the_package_tells_its_commit(release: Release) -> None:
    release.made.git("tag", "--delete", TAG)
    found = verify(release)
    assert (found.is_same, found.tag, found.commit) == (True, "", release.commit)


def test_a_package_that_tells_no_commit_is_found_by_its_tag(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, index: FakeIndex
) -> None:
    release = released(tmp_path, tmp_path_factory, index, stamps=False)
    found = verify(release)
    assert (found.is_same, found.is_told, found.tag) == (True, False, TAG)
    release.made.git("tag", "--delete", TAG)
    error = failure(release)
    assert isinstance(error, RepositoryError)
    message = f"nothing tells the commit of pets==0.1.0: there is no tag {TAG}"
    assert error.problems[0].message == message


def test_a_damaged_wheel_does_not_hide_the_commit(release: Release) -> None:
    release.index.files = {
        release.wheel: b"PK",
        release.source: release.index.files[release.source],
    }
    found = verify(release)
    assert (found.is_told, states(found)[release.wheel]) == (True, "changed")


@pytest.mark.parametrize("as_json", [False, True], ids=["html", "json"])
def test_a_yanked_release_is_verified_and_it_is_said(release: Release, as_json: bool) -> None:
    release.index.json = as_json
    release.index.yanked[release.wheel] = "it breaks"
    found = verify(release)
    assert (found.is_same, found.is_yanked, found.why_yanked) == (True, True, "it breaks")


def test_an_index_with_a_password_gets_it_of_its_address(release: Release) -> None:
    release.index.readers = {"me:se cret"}
    address = release.index.simple.replace("http://", "http://me:se%20cret@")
    found = Project.find(release.made.project).verify("pets==0.1.0", address)
    assert (found.is_same, found.index) == (True, release.index.simple)
    error = failure(release)
    assert (error.problems[0].message, error.exit_code) == ("this index wants a password", 2)


def test_a_commit_without_the_document_that_made_the_package_is_told(release: Release) -> None:
    made = release.made
    made.write("spec/pets/upstream.yaml", made.read("spec/pets/upstream.yaml") + "# more\n")
    commit = made.commit("Change the document, and build nothing")
    made.git("tag", "--delete", TAG)
    history = open_history(made.project)
    seconds = history.seconds_of(commit)
    stamp = Stamp(package="pets", commit=commit, seconds=seconds, folder=FOLDER)
    built = built_once(stamped(history.folder_at(commit, FOLDER), stamp), seconds)
    release.index.files = {archive.name: archive.data for archive in built}
    found = verify(release)
    assert set(states(found).values()) == {"same"}
    assert (found.is_same, found.strayed) == (False, ("spec/pets/upstream.yaml",))


def moves_tag(release: Release) -> None:
    release.made.write("x", "y")
    release.made.commit()
    release.made.git("tag", "--force", "--annotate", TAG, "--message", "m")


def tells(commit: str) -> Change:
    def change(release: Release) -> None:
        release.made.git("tag", "--delete", TAG)
        told = f'{{"commit": "{commit}"}}'.encode()
        for archive in release.archives:
            release.index.files[archive.name] = retold(archive, told)

    return change


def retold(archive: Archive, told: bytes) -> bytes:
    def change(files: dict[str, bytes]) -> None:
        name = next(name for name in files if name.endswith("provenance.json"))
        files[name] = told

    return repacked(archive, change).data


def loses_the_package(release: Release) -> None:
    release.made.git("rm", "-r", "--quiet", "generated")
    tells(release.made.commit())(release)


@pytest.mark.parametrize(
    ("change", "kind", "words"),
    [
        (lambda one: one.index.files.clear(), OutsideError, "has no project named 'pets'"),
        (moves_tag, RepositoryError, f"says another commit than the tag {TAG} names"),
        (tells("a" * 40), OutsideError, "git does not know the commit aaaaaaaaaaaa here"),
        (loses_the_package, RepositoryError, "has no package"),
        (lambda one: one.index.page_faults.append(404), OutsideError, "has no project named"),
    ],
)
def test_what_stands_in_the_way_has_its_own_sentence(
    release: Release, change: Change, kind: type[SpecmendError], words: str
) -> None:
    change(release)
    error = failure(release)
    assert type(error) is kind
    assert words in error.problems[0].message


@pytest.mark.parametrize(
    ("wanted", "kind", "words"),
    [
        ("pets", UsageError, "this does not name a release"),
        ("pets==", UsageError, "this does not name a release"),
        ("pest==0.1.0", UsageError, "this project makes no package named 'pest'"),
        ("pets==9", OutsideError, "has no release pets==9"),
    ],
)
def test_what_is_no_release_is_told(
    release: Release, wanted: str, kind: type[SpecmendError], words: str
) -> None:
    error = failure(release, wanted)
    assert type(error) is kind
    assert words in error.problems[0].message
    assert error.problems[0].expected or error.problems[0].found


def test_a_shallow_clone_that_lacks_the_commit_says_what_to_do(
    release: Release, tmp_path: Path
) -> None:
    moves = release.made
    moves.write("x", "y")
    moves.commit()
    shallow = f"{tmp_path}/shallow"
    moves.git("clone", "--quiet", "--depth=1", "--no-tags", f"file://{moves.top}", shallow)
    with pytest.raises(OutsideError) as raised:
        Project.find(shallow).verify("pets==0.1.0", release.index.simple)
    (problem,) = raised.value.problems
    assert "this clone is shallow" in problem.message
    assert "git fetch --unshallow" in problem.advice


def test_a_package_that_people_write_is_found_by_its_name(release: Release) -> None:
    made = release.made
    made.write("specmend.toml", made.read("specmend.toml") + '[packages.pets-cli]\npath = "cli"\n')
    project = "[project]\nname = 'pets-cli'\nversion = '1'\n"
    build = "[build-system]\nrequires = ['hatchling']\nbuild-backend = 'hatchling.build'\n"
    made.write("cli/pyproject.toml", f"{project}{build}")
    made.write("cli/pets_cli/__init__.py", "")
    commit = made.commit()
    made.git("tag", "pets-cli-v1")
    files = {"pyproject.toml": f"{project}{build}".encode(), "pets_cli/__init__.py": b""}
    seconds = int(made.git("log", "-1", "--format=%ct"))
    stamp = Stamp(package="pets_cli", commit=commit, seconds=seconds, folder="cli")
    built = built_once(stamped(files, stamp), seconds)
    release.index.files |= {archive.name: archive.data for archive in built}
    found = verify(release, "pets-cli==1")
    assert (found.is_same, found.tag, found.commit) == (True, "pets-cli-v1", commit)


def failure(release: Release, wanted: str = "pets==0.1.0") -> SpecmendError:
    with pytest.raises(SpecmendError) as raised:
        verify(release, wanted)
    return raised.value
