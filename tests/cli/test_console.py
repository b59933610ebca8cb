"""What the commands print: lines, warnings, problems, tables and progress."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from specmend.cli import console
from specmend.cli.progress import Shown
from specmend.errors import Problem
from specmend.progress import SILENT

Captured = pytest.CaptureFixture[str]
FAULT = Problem(message="it is wrong", file="a.yaml", line=2, column=3, found="1", advice="mend it")


def test_lines_are_on_the_standard_output_and_warnings_are_not(capsys: Captured) -> None:
    console.line("one")
    console.good("pets", "two")
    console.warn("three")
    console.warn_of([FAULT])
    console.error("four")
    captured = capsys.readouterr()
    assert captured.out == "one\npets  two\n"
    assert captured.err == "warning: three\nwarning: a.yaml:2:3: it is wrong\nfour\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("é 名 \U0001f600 \u00a0", "é 名 \U0001f600 \u00a0"),
        ("a\x1b[31mb\x07", "a\\x1b[31mb\\x07"),
        ("a\n::error::b", "a\\n::error::b"),
        ("a\u2028b\u202ec", "a\\u2028b\\u202ec"),
        ("\ud800", "\\ud800"),
    ],
)
def test_words_of_a_document_cannot_steer_a_terminal_or_begin_a_line(
    capsys: Captured, text: str, expected: str
) -> None:
    console.warn(text)
    console.problems([replace(FAULT, message=text, found=text, advice="")])
    console.line(text.replace("\n", ""))
    captured = capsys.readouterr()
    said = f"warning: {expected}\na.yaml:2:3: error: {expected}\n    found:    {expected}\n"
    assert captured.err == said
    assert captured.out == expected.replace("\\n", "") + "\n"


@pytest.mark.parametrize(("number", "text"), [(0, "0 steps"), (1, "1 step"), (2, "2 steps")])
def test_a_noun_is_in_the_plural_where_it_needs_to_be(number: int, text: str) -> None:
    assert console.counted(number, "step") == text


@pytest.mark.parametrize(
    ("number", "nothing_written", "ending"),
    [
        (1, True, ""),
        (2, False, "2 problems\n"),
        (2, True, "2 problems; nothing was written\n"),
    ],
)
def test_problems_have_their_places_and_what_to_do(
    capsys: Captured, number: int, ending: str, *, nothing_written: bool
) -> None:
    faults = [replace(FAULT, line=line) for line in range(1, number + 1)]
    console.problems(faults, nothing_written=nothing_written)
    said = "".join(
        f"a.yaml:{line}:3: error: it is wrong\n    found:    1\n    do:       mend it\n"
        for line in range(1, number + 1)
    )
    assert capsys.readouterr().err == said + ending


def test_a_problem_that_comes_twice_is_told_once(capsys: Captured) -> None:
    console.problems([FAULT, FAULT])
    assert capsys.readouterr().err.count("it is wrong") == 1
    console.problems([FAULT, FAULT], as_json=True)
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 1


BLOCK = """\
error: it is wrong (5 places)
    a.yaml:1:3: found 1
    a.yaml:2:3: found 2
    a.yaml:3:3: found 3
    and 2 more
    do:       mend it
    step:     specmend new pets 'Mend it' '$.a' --remove --reason 'It is wrong.'
5 problems; nothing was written
"""


@pytest.mark.parametrize("columns", [20, 80, 400])
def test_problems_of_one_cause_are_one_block_in_any_width(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    step = "specmend new pets 'Mend it' '$.a' --remove --reason 'It is wrong.'"
    fault = replace(FAULT, cause="wrong", step=step)
    faults = [replace(fault, line=line, found=str(line)) for line in range(1, 6)]
    console.problems(faults, nothing_written=True)
    assert capsys.readouterr().err == BLOCK


def test_what_was_left_out_is_told_with_its_cause_and_its_operations(capsys: Captured) -> None:
    console.left_out([replace(FAULT, cause="wrong"), replace(FAULT, line=9, cause="wrong")], "ab")
    assert capsys.readouterr().err == (
        "left out: it is wrong (2 places)\n    a.yaml:2:3\n    a.yaml:9:3\n"
        "    found:    1\n    do:       mend it\n    in:       a, b\n"
    )


def test_a_machine_gets_every_place_of_a_cause(capsys: Captured) -> None:
    fault = replace(FAULT, cause="wrong", step="specmend build pets")
    console.problems([replace(fault, line=line) for line in range(1, 6)], as_json=True)
    told = json.loads(capsys.readouterr().out)["problems"]
    assert [problem["line"] for problem in told] == [1, 2, 3, 4, 5]
    assert {problem["cause"] for problem in told} == {"wrong"}
    assert {problem["step"] for problem in told} == {"specmend build pets"}


def test_problems_are_data_for_a_machine(capsys: Captured) -> None:
    console.problems([Problem(message="it is wrong"), FAULT], as_json=True)
    assert json.loads(capsys.readouterr().out) == {
        "ok": False,
        "problems": [
            {"message": "it is wrong"},
            {
                "message": "it is wrong",
                "file": "a.yaml",
                "line": 2,
                "column": 3,
                "found": "1",
                "advice": "mend it",
            },
        ],
    }


def test_a_table_has_no_blanks_at_the_ends_of_its_lines(capsys: Captured) -> None:
    console.table(("a", "word"), [("1", "[b]x[/b]"), ("22", "")])
    assert capsys.readouterr().out == "a   word\n1   [b]x[/b]\n22\n"


def test_progress_is_only_for_people() -> None:
    assert console.progress(quiet=True) is SILENT
    assert isinstance(console.progress(), Shown)


def test_a_table_breaks_no_column_that_must_stay_whole(capsys: Captured) -> None:
    long = "a title of many words that goes on and on"
    console.table(("a", "title"), [("x" * 70, long)], whole=(0,), most=90)
    first, *rows = capsys.readouterr().out.splitlines()
    assert first.split() == ["a", "title"]
    assert rows[0].startswith("x" * 70 + "  a title of many")
    assert max(map(len, rows)) <= 90


def test_half_of_a_surrogate_pair_is_written_in_ascii(capsys: Captured) -> None:
    value = {"ä\udc00": ["\ud800", "😀"]}
    console.data(value, on_one_line=True)
    written = capsys.readouterr().out
    assert "ä\\udc00" in written
    assert json.loads(written) == value


@pytest.mark.parametrize(
    "value",
    [
        {"a": [], "b": {}, "c": [{}, [1, [2.5]]], "d": None, "e": True, "f": 'é"{: ,}\n'},
        [],
        "a",
        -0.0,
        # No JSON has it, and it is written all the same.
        {"a": float("inf")},
    ],
)
def test_data_is_laid_out_as_json_does_it(value: object, capsys: Captured) -> None:
    console.data(value)
    assert capsys.readouterr().out == json.dumps(value, indent=2, ensure_ascii=False) + "\n"
