"""The command status: one line for each API, on paper of 100 columns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.project import DOCUMENT, SETTINGS, Folder, Ran
from tests.project.in_git import repository
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.cli.status import _row, _stale
from specmend.document.text.document import read_document
from specmend.project.api import Api
from specmend.project.newer import Newer
from specmend.project.stale import Stale, StaleKind
from specmend.project.status import ApiStatus, UpstreamState
from specmend.settings.settings import ApiSettings


def test_an_api_is_one_line(built: Folder) -> None:
    ran = built.run("status")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "api   document         steps  upstream   output      release",
        "pets  1 of 2025-02-01  1      no source  up to date  none",
    ]


def test_json_has_the_whole_of_it(folder: Folder) -> None:
    folder.write(SECOND, ALLOW_NO_PETS)
    folder.write("vendor/pets.yaml", DOCUMENT.replace("minItems: 1", "minItems: 0"))
    folder.write("specmend.toml", SETTINGS + 'source = "vendor/pets.yaml"\n')
    ran = folder.run("status", "--json", "--fetch")
    data = json.loads(ran.out)
    (one,) = data["apis"]
    assert (ran.code, data["ok"], one["api"], one["upstream"]) == (0, True, "pets", "moved")
    assert (one["document"]["version"], one["document"]["date"]) == ("1", "2025-02-01")
    assert one["steps"] == {
        "number": 2,
        "retired": 0,
        "waiting": [],
        "not_needed": [2],
        "update_interrupted": False,
    }
    assert one["newer"]["version"] == "1"
    assert one["stale"] == [{"kind": "not-built", "generator": "", "names": []}]
    assert (one["generators"], one["release"], one["problems"]) == (["python"], None, [])


def test_the_last_release_is_that_of_the_tags(
    tmp_path: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = repository(tmp_path, names=["pets"])
    made.git("tag", "pets-v1.2.0")
    day = made.git("log", "-1", "--format=%cs")
    assert run("status").out.splitlines()[1].endswith(f"  1.2.0 of {day}")
    (one,) = json.loads(run("status", "--json").out)["apis"]
    assert one["release"] == {"version": "1.2.0", "tag": "pets-v1.2.0", "date": day}


@pytest.mark.parametrize(
    ("name", "text", "words", "code"),
    [
        ("patches/pets/0002-a.yaml", "x: 1\n", (), 1),
        ("vendor/pets.yaml", "hello: 1\n", ("--fetch",), 2),
    ],
)
def test_what_cannot_be_read_is_an_error_after_the_table(
    folder: Folder, name: str, text: str, words: tuple[str, ...], code: int
) -> None:
    folder.write("specmend.toml", SETTINGS + 'source = "vendor/pets.yaml"\n')
    folder.write(name, text)
    ran = folder.run("status", *words)
    assert (ran.code, ran.out.count("\n")) == (code, 2)
    assert ("errors below; not built" in ran.out) is (code == 1)
    assert name in ran.err
    as_json = folder.run("status", "--json", *words)
    data = json.loads(as_json.out)
    assert (as_json.code, as_json.err, data["ok"]) == (code, "", False)
    assert data["apis"][0]["problems"]


def test_a_table_of_many_apis_is_readable_on_100_columns(folder: Folder) -> None:
    names = [f"service-{number:03}-of-a-long-name" for number in range(40)]
    folder.write("specmend.toml", "".join(f"[apis.{name}]\n" for name in names))
    digest = hashlib.sha256(DOCUMENT.encode()).hexdigest()
    for name in names:
        folder.write(f"spec/{name}/upstream.yaml", DOCUMENT)
        folder.write(
            f"spec/{name}/pin.toml",
            f'origin = "{name}"\ndate = 2025-02-01\nsha256 = "{digest}"\n',
        )
    ran = folder.run("status")
    lines = ran.out.splitlines()
    assert (ran.code, len(lines), [line.split()[0] for line in lines[1:]]) == (0, 41, names)
    assert max(map(len, lines)) <= 100


API = Api(name="pets", root=Path("/p"), settings=ApiSettings(package="pets"))
NEWER = Newer(document=read_document(b'openapi: 3.0.3\ninfo: {version: "2"}\n', "new.yaml"))
STATUS = ApiStatus(api=API, version="1", steps=9)


@pytest.mark.parametrize(
    ("one", "steps", "upstream"),
    [
        (STATUS, "9", "not asked"),
        (replace(STATUS, waiting=(1, 2)), "9, 2 for a person", "not asked"),
        (replace(STATUS, waiting=(1,), not_needed=(2,)), "9, 1 for a person, 1 not needed", ""),
        (replace(STATUS, is_interrupted=True), "9, update interrupted", "not asked"),
        (replace(STATUS, upstream=UpstreamState.UNCHANGED), "9", "not moved"),
        (replace(STATUS, upstream=UpstreamState.MOVED, newer=NEWER), "9", "moved to 2"),
        (replace(STATUS, upstream=UpstreamState.MOVED, newer=NEWER, version="2"), "9", "moved"),
        (replace(STATUS, upstream=UpstreamState.FAILED), "9", "no answer"),
    ],
)
def test_steps_and_upstream_in_words(one: ApiStatus, steps: str, upstream: str) -> None:
    row = _row(one)
    assert row[2] == steps
    assert row[3] == (upstream or "not asked")
    assert (row[1], row[4], row[5]) == ("not pinned", "up to date", "none")


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Stale(kind=StaleKind.NOT_BUILT), "not built"),
        (Stale(kind=StaleKind.NOT_BUILT, generator="go"), "go: not built"),
        (Stale(kind=StaleKind.SETTINGS), "settings or specmend changed"),
        (Stale(kind=StaleKind.TOOLS, names=("ruff 0.1", "x 2")), "made by ruff 0.1, x 2"),
        (Stale(kind=StaleKind.FILES, names=("a",)), "1 file not as built"),
        (Stale(kind=StaleKind.INPUTS, names=("spec/pets/pin.toml",)), "document changed"),
        (
            Stale(
                kind=StaleKind.INPUTS,
                names=("patches/pets/0001-a.yaml", "patches/pets/0002-a.yaml"),
            ),
            "steps changed",
        ),
        (
            Stale(
                kind=StaleKind.INPUTS,
                names=("patches/pets/client/a.py", "spec/pets/upstream.yaml"),
            ),
            "modules and document changed",
        ),
    ],
)
def test_what_is_stale_in_words(reason: Stale, words: str) -> None:
    assert _stale(reason) == words
