"""Line origins: which step wrote each line, and which upstream line it comes from."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from tests.repository import ROOT

from specmend.document.text.document import read_document
from specmend.document.text.text_edit import TextEdit, in_order, splice
from specmend.project.repository import Project
from specmend.settings.layout import ApiLayout
from specmend.steps.apply import Applied, apply_steps
from specmend.steps.line_origins import Line, Lines, upstream_lines
from specmend.steps.read import read_steps

TEXT = "a: 1\nb: 2\nc: 3\n"

Origin = tuple[int, tuple[int, ...]]
KEPT: list[Origin] = [(1, ()), (2, ()), (3, ()), (4, ())]


def origins(lines: Lines) -> list[Origin]:
    """Each line as its upstream line and its steps."""
    return [(line.upstream, line.steps) for line in lines.lines]


def edit(old: str, new: str, text: str = TEXT) -> TextEdit:
    """The edit that replaces one stretch of the text by another; `|` marks a bare place."""
    start = text.index(old.replace("|", ""))
    if "|" in old:
        return TextEdit(start + old.index("|"), start + old.index("|"), new)
    return TextEdit(start, start + len(old), new)


TABLE: list[tuple[str, list[TextEdit], str, list[Origin], dict[int, int]]] = [
    ("no edit", [], TEXT, KEPT, {}),
    ("a value", [edit("2", "9")], "a: 1\nb: 9\nc: 3\n", [(1, ()), (2, (7,)), (3, ()), (4, ())], {}),
    ("an edit that says the same", [edit("2", "2")], TEXT, KEPT, {}),
    ("whole lines between", [edit("|b", "x: 0\ny: 0\n")], "a: 1\nx: 0\ny: 0\nb: 2\nc: 3\n",
     [(1, ()), (0, (7,)), (0, (7,)), (2, ()), (3, ()), (4, ())], {}),
    ("a line behind another", [edit("2|", "\nx: 0")], "a: 1\nb: 2\nx: 0\nc: 3\n",
     [(1, ()), (2, ()), (0, (7,)), (3, ()), (4, ())], {}),
    ("a line gone", [edit("b: 2\n", "")], "a: 1\nc: 3\n", [(1, ()), (3, ()), (4, ())], {2: 7}),
    ("all gone", [edit(TEXT, "")], "", [(4, ())], {1: 7, 2: 7, 3: 7}),
    ("two lines made one", [edit("2\nc: 3", "[2, 3]")], "a: 1\nb: [2, 3]\n",
    [(1, ()), (2, (7,)), (4, ())], {3: 7}),
    ("one line made two", [edit(" 2", "\n  x: 2")], "a: 1\nb:\n  x: 2\nc: 3\n",
     [(1, ()), (2, (7,)), (0, (7,)), (3, ()), (4, ())], {}),
    ("from inside a line to the start of another", [edit("2\n", "9\n")], "a: 1\nb: 9\nc: 3\n",
     [(1, ()), (2, (7,)), (3, ()), (4, ())], {}),
    ("two edits on one line", [edit("b", "x"), edit("2", "9")], "a: 1\nx: 9\nc: 3\n",
     [(1, ()), (2, (7,)), (3, ()), (4, ())], {}),
    ("the break at the end gone", [edit("3\n", "3")], "a: 1\nb: 2\nc: 3",
    [(1, ()), (2, ()), (3, (7,))], {4: 7}),
    ("a line after the last", [TextEdit(len(TEXT), len(TEXT), "d: 4\n")], TEXT + "d: 4\n",
     [(1, ()), (2, ()), (3, ()), (0, (7,)), (4, ())], {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "edits", "result", "expected", "removed"), TABLE, ids=[row[0] for row in TABLE]
)
def test_edits_leave_their_step_on_the_lines_that_they_change(
    name: str, edits: list[TextEdit], result: str, expected: list[Origin], removed: dict[int, int]
) -> None:
    assert splice(TEXT, edits) == result, name
    lines = upstream_lines(TEXT).after(TEXT, in_order(edits), 7)
    assert origins(lines) == expected
    assert lines.removed == removed


def test_a_line_put_in_front_of_an_indented_one_leaves_that_one_untouched() -> None:
    text = "top:\n    b: 2\n    c: 3\n"
    lines = upstream_lines(text).after(text, (edit("|b: 2", "a: 1\n    ", text),), 7)
    assert origins(lines) == [(1, ()), (0, (7,)), (2, ()), (3, ()), (4, ())]


def test_a_member_put_between_members_of_json_leaves_both_untouched() -> None:
    text = '{\n  "a": 1,\n  "c": 3\n}\n'
    lines = upstream_lines(text).after(text, (edit('"a": 1|', ',\n  "b": 2', text),), 7)
    assert origins(lines) == [(1, ()), (2, ()), (0, (7,)), (3, ()), (4, ()), (5, ())]


def test_a_member_put_behind_the_last_one_of_json_changes_that_one_by_its_comma() -> None:
    text = '{\n  "a": 1\n}\n'
    lines = upstream_lines(text).after(text, (edit('"a": 1|', ',\n  "b": 2', text),), 7)
    assert origins(lines) == [(1, ()), (2, (7,)), (0, (7,)), (3, ()), (4, ())]


def test_the_first_key_behind_a_dash_gone_leaves_the_place_of_the_second() -> None:
    text = "- a: 1\n  b: 2\n"
    lines = upstream_lines(text).after(text, (edit("a: 1\n  ", "", text),), 7)
    assert origins(lines) == [(2, (7,)), (3, ())]
    assert lines.removed == {1: 7}


def test_later_steps_are_added_to_those_that_wrote_before() -> None:
    lines = upstream_lines(TEXT).after(TEXT, (edit("2", "9\nx: 0"),), 1)
    text = "a: 1\nb: 9\nx: 0\nc: 3\n"
    lines = lines.after(text, (edit("9", "8", text), edit("0", "5", text)), 2)
    assert origins(lines)[1:3] == [(2, (1, 2)), (0, (1, 2))]


def test_a_line_that_a_step_added_and_another_removed_leaves_no_trace() -> None:
    lines = upstream_lines(TEXT).after(TEXT, (edit("|b", "x: 0\n"),), 1)
    text = "a: 1\nx: 0\nb: 2\nc: 3\n"
    lines = lines.after(text, (edit("x: 0\n", "", text),), 2)
    assert origins(lines) == KEPT
    assert lines.removed == {}


def test_line_breaks_of_windows_are_counted_once() -> None:
    text = "a: 1\r\nb: 2\r\n"
    lines = upstream_lines(text).after(text, (edit("|b", "x: 0\r\n", text),), 7)
    assert origins(lines) == [(1, ()), (0, (7,)), (2, ()), (3, ())]


# Steps whose every line a later one wrote anew: the list of roles that 3 mends, 21 opens.
OVERWRITTEN = {"ollama-native": {3}, "ollama-openai": set[int]()}


def unaccounted(upstream: str, applied: Applied) -> list[str]:
    """The lines of the difference between upstream and result for which no step answers."""
    old, new = upstream.split("\n"), applied.document.text.split("\n")
    lines, removed = applied.lines.lines, applied.lines.removed
    changed = {line.upstream for line in lines if line.steps}
    found: list[str] = []
    for tag, i, end, j, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += [f"+{n + 1} {new[n]}" for n in range(j, stop) if not lines[n].steps]
            found += [
                f"-{n + 1} {old[n]}"
                for n in range(i, end)
                if n + 1 not in removed and n + 1 not in changed
            ]
    return found


def apply_own(name: str, target: str) -> tuple[ApiLayout, str, Applied]:
    """An API of this repository with its steps for a target applied."""
    api = Project.find(ROOT).apis[name]
    document = read_document(api.upstream.read_bytes(), "upstream.yaml")
    steps = [step for step in read_steps(api.steps, api.show(api.steps)) if step.is_active(target)]
    applied = apply_steps(document, steps)
    assert not applied.problems
    return api, document.text, applied


@pytest.mark.parametrize("name", ["ollama-native", "ollama-openai"])
@pytest.mark.parametrize("target", ["python", "ballerina"])
def test_every_line_that_differs_from_upstream_maps_to_a_step_and_every_step_has_a_line(
    name: str, target: str
) -> None:
    api, upstream, applied = apply_own(name, target)
    if target == api.settings.generator:
        assert applied.document.encode() == api.sanitized.read_bytes()
    assert upstream != applied.document.text
    assert len(applied.lines.lines) == applied.document.text.count("\n") + 1
    assert unaccounted(upstream, applied) == []
    wrote = {step for line in applied.lines.lines for step in line.steps} | set(
        applied.lines.removed.values()
    )
    assert wrote | OVERWRITTEN[name] == {outcome.step.number for outcome in applied.outcomes}
    assert not wrote & OVERWRITTEN[name]
    assert len(wrote) >= 6


@pytest.mark.parametrize("name", ["ollama-native", "ollama-openai"])
def test_a_line_without_steps_is_its_upstream_line_and_no_other_line_is(name: str) -> None:
    _, upstream, applied = apply_own(name, "python")
    old, new = upstream.split("\n"), applied.document.text.split("\n")
    for text, line in zip(new, applied.lines.lines, strict=True):
        if line.steps:
            assert not line.upstream or old[line.upstream - 1] != text
        else:
            assert old[line.upstream - 1] == text


@pytest.mark.parametrize("name", ["ollama-native", "ollama-openai"])
def test_the_two_files_alone_show_what_the_steps_account_for(name: str) -> None:
    api = Project.find(ROOT).apis[name]
    old, new = (path.read_text("utf-8").split("\n") for path in (api.upstream, api.sanitized))
    lines = apply_own(name, "python")[2].lines.lines
    added = [n for tag, _, _, j, k in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
             if tag != "equal" for n in range(j, k)]  # fmt: skip
    assert len(added) > 20
    assert [n + 1 for n in added if lines[n] == Line(lines[n].upstream)] == []
