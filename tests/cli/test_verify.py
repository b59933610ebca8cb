"""The command `verify`: what it says of a good package and of a changed one, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cli.project import Ran
from tests.project.released import Release, released
from tests.release.conftest import built_once
from tests.release.fake_index import fake_index
from tests.release.packages import repacked

from specmend.cli.verify import _words
from specmend.release.compare import MemberChange

Run = Callable[..., Ran]


@pytest.fixture
def release(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Release]:
    monkeypatch.setattr("specmend.project.verify.build_archives", built_once)
    with fake_index() as running:
        made = released(tmp_path, tmp_path_factory, running)
        monkeypatch.chdir(made.made.project)
        yield made


def test_a_good_package_ends_with_zero_and_the_digests(release: Release, run: Run) -> None:
    ran = run("verify", "pets==0.1.0", "--index", release.index.simple)
    source, wheel = release.archives
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"pets==0.1.0  is what the commit {release.commit[:12]} makes, byte for byte",
        f"  index   {release.index.simple}",
        f"  commit  {release.commit}",
        "  tag     pets-v0.1.0",
        "  pets-0.1.0.tar.gz: the very bytes",
        f"    sha256 {source.digest}",
        "  pets-0.1.0-py3-none-any.whl: the very bytes",
        f"    sha256 {wheel.digest}",
    ]


def test_a_changed_package_ends_with_one_and_names_the_file(release: Release, run: Run) -> None:
    def change(files: dict[str, bytes]) -> None:
        files["pets/client.py"] += b"\n"

    release.index.files[release.wheel] = repacked(release.archives[1], change).data
    release.made.git("tag", "--delete", "pets-v0.1.0")
    ran = run("verify", "pets==0.1.0", "--index", release.index.simple)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert lines[0].startswith("pets==0.1.0  is not what the commit")
    assert "  tag     no tag names this version" in lines
    assert "    pets/client.py has other bytes" in lines
    assert sum(line.startswith("      served sha256 ") for line in lines) == 1
    assert sum(line.startswith("      built  sha256 ") for line in lines) == 1


def test_a_yanked_release_is_told_with_the_reason(release: Release, run: Run) -> None:
    release.index.yanked[release.wheel] = "it breaks"
    ran = run("verify", "pets==0.1.0", "--index", release.index.simple)
    words = "this release is yanked: nobody gets it who does not ask for it: it breaks"
    assert (ran.code, f"  note    {words}" in ran.out.splitlines()) == (0, True)


def test_a_password_is_never_printed(release: Release, run: Run) -> None:
    release.index.readers = {"me:hush"}
    for address in ("me:hush@", "me:quiet@"):
        url = release.index.simple.replace("http://", f"http://{address}")
        for form in ((), ("--json",)):
            ran = run("verify", "pets==0.1.0", "--index", url, *form)
            assert ran.code == (0 if "hush" in address else 2)
            assert "hush" not in ran.out + ran.err
            assert "quiet" not in ran.out + ran.err


def test_json_has_every_file_and_what_differs_in_it(release: Release, run: Run) -> None:
    release.index.files[release.wheel] = b"PK"
    ran = run("verify", "pets==0.1.0", "--index", release.index.simple, "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["ok"], told["commit"]) == (1, False, release.commit)
    assert [(file["name"], file["state"]) for file in told["files"]] == [
        (release.source, "same"),
        (release.wheel, "changed"),
    ]
    assert told["files"][1]["members"][0]["how"] == "unreadable"


def test_a_missing_release_ends_with_two(release: Release, run: Run) -> None:
    ran = run("verify", "pets==9", "--index", release.index.simple)
    assert ran.code == 2
    assert "has no release pets==9" in ran.err


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            MemberChange(name="", how="packed", offset=7),
            "the archive differs from byte 7 on; the files in it are the same",
        ),
        (
            MemberChange(name="a.py", how="packed", offset=7),
            "a.py is packed in another way, from byte 7 on; its content is the same",
        ),
        (MemberChange(name="a.py", how="unreadable"), "a.py is damaged"),
    ],
)
def test_each_way_to_differ_has_words(change: MemberChange, words: str) -> None:
    assert _words(change) == words
