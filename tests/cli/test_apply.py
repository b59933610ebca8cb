"""The command `apply`: what it writes, and that it writes nothing when a step fails."""

from __future__ import annotations

import json

from tests.cli.project import DOCUMENT, Folder


def test_the_sanitized_document_differs_in_the_lines_of_the_steps_alone(folder: Folder) -> None:
    ran = folder.run("apply")
    assert ran.code == 0
    assert "1 of 1 step applied" in ran.out
    meant = DOCUMENT.replace("http://localhost", "http://localhost/v1").replace(
        "/v1/pets:", "/pets:"
    )
    assert folder.read("spec/pets/sanitized.yaml") == meant


def test_a_step_that_fails_stops_the_run_and_nothing_is_written(folder: Folder) -> None:
    head = "overlay: 1.1.0\ninfo: {title: t, version: '1', x-reason: r}\n"
    step = head + "actions:\n  - {target: $.nope, remove: true}\n"
    folder.write("patches/pets/0002-point-at-nothing.yaml", step)
    ran = folder.run("apply")
    assert ran.code == 1
    assert (
        "patches/pets/0002-point-at-nothing.yaml:4:6: error: the target $.nope selects nothing"
        in ran.err
    )
    assert not (folder.root / "spec/pets/sanitized.yaml").exists()


def test_every_fault_of_the_run_is_listed(folder: Folder) -> None:
    head = "overlay: 1.1.0\ninfo: {title: t, version: '1', x-reason: r}\nactions:\n"
    folder.write("patches/pets/0002-a.yaml", head + "  - {target: $.nope, remove: true}\n")
    folder.write(
        "patches/pets/0003-b.yaml",
        head + "  - {target: $.info.title, update: Cats, x-expect: {matches: 1, before: Dogs}}\n",
    )
    ran = folder.run("apply")
    assert "0002-a.yaml:4:6" in ran.err
    assert "0003-b.yaml:4:42" in ran.err
    assert '"Pets" at spec/pets/upstream.yaml:3:8' in ran.err
    assert '"Dogs"' in ran.err


def test_another_document_is_not_held_against_the_expectations(folder: Folder) -> None:
    other = DOCUMENT.replace("/v1/pets:", "/v1/pets:\n    summary: more").replace(
        "http://localhost", "https://elsewhere"
    )
    document = folder.write("other.yaml", other)
    output = folder.root / "out.yaml"
    ran = folder.run("apply", "pets", "--document", str(document), "--output", str(output))
    assert ran.code == 0, ran.err
    assert "https://elsewhere/v1" in output.read_text()


def test_another_document_on_which_a_step_does_not_apply_is_an_error_unless_partial(
    folder: Folder,
) -> None:
    document = folder.write("other.yaml", DOCUMENT.replace("/v1/pets", "/pets"))
    output = folder.root / "out.yaml"
    words = ("apply", "pets", "--document", str(document), "--output", str(output))
    assert folder.run(*words).code == 1
    assert not output.exists()
    ran = folder.run(*words, "--partial")
    assert ran.code == 0
    assert "does not start with /v1" in ran.err
    assert output.read_text() == document.read_text()


def test_json_tells_the_verdict_of_each_step(folder: Folder) -> None:
    ran = folder.run("apply", "--json")
    outcome = json.loads(ran.out)["apis"][0]["outcomes"][0]
    assert outcome == {"step": 1, "title": "Move the prefix", "verdict": "applies"}


def test_a_generator_with_a_typing_error_is_refused_and_nothing_is_written(folder: Folder) -> None:
    before = folder.files()
    ran = folder.run("apply", "pets", "--generator", "pyhton")
    assert (ran.code, "did you mean 'python'?" in ran.err) == (1, True), ran.err
    assert folder.files() == before
