"""The command `release`, killed by the system at each point of a release, ends the same later."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

import pytest
from tests.cli.project import Ran
from tests.project.in_git import Repository
from tests.release.fake_index import FakeIndex, Fault
from tests.release.works import check_once, state, write_package

from specmend.cli import console
from specmend.progress import Event, EventKind
from specmend.project import release_prepare, release_stages, release_version
from specmend.project.candidate import Candidate, build_candidate
from specmend.project.review import review_apis
from specmend.review.records import Reviews

Release = Callable[..., Ran]
MOST_PHASES = 40

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a process that can be copied is killed"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded"),
]


class Killer:
    """A Progress that kills its process when so many phases have begun.

    Nothing is done between the end of a phase and the begin of the next one.
    """

    def __init__(self, after: int) -> None:
        self.left = after

    def hear(self, event: Event) -> None:
        if event.kind is EventKind.BEGUN:
            if self.left == 0:
                kill()
            self.left -= 1


def kill(process: int = 0) -> None:
    os.kill(process or os.getpid(), signal.SIGKILL)


@pytest.fixture
def release(
    made: Repository,
    index: FakeIndex,
    run: Release,
    monkeypatch: pytest.MonkeyPatch,
) -> Release:
    """The command on a repository whose package changed since its release."""
    check_once(monkeypatch)
    monkeypatch.setattr(release_prepare, "build_candidate", candidate_once)
    monkeypatch.setattr(release_version, "review_apis", partial(review_once, made))
    monkeypatch.chdir(made.project)
    where = ("--index", index.simple, "--publish-url", index.upload_url, "--yes")
    assert run("release", *where).code == 0
    text = made.read("generated/pets/pets/__init__.py")
    write_package(made, "pets/__init__.py", text.replace("AsyncClient", "OtherClient"))
    made.commit("Change the package")
    made.git("push", "--quiet", "origin", "main")
    index.uploads.clear()
    return lambda: run("release", *where)


def test_killed_in_any_phase_it_ends_the_same(
    release: Release, made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = whole_release(release, made, index)
    for after in range(MOST_PHASES):
        reset(made, index)
        if not is_killed(release, partial(hear, monkeypatch, Killer(after))):
            break
        assert release().code == 0
        assert everything(made, index) == whole, after
    assert after >= 2 + len(release_stages.STAGES)


def test_killed_between_two_acts_it_ends_the_same(
    release: Release, made: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = whole_release(release, made, index)
    for name in ("go_to", "push_tag", "write_tag"):
        reset(made, index)

        def patched(name: str = name) -> None:
            monkeypatch.setattr(release_stages, name, lambda *_: kill())

        assert is_killed(release, patched)
        assert release().code == 0
        assert everything(made, index) == whole, name


def test_killed_while_a_file_is_sent_it_ends_the_same(
    release: Release, made: Repository, index: FakeIndex
) -> None:
    whole = whole_release(release, made, index)
    for faults in cut(index):
        reset(made, index)
        index.faults = faults
        assert is_killed(release, lambda: None)
        index.on_upload = lambda _: None
        index.faults = []
        assert release().code == 0
        assert everything(made, index) == whole


def cut(index: FakeIndex) -> Iterator[list[Fault]]:
    """What befalls the process: killed in a body, after the first file is there, and the second."""
    dies = Fault(cut_after=1500, on_cut=lambda: kill(CHILD[-1]))
    yield [dies]
    for number in (1, 2):
        index.on_upload = lambda _, number=number: (  # type: ignore[misc]
            kill(CHILD[-1]) if len(index.uploads) == number else None
        )
        yield []


CHILD: list[int] = []


def is_killed(release: Release, prepare: Callable[[], None]) -> bool:
    """Run the command in a copy of this process; whether it was killed."""
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            prepare()
            release()
        os._exit(0)
    CHILD.append(child)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def hear(monkeypatch: pytest.MonkeyPatch, killer: Killer) -> None:
    monkeypatch.setattr(console, "progress", lambda **_: killer)


def whole_release(release: Release, made: Repository, index: FakeIndex) -> dict[str, object]:
    """What there is after a release that nobody killed."""
    ran = release()
    assert ran.code == 0, ran.err
    return everything(made, index)


def everything(made: Repository, index: FakeIndex) -> dict[str, object]:
    found = state(made, index)
    log = made.git("log", "--format=%s")
    return {**found, "changelog": made.read("spec/pets/CHANGELOG.md"), "log": log}


def reset(made: Repository, index: FakeIndex) -> None:
    """As before the second release."""
    made.git("reset", "--quiet", "--hard", "origin/main")
    for name in [name for name in index.files if "0.2.0" in name]:
        del index.files[name]
    index.uploads.clear()
    if "pets-v0.2.0" in made.git("tag"):
        made.git("tag", "--delete", "pets-v0.2.0")
    if "pets-v0.2.0" in made.git("ls-remote", "origin"):
        made.git("push", "--quiet", "origin", ":refs/tags/pets-v0.2.0")


def candidate_once(api: Any, *words: Any, **named: Any) -> Candidate:
    key = api.settings.version
    if key not in KNOWN:
        KNOWN[key] = build_candidate(api, *words, **named)
    return KNOWN[key]


def review_once(made: Repository, *words: Any, **named: Any) -> Reviews:
    """What changed until a commit; it is always the same."""
    _, _, _, base = words
    key = base, made.git("rev-parse", "HEAD")
    if key not in REVIEWED:
        REVIEWED[key] = review_apis(*words, **named)
    return REVIEWED[key]


KNOWN: dict[str, Candidate] = {}
REVIEWED: dict[tuple[str, str], Reviews] = {}
