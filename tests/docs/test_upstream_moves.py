"""The guide on upstream moves: its update, its conflict and what it says of fetch are so."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from docs.make.examples import blocks, commands
from docs.make.pages import DOCS
from tests.docs.conftest import Publish, Run, patched

from specmend.source import web
from specmend.source.redirect import MOST_HOPS
from specmend.steps.step import Verdict
from specmend.update.records import StepUpdate

PAGE = "guides/upstream-moves.md"
TEXT = (DOCS / PAGE).read_text("utf-8")
WALK = dict(commands(PAGE))
PETS, CONFLICT = blocks(PAGE, "yaml")
(MOVED,) = blocks(PAGE, "diff")


def rows(heading: str) -> set[str]:
    """The first cells of the first table under a heading."""
    below = TEXT.split(f"{heading}\n")[1]
    table = re.findall(r"(?:^\|.*\n)+", below, re.MULTILINE)[0]
    return {row.split("|")[1].strip().strip("`") for row in table.splitlines()[2:]}


def begin(run: Run, folder: Path) -> None:
    """A project with the two steps of the page, and the newer documents beside it."""
    same, newer = PETS.replace('"1"', '"1.1"'), patched(PETS, MOVED)
    newest = newer.replace('"2"', '"3"').replace("60", "80")
    texts = {"pets": PETS, "1.1": same, "2": newer, "3": newest, "next": newer}
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_bytes(text.encode())
    first = [command for command in WALK if command.startswith(("specmend init", "specmend new"))]
    assert len(first) == 3
    for command in first:
        run(command)


def test_the_table_of_several_versions_is_what_the_page_shows(run: Run, tmp_path: Path) -> None:
    begin(run, tmp_path)
    command = next(command for command in WALK if command.count("--to") > 1)
    assert run(command) == WALK[command]


def test_the_update_prints_what_the_page_shows(run: Run, tmp_path: Path) -> None:
    begin(run, tmp_path)
    command = "specmend update petstore --to next.yaml"
    assert run(command) == WALK[command]
    step = tmp_path / "patches/petstore/0002-let-names-be-long.yaml"
    assert CONFLICT in step.read_text("utf-8")


def test_a_decision_takes_the_conflict_away(run: Run, tmp_path: Path) -> None:
    test_the_update_prints_what_the_page_shows(run, tmp_path)
    run("specmend update petstore --accept 2.1=ours")
    step = (tmp_path / "patches/petstore/0002-let-names-be-long.yaml").read_text("utf-8")
    assert "x-conflict" not in step
    assert "before: 60" in step


def test_the_fetches_print_what_the_page_shows(run: Run, publish: Publish) -> None:
    publish(PETS, "1", dt.date(2025, 3, 1))
    run("specmend init petstore --from https://petstore.example/openapi.yaml")
    again, page_for_people = (c for c in WALK if c.startswith("specmend fetch") and WALK[c])
    shown = re.sub("[0-9a-f]{12}", "DIGEST", WALK[again])
    assert re.sub("[0-9a-f]{12}", "DIGEST", run(again)) == shown
    assert run(page_for_people) == WALK[page_for_people]


def test_every_verdict_and_every_result_of_an_update_has_its_row() -> None:
    assert rows("## Judge the steps: drift") == set(map(str, Verdict))
    results = rows("## Bring the steps along: update")
    assert results == set(map(str, StepUpdate)) - {"dropped"}


def test_the_numbers_of_fetch_are_those_of_the_code() -> None:
    assert f"Silence of {web.SILENCE:g}\n  seconds, or {web.LONGEST:g} seconds in all" in TEXT
    assert web.ATTEMPTS == 4
    assert "three more times" in TEXT
    assert MOST_HOPS == 5
    assert "At most five redirects" in TEXT
    passing = re.findall(r"a broken answer, ([\d, ]+)\)", TEXT)[0]
    assert {int(status) for status in passing.split(", ")} == web.PASSING
