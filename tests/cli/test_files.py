"""The commands `apply` and `validate` on any files, without a project."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import Folder, Ran

Run = Callable[..., Ran]

YAML = """\
# A comment that stays
openapi: 3.0.3
info: {title: Pets, version: "1"}
paths: {}
tags:
  - name: a # keep
"""
JSON = '{\n  "openapi": "3.0.3",\n  "info": {"title": "Pets", "version": "1"},\n  "paths": {}\n}\n'
HEAD = "overlay: 1.1.0\ninfo: {title: Mend, version: 1.0.0}\nactions:\n"
MEND = HEAD + "  - {target: $.info.title, update: Cats}\n"
MEND_JSON = json.dumps(
    {"overlay": "1.1.0", "info": {"title": "Mend", "version": "1"},
     "actions": [{"target": "$.info.title", "update": "Cats"}]}
)  # fmt: skip


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Write files into an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)

    def write(**texts: str) -> None:
        for name, text in texts.items():
            Path(name.replace("_", ".")).write_text(text, "utf-8")

    return write


def apply(
    run: Run, document: str, *overlays: str, output: str = "out", more: tuple[str, ...] = ()
) -> Ran:
    """Apply overlays to a document."""
    words = [word for overlay in overlays for word in ("--overlay", overlay)]
    return run("apply", "--document", document, *words, "--output", output, *more)


def feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Put a text on the standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.mark.parametrize(("document", "text"), [("d.yaml", YAML), ("d.json", JSON)])
@pytest.mark.parametrize(("overlay", "mend"), [("o.yaml", MEND), ("o.json", MEND_JSON)])
def test_every_mix_of_yaml_and_json_keeps_the_format_of_the_document(
    files: Callable[..., None], run: Run, document: str, text: str, overlay: str, mend: str
) -> None:
    files(**{document.replace(".", "_"): text, overlay.replace(".", "_"): mend})
    ran = apply(run, document, overlay)
    assert (ran.code, ran.err) == (0, "")
    assert Path("out").read_text() == text.replace("Pets", "Cats")
    assert ran.out == f"{document}  1 action applied, wrote out\n"


def test_overlays_are_applied_in_the_order_given(files: Callable[..., None], run: Run) -> None:
    second = HEAD + "  - {target: '$[?@.title == \"Cats\"]', update: {x-more: 1}}\n"
    files(d_yaml=YAML, a_yaml=MEND, b_yaml=second)
    assert apply(run, "d.yaml", "a.yaml", "b.yaml").code == 0
    assert 'info: {title: Cats, version: "1", x-more: 1}' in Path("out").read_text()
    assert apply(run, "d.yaml", "b.yaml", "a.yaml", output="none").code == 1
    assert not Path("none").exists()


def test_the_standard_streams_are_named_by_a_hyphen(
    files: Callable[..., None], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    files(d_json=JSON, o_yaml=MEND)
    feed(monkeypatch, JSON)
    assert apply(run, "-", "o.yaml", output="-").out == JSON.replace("Pets", "Cats")
    feed(monkeypatch, MEND)
    assert apply(run, "d.json", "-", output="-").out == JSON.replace("Pets", "Cats")


def test_the_standard_input_is_read_once(files: Callable[..., None], run: Run) -> None:
    files()
    ran = apply(run, "-", "-")
    assert ran.code == 2
    assert "the standard input can be read once" in ran.err


def test_a_target_that_selects_nothing_is_an_error_and_nothing_is_written(
    files: Callable[..., None], run: Run
) -> None:
    files(
        d_yaml=YAML,
        o_yaml=MEND + "  - {target: $.servers, remove: true}\n  - {target: $.nope, update: 1}\n",
    )
    ran = apply(run, "d.yaml", "o.yaml")
    assert ran.code == 1
    assert "o.yaml:5:6: error: the target $.servers selects nothing" in ran.err
    assert "o.yaml:6:6: error: the target $.nope selects nothing" in ran.err
    assert not Path("out").exists()


def test_an_action_with_a_written_reason_may_select_nothing(
    files: Callable[..., None], run: Run
) -> None:
    files(
        d_yaml=YAML,
        o_yaml=MEND + "  - {target: $.servers, remove: true, x-optional: old versions lack it}\n",
    )
    ran = apply(run, "d.yaml", "o.yaml")
    assert ran.code == 0
    assert (
        "o.yaml:5:6: the target $.servers selects nothing, which is allowed: old versions lack it"
        in ran.err
    )
    assert Path("out").read_text() == YAML.replace("Pets", "Cats")


@pytest.mark.parametrize("reason", ["''", "'  '", "true", "[]"])
def test_the_reason_of_an_optional_action_is_a_text(
    files: Callable[..., None], run: Run, reason: str
) -> None:
    files(
        d_yaml=YAML,
        o_yaml=MEND + f"  - {{target: $.servers, remove: true, x-optional: {reason}}}\n",
    )
    ran = apply(run, "d.yaml", "o.yaml")
    assert ran.code == 1
    assert "o.yaml:5:39: error: x-optional is not right" in ran.err


def test_lax_lets_any_target_select_nothing_but_not_the_source_of_a_copy(
    files: Callable[..., None], run: Run
) -> None:
    files(d_yaml=YAML, o_yaml=MEND + "  - {target: $.servers, remove: true}\n")
    ran = apply(run, "d.yaml", "o.yaml", more=("--allow-no-match",))
    assert ran.code == 0
    assert "o.yaml:5:6" in ran.err
    files(c_yaml=HEAD + "  - {target: $.info, copy: $.nowhere}\n")
    assert apply(run, "d.yaml", "c.yaml", more=("--allow-no-match",)).code == 1


def test_lax_is_for_overlays_alone(folder: Folder) -> None:
    ran = folder.run("apply", "--allow-no-match")
    assert (ran.code, "--allow-no-match needs --overlay" in ran.err) == (2, True)


def test_an_expectation_is_held_where_an_overlay_has_one(
    files: Callable[..., None], run: Run
) -> None:
    expecting = (
        HEAD + "  - {target: $.info.title, update: Cats, x-expect: {matches: 1, before: %s}}\n"
    )
    files(d_yaml=YAML, good_yaml=expecting % "Pets", bad_yaml=expecting % "Dogs")
    assert apply(run, "d.yaml", "good.yaml").code == 0
    ran = apply(run, "d.yaml", "bad.yaml", output="none")
    assert ran.code == 1
    assert '"Pets" at d.yaml:3:8' in ran.err
    assert '"Dogs"' in ran.err
    assert not Path("none").exists()


def test_an_action_that_changes_nothing_is_told_and_no_error(
    files: Callable[..., None], run: Run
) -> None:
    files(
        d_yaml=YAML,
        o_yaml=HEAD + "  - {target: $.info.title, update: Pets}\n  - {target: $.info}\n",
    )
    ran = apply(run, "d.yaml", "o.yaml")
    assert ran.code == 0
    assert ran.err.count("changes nothing") == 2
    assert Path("out").read_text() == YAML


def test_the_faults_of_all_files_come_together(files: Callable[..., None], run: Run) -> None:
    files(d_yaml="a: [", a_yaml="overlay: 1.1.0\n", b_yaml=HEAD + "  - {target: info}\n")
    ran = apply(run, "d.yaml", "a.yaml", "b.yaml")
    assert ran.code == 1
    for place in ("d.yaml:1:5: ", "a.yaml:1:1: ", "b.yaml:4:6: "):
        assert place in ran.err


def test_what_apply_did_is_told_as_json(files: Callable[..., None], run: Run) -> None:
    files(d_yaml=YAML, o_yaml=MEND)
    told = json.loads(apply(run, "d.yaml", "o.yaml", more=("--json",)).out)
    assert told == {
        "ok": True,
        "overlays": [{"file": "o.yaml", "title": "Mend", "actions": 1, "places": 1, "notes": []}],
        "wrote": "out",
    }


@pytest.mark.parametrize("missing", ["--document", "--output"])
def test_an_overlay_needs_a_document_and_an_output(
    files: Callable[..., None], run: Run, missing: str
) -> None:
    files(d_yaml=YAML, o_yaml=MEND)
    given = {"--document": "d.yaml", "--output": "out", "--overlay": "o.yaml"}
    ran = run(
        "apply",
        *(word for name, value in given.items() if name != missing for word in (name, value)),
    )
    assert ran.code == 2
    assert f"--overlay needs {missing}" in ran.err


def test_a_step_file_with_a_named_edit_is_an_overlay_too(
    files: Callable[..., None], run: Run
) -> None:
    files(
        d_yaml=YAML,
        o_yaml=HEAD + "  - {target: $.info.title, x-edit: {name: set-value, value: Dogs}}\n",
    )
    assert apply(run, "d.yaml", "o.yaml").code == 0
    assert Path("out").read_text() == YAML.replace("Pets", "Dogs")


def test_a_sound_document_and_a_sound_overlay_are_valid(
    files: Callable[..., None], run: Run
) -> None:
    files(d_yaml=YAML, o_yaml=MEND)
    ran = run("validate", "d.yaml", "o.yaml")
    warning = (
        "d.yaml:4:1: warning: no path has an operation: there is nothing that a client could call; "
        "ask its owner for the document with the paths [paths]\n"
    )
    told = "d.yaml  openapi: valid, 1 warning\no.yaml  overlay: valid\n"
    assert (ran.code, ran.out) == (0, warning + told)


def test_findings_of_any_file_have_their_place_and_fail(
    files: Callable[..., None], run: Run
) -> None:
    files(
        d_yaml=YAML.replace("version", "versoin"),
        o_yaml=MEND.replace("overlay: 1.1.0", "overlay: 2.0.0"),
    )
    ran = run("validate", "d.yaml", "o.yaml")
    assert ran.code == 1
    assert "d.yaml:3:1: info lacks 'version'; record a step that adds it [openapi]" in ran.out
    assert (
        "o.yaml:1:1: overlay is not right; specmend reads Overlay 1.0 and 1.1 "
        '[overlay; found "2.0.0"; expected a version such as 1.1.0]' in ran.out
    )


def test_findings_are_told_as_json(
    files: Callable[..., None], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    files()
    feed(monkeypatch, MEND.replace("title: Mend, ", ""))
    ran = run("validate", "-", "--json")
    assert ran.code == 1
    told = json.loads(ran.out)
    assert told["ok"] is False
    assert told["files"][0]["kind"] == "overlay"
    finding = told["files"][0]["findings"][0]
    assert (finding["message"], finding["line"], finding["column"]) == (
        "title is missing in info",
        2,
        1,
    )


def test_a_file_that_is_not_there_is_a_fault(files: Callable[..., None], run: Run) -> None:
    files()
    ran = run("validate", "none.yaml")
    assert (ran.code, "none.yaml: error: the file cannot be read" in ran.err) == (1, True)


def test_an_optional_action_of_a_project_is_told_and_does_not_fail(folder: Folder) -> None:
    folder.write(
        "patches/pets/0002-drop-tags.yaml",
        "overlay: 1.1.0\ninfo: {title: t, version: '1', x-reason: r}\nactions:\n"
        "  - {target: $.tags, remove: true, x-optional: newer versions have none}\n",
    )
    ran = folder.run("apply")
    assert ran.code == 0, ran.err
    assert (
        "0002-drop-tags.yaml:4:6: the target $.tags selects nothing, which is allowed: newer"
        in ran.err
    )
