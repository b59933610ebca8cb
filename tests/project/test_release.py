"""A release that stopped goes on, and a finished one is found finished."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.project.in_git import Repository
from tests.release.fake_index import FakeIndex, Fault
from tests.release.works import FILES, check_once, fates, plan, release, state

from specmend.errors import OutsideError, RepositoryError
from specmend.project.release import carry_out

TAG = "pets-v0.1.0"


def test_a_first_release_and_the_same_again(made: Repository, index: FakeIndex) -> None:
    done = release(made, index)
    assert fates(done) == {
        "check": "done",
        "prepare": "done",
        "build": "done",
        "upload": "done",
        "download": "done",
        "tag": "done",
    }
    assert done.is_new
    first = state(made, index)
    assert set(index.files) == FILES
    assert first["remote"] == [f"refs/tags/{TAG}^{{}}"]
    assert made.git("rev-parse", f"{TAG}^{{commit}}") == made.git("rev-parse", "HEAD")
    assert made.git("log", "-1", "--format=%s") == "Release pets 0.1.0"
    again = release(made, index)
    assert (fates(again)["upload"], fates(again)["tag"], again.is_new) == ("there", "there", False)
    assert state(made, index) == first


def test_a_dry_run_leaves_nothing_and_says_what_it_would_do(
    made: Repository, index: FakeIndex
) -> None:
    before = state(made, index)
    done = carry_out(plan(made, index), dry_run=True)
    assert fates(done)["upload"] == fates(done)["tag"] == "would"
    assert {archive.name for archive in done.archives} == FILES
    assert state(made, index) == before
    release(made, index)
    assert fates(carry_out(plan(made, index), dry_run=True))["upload"] == "there"


@pytest.mark.parametrize(
    "faults",
    [
        [Fault(cut_after=1), *[Fault(status=401)]],
        [*[Fault(cut_after=1500)] * 4],
        [*[Fault(stores=True)], *[Fault(cut_after=1500)] * 4],
        [*[Fault(status=503, stores=True)], *[Fault(status=503)] * 4],
        [Fault(status=429, headers=(("Retry-After", "3600"),))],
    ],
    ids=["cut-then-token", "cut", "first-lost-then-cut", "half-then-down", "rate"],
)
def test_an_upload_that_broke_is_resumed(
    made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch, faults: list[Fault]
) -> None:
    check_once(monkeypatch)
    index.faults = list(faults)
    with pytest.raises(OutsideError):
        release(made, index)
    assert made.git("tag") == ""
    release(made, index)
    assert set(index.files) == FILES
    assert sorted(index.uploads) == sorted(FILES)
    assert made.git("tag") == TAG


def test_a_page_that_is_late_is_waited_for(
    made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_once(monkeypatch)
    index.late = 2
    assert release(made, index).is_new
    reset(made, index)
    index.late = 99
    with pytest.raises(OutsideError, match="and does not serve it"):
        release(made, index)
    assert made.git("tag") == ""


def test_later_commits_of_other_files_change_nothing(
    made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_once(monkeypatch)
    index.faults = [Fault(stores=True), *[Fault(status=503)] * 4]
    with pytest.raises(OutsideError, match="fake is out of order"):
        release(made, index)
    commit = made.git("rev-parse", "HEAD")
    assert made.git("log", "-1", "--format=%s") == "Release pets 0.1.0"
    made.write("README.md", "# Pets\n")
    made.commit("Say what this is")
    release(made, index)
    assert set(index.files) == FILES
    assert made.git("rev-parse", f"{TAG}^{{commit}}") == commit


def test_a_tag_that_does_not_reach_the_origin_is_pushed_later(
    made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_once(monkeypatch)
    origin = made.git("remote", "get-url", "origin")
    made.git("remote", "set-url", "--push", "origin", f"{origin}-nowhere")
    with pytest.raises(OutsideError, match=f"the origin does not take the tag {TAG}"):
        release(made, index)
    assert made.git("tag") == TAG
    made.git("remote", "set-url", "--push", "origin", origin)
    assert fates(release(made, index))["tag"] == "done"
    assert state(made, index)["remote"] == [f"refs/tags/{TAG}^{{}}"]


def test_rules_of_the_origin_that_refuse_a_tag_are_told(
    made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_once(monkeypatch)
    hook = Path(made.git("remote", "get-url", "origin")) / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(OutsideError) as raised:
        release(made, index)
    (problem,) = raised.value.problems
    assert problem.found == "[remote rejected] (pre-receive hook declined)"
    assert "the package is on the index" in problem.advice
    hook.unlink()
    assert fates(release(made, index))["tag"] == "done"


def test_no_commit_is_made_that_no_branch_has(
    made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_once(monkeypatch)
    made.git("switch", "--quiet", "--detach")
    before = state(made, index)
    with pytest.raises(RepositoryError, match="HEAD is at no branch"):
        release(made, index)
    assert state(made, index) == before
    made.git("switch", "--quiet", "main")
    carry_out(plan(made, index), only_prepare=True)
    made.git("switch", "--quiet", "--detach")
    assert release(made, index).is_new


def test_a_tag_has_lines_of_the_notes_that_begin_with_a_number_sign(
    made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_once(monkeypatch)
    planned = replace(plan(made, index), entry={"": ("First.\n#12 asked for it.",)})
    carry_out(planned)
    assert "\n#12 asked for it." in made.git("tag", "--list", "--format=%(contents)")


def test_a_release_is_found_finished_in_another_clone(
    made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_once(monkeypatch)
    release(made, index)
    made.git("tag", "--delete", TAG)
    assert fates(release(made, index))["upload"] == "there"
    assert made.git("tag") == TAG


def test_other_bytes_than_were_sent_are_told(
    made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_once(monkeypatch)
    index.digest = ""

    def spoil(name: str) -> None:
        index.files[name] += b"\0"

    index.on_upload = spoil
    with pytest.raises(OutsideError, match="fake serves other bytes than were built"):
        release(made, index)
    assert made.git("tag") == ""


def test_a_tree_that_is_not_what_check_makes_is_not_released(
    made: Repository, index: FakeIndex
) -> None:
    made.write("generated/pets/pets/_extra.py", "")
    made.commit("Add a file by hand")
    with pytest.raises(RepositoryError):
        release(made, index)
    assert index.files == {}


def test_without_a_tag_there_is_none(
    made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_once(monkeypatch)
    done = carry_out(plan(made, index), with_tag=False)
    assert (fates(done)["tag"], made.git("tag")) == ("left", "")


def reset(made: Repository, index: FakeIndex) -> None:
    """As before the first release."""
    made.git("reset", "--quiet", "--hard", "origin/main")
    index.files.clear()
    index.uploads.clear()
    for tag in made.git("tag").split():
        made.git("tag", "--delete", tag)
        made.git("push", "--quiet", "origin", f":refs/tags/{tag}")
