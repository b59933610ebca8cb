"""How an API stands, from what is here, and from its source where that is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import DOCUMENT, SETTINGS, Folder
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.progress import Event
from specmend.project.api import Api
from specmend.project.repository import Project
from specmend.project.stale import Stale, StaleKind
from specmend.project.status import ApiStatus, UpstreamState
from specmend.source.store import keep_base

OPEN = ALLOW_NO_PETS + '    x-conflict: {verdict: conflict, message: "it is 2"}\n'
NEXT = DOCUMENT.replace('version: "1"', 'version: "2"')


def status(root: Path, *, fetch: bool = False) -> ApiStatus:
    (one,) = Project.find(root).status(fetch=fetch)
    return one


def with_source(files: Folder, text: str = DOCUMENT) -> None:
    """Let the document come from a file of this machine."""
    files.write("vendor/pets.yaml", text)
    files.write("specmend.toml", SETTINGS + 'source = "vendor/pets.yaml"\n')


def test_a_project_that_was_never_built(files: Folder) -> None:
    one = status(files.root)
    assert (one.version, one.steps, one.retired) == ("1", 1, 0)
    assert one.pin is not None
    assert one.pin.date.isoformat() == "2025-02-01"
    assert (one.upstream, one.release, one.newer) == (UpstreamState.NO_SOURCE, None, None)
    assert one.stale == (Stale(kind=StaleKind.NOT_BUILT),)
    assert (one.waiting, one.not_needed, one.problems, one.failures) == ((), (), (), ())


def test_a_built_project_is_up_to_date(built: Api) -> None:
    one = status(built.root)
    assert (one.stale, one.problems) == ((), ())


def test_open_and_retired_steps_are_counted(files: Folder) -> None:
    files.write(SECOND, OPEN)
    files.write("patches/pets/retired/0003-old.yaml", ALLOW_NO_PETS)
    one = status(files.root)
    assert (one.steps, one.retired, one.waiting, one.problems) == (2, 1, (2,), ())


def test_a_fetched_document_is_one_that_moved(api: Api, files: Folder) -> None:
    with_source(files)
    files.write(SECOND, ALLOW_NO_PETS)
    assert status(api.root).upstream is UpstreamState.NOT_ASKED
    keep_base(api)
    files.pin(NEXT.replace("minItems: 1", "minItems: 0"))
    one = status(api.root)
    assert (one.upstream, one.version, one.not_needed) == (UpstreamState.MOVED, "2", (2,))


def test_an_interrupted_update_is_said(api: Api) -> None:
    api.journal.parent.mkdir()
    api.journal.write_text("{}", "utf-8")
    assert status(api.root).is_interrupted


@pytest.mark.parametrize(
    ("published", "state", "newer", "not_needed", "waiting"),
    [
        (DOCUMENT, UpstreamState.UNCHANGED, "", (), ()),
        (NEXT, UpstreamState.MOVED, "2", (), ()),
        (NEXT.replace("minItems: 1", "minItems: 0"), UpstreamState.MOVED, "2", (2,), ()),
        (NEXT.replace("minItems: 1", "minItems: 2"), UpstreamState.MOVED, "2", (), (2,)),
    ],
)
def test_a_source_that_is_asked_says_whether_it_moved(
    files: Folder,
    published: str,
    state: UpstreamState,
    newer: str,
    not_needed: tuple[int, ...],
    waiting: tuple[int, ...],
) -> None:
    files.write(SECOND, ALLOW_NO_PETS)
    with_source(files, published)
    before = files.files()
    one = status(files.root, fetch=True)
    assert (one.upstream, one.newer.version if one.newer else "") == (state, newer)
    assert (one.not_needed, one.waiting, one.problems, one.failures) == (
        not_needed,
        waiting,
        (),
        (),
    )
    assert (one.version, files.files()) == ("1", before)


def test_a_source_that_gives_no_document_has_failed(files: Folder) -> None:
    with_source(files, "hello: 1\n")
    one = status(files.root, fetch=True)
    assert (one.upstream, one.steps, one.problems) == (UpstreamState.FAILED, 1, ())
    assert "not an OpenAPI document" in one.failures[0].message


def test_without_a_source_nobody_is_asked(files: Folder) -> None:
    assert status(files.root, fetch=True).upstream is UpstreamState.NO_SOURCE


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("spec/pets/pin.toml", "date = 1\n", "missing in the pin"),
        ("patches/pets/0001-move-the-prefix.yaml", "overlay: 1.1.0\n", "info"),
        ("spec/pets/upstream.yaml", DOCUMENT + "# mine\n", "not the one that was pinned"),
        ("patches/pets/words.yaml", "", "not the name of a step file"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_is_known(
    files: Folder, name: str, text: str, message: str
) -> None:
    files.write(name, text)
    one = status(files.root)
    assert any(message in problem.message for problem in one.problems), one.problems
    assert one.version == "1"


def test_an_api_without_a_document_is_no_reason_to_say_nothing(files: Folder) -> None:
    (files.root / "spec/pets/upstream.yaml").unlink()
    files.write("specmend.toml", SETTINGS + SETTINGS.replace("pets", "cats"))
    pets, cats = Project.find(files.root).status()
    assert (pets.steps, len(pets.problems)) == (1, 1)
    assert (cats.version, cats.steps) == ("", 0)
    assert cats.problems


def test_the_phases_are_told_with_their_counts(files: Folder) -> None:
    heard: list[tuple[str, str, int]] = []

    class Heard:
        def hear(self, event: Event) -> None:
            if event.kind == "begun":
                heard.append((event.api, event.phase, event.total))

    with_source(files)
    Project.find(files.root).status(fetch=True, progress=Heard())
    assert heard == [
        ("", "asking upstream", 1),
        ("pets", "fetching vendor/pets.yaml", 0),
        ("", "reading APIs", 1),
    ]
