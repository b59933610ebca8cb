"""The command `drift`: a table, a page and data; the exit code says whether to look."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.project import DOCUMENT, Folder

from specmend.source import web

LATER = """\
overlay: 1.1.0
info: {title: Let the list be empty, version: 1.0.0, x-reason: It may be.}
actions:
  - target: $.components.schemas.Pets.properties.pets.minItems
    update: 0
    x-expect: {matches: 1, before: 1}
"""


@pytest.fixture
def pets(folder: Folder) -> Folder:
    folder.write("patches/pets/0002-let-the-list-be-empty.yaml", LATER)
    return folder


def version(folder: Folder, name: str, *changes: tuple[str, str]) -> str:
    """Another version of the document."""
    text = DOCUMENT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return str(folder.write(name, text))


def test_without_a_document_there_is_nothing_to_judge(pets: Folder) -> None:
    ran = pets.run("drift", "pets")
    assert ran.code == 1
    assert "nothing has moved" in ran.err
    assert "specmend drift pets --to FILE" in ran.err


def test_after_a_fetch_the_steps_are_judged_on_what_it_brought(pets: Folder) -> None:
    changed = ("operationId: listPets", "operationId: listPets\n      summary: All pets")
    file = version(pets, "new.yaml", changed)
    by_name = pets.run("drift", "pets", "--to", file)
    assert pets.run("fetch", "pets", "--from", file).code == 0
    ran = pets.run("drift", "pets")
    assert ran.code == 0
    assert "GET /v1/pets: gained summary" in ran.out
    assert ran.out.splitlines()[1:] == by_name.out.splitlines()[1:]


def test_without_a_file_the_source_is_asked_and_nothing_is_written(pets: Folder) -> None:
    file = version(
        pets,
        "new.yaml",
        ("operationId: listPets", "operationId: listPets\n      summary: All pets"),
    )
    settings = pets.root / "specmend.toml"
    settings.write_text(
        settings.read_text("utf-8").replace("package =", f'source = "{file}"\npackage =', 1),
        "utf-8",
    )
    before = sorted((path, path.read_bytes()) for path in pets.root.rglob("*") if path.is_file())
    ran = pets.run("drift", "pets")
    assert ran.code == 0, ran.err
    assert "GET /v1/pets: gained summary" in ran.out
    assert before == sorted(
        (path, path.read_bytes()) for path in pets.root.rglob("*") if path.is_file()
    )


def test_an_address_that_cannot_be_reached_is_told(
    pets: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "SHORTEST_PAUSE", 0.0)
    ran = pets.run("drift", "pets", "--to", "http://127.0.0.1:9/openapi.yaml")
    assert ran.code == 2
    assert "http://127.0.0.1:9/openapi.yaml: error:" in ran.err


def test_a_document_on_which_all_applies_needs_nobody(pets: Folder) -> None:
    file = version(
        pets,
        "new.yaml",
        ("operationId: listPets", "operationId: listPets\n      summary: All pets"),
    )
    before = sorted((path, path.read_bytes()) for path in pets.root.rglob("*") if path.is_file())
    ran = pets.run("drift", "pets", "--to", file)
    assert ran.code == 0
    assert "none of them needs a person" in ran.out
    assert "GET /v1/pets: gained summary" in ran.out
    assert "\x1b[" not in ran.out
    assert before == sorted(
        (path, path.read_bytes()) for path in pets.root.rglob("*") if path.is_file()
    )


def test_a_conflict_shows_the_three_values_and_exits_1(pets: Folder) -> None:
    ran = pets.run(
        "drift", "pets", "--to", version(pets, "new.yaml", ("minItems: 1 #", "minItems: 2 #"))
    )
    assert ran.code == 1
    assert "conflict" in ran.out
    assert "recorded 1, upstream now 2, ours 0" in " ".join(ran.out.split())


def test_what_upstream_mended_is_told_as_such(pets: Folder) -> None:
    ran = pets.run(
        "drift", "pets", "--to", version(pets, "new.yaml", ("minItems: 1 #", "minItems: 0 #"))
    )
    assert ran.code == 0
    assert "already-upstream" in ran.out


def test_data_has_every_verdict_with_its_values(pets: Folder) -> None:
    file = version(pets, "new.yaml", ("minItems: 1 #", "minItems: 2 #"))
    ran = pets.run("drift", "pets", "--to", file, "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["ok"], found["api"]) == (1, False, "pets")
    one, two = found["documents"][0]["steps"]
    assert (one["verdict"], two["verdict"]) == ("applies", "conflict")
    place = two["actions"][0]["places"][0]
    assert (place["recorded"], place["now"], place["ours"]) == (1, 2, 0)


def test_a_page_has_verdicts_conflicts_and_changes(pets: Folder) -> None:
    file = version(
        pets, "new.yaml", ("minItems: 1 #", "minItems: 2 #"), ("openapi: 3.0.3", "openapi: 3.0.4")
    )
    page = pets.run("drift", "pets", "--to", file, "--markdown").out
    assert "| 0002 | Let the list be empty | conflict |" in page
    assert "| `$.components.schemas.Pets.properties.pets.minItems` | `1` | `2` | `0` |" in page
    assert "## What upstream changed that no step touches" in page
    assert '- document: openapi "3.0.3" → "3.0.4"' in page


def test_several_documents_give_a_table_of_steps_and_versions(pets: Folder) -> None:
    files = [version(pets, "1.yaml", ("title: Pets", "title: Dogs")),
             version(pets, "2.yaml", ("minItems: 1 #", "minItems: 0 #")),
             version(pets, "3.yaml", ("          minItems: 1 # at least one\n", ""))]  # fmt: skip
    words = [word for file in files for word in ("--to", file)]
    ran = pets.run("drift", "pets", *words)
    assert ran.code == 0
    row = next(line.split() for line in ran.out.splitlines() if line.startswith("0002"))
    assert row[-4:] == [".", "A", "A", "2-3"]
    page = pets.run("drift", "pets", *words, "--markdown").out
    assert "| 0002 | Let the list be empty | . | A | A | 2-3 |" in page
    html = pets.run("drift", "pets", *words, "--html").out
    assert '<td class="title">Let the list be empty</td><td class="version still"' in html


def test_25_documents_fit_on_a_screen_of_100_columns(pets: Folder) -> None:
    title = "Let the list be empty when nobody has a pet of which every server says it at first"
    pets.write(
        "patches/pets/0002-let-the-list-be-empty.yaml",
        LATER.replace("Let the list be empty", title),
    )
    file = version(pets, "new.yaml", ("minItems: 1 #", "minItems: 0 #"))
    ran = pets.run("drift", "pets", *(["--to", file] * 25))
    lines = ran.out.splitlines()
    table = lines[next(n for n, line in enumerate(lines) if line.startswith("step")) - 1 :]
    assert max(map(len, table)) <= 100
    first, second = [line for line in table if "AAAAA" in line or "....." in line]
    assert first.split()[-6:] == ["....."] * 5 + ["-"]
    assert second.split()[-6:] == ["AAAAA"] * 5 + ["1-25"]
    assert "Let the list be empty when nobody" in second


def test_a_document_that_is_not_there_is_said_so(pets: Folder) -> None:
    ran = pets.run("drift", "pets", "--to", str(Path("nowhere.yaml")))
    assert ran.code == 2
    assert "nowhere.yaml" in ran.err
