"""A series on text that cannot be edited in place: what is serialized again and reported."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.steps.overlays import overlay_text
from tests.steps.series import make_document, make_step

from specmend.document.text.document import parse_document
from specmend.errors import EditRefused
from specmend.steps.apply import Applied, apply_steps
from specmend.steps.exchange.plain_overlay import OverlayResult, apply_overlays, read_overlay

PLAIN = "# top\na: 1\nb:\n  c: 2 # two\n"
MERGED = "# top\na: 1\nb:\n  <<: {c: 1}\n  d: 2\n\ne: |\n  p\n  q\n"
SET = "- {target: $.b.d, update: 3}"


def applied(text: str, *steps: str, reserialize: bool = True) -> Applied:
    """Steps, each given by its actions, on text that may be reserialized."""
    made = [make_step(actions, number) for number, actions in enumerate(steps, 1)]
    return apply_steps(make_document(text), made, enforce=False, reserialize=reserialize)


def overlaid(text: str, actions: str, name: str, *, reserialize: bool) -> OverlayResult:
    """A plain overlay on a document of a name."""
    overlay = read_overlay(parse_document(overlay_text(actions), "plain.yaml"), 1)
    return apply_overlays(parse_document(text, name), [overlay], reserialize=reserialize)


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        pytest.param(PLAIN, ["- {target: $.b.c, update: 3}"], PLAIN.replace("2 #", "3 #"),
        id="nothing is in the way"),
        pytest.param(MERGED, ["- {target: $.a, update: 2}"], MERGED.replace("1\n", "2\n", 1),
        id="edited elsewhere"),
        pytest.param(MERGED, [SET], "a: 1\nb:\n  c: 1\n  d: 3\ne: |\n  p\n  q\n",
        id="reserialized"),
        pytest.param(
            MERGED, ["- {target: $.a, update: 2}", SET, "- {target: $.b.c, remove: true}"],
            "a: 2\nb:\n  d: 3\ne: |\n  p\n  q\n", id="steps before and after",
        ),
        pytest.param(f"? {'k' * 2000}\n: 1\nb: {{d: 2}}\n",
        ["- {target: $, update: {b: {d: 3}, c: 4}}"],
                     f"? {'k' * 2000}\n: 1\nb:\n  d: 3\nc: 4\n", id="a key that must be explicit"),
        pytest.param("a: 1\rb:\r  d: 2\r", [SET], "a: 1\nb:\n  d: 3\n", id="lone carriage returns"),
    ],
)  # fmt: skip
def test_a_series_is_written_anew_only_where_it_must(
    before: str, steps: list[str], after: str
) -> None:
    made = applied(before, *steps)
    assert not made.problems
    assert made.document.text == after
    assert len(made.lines.lines) == after.count("\n") + 1


def test_a_step_that_is_spliced_in_has_no_note() -> None:
    assert applied(PLAIN, "- {target: $.b.c, update: 3}").outcomes[0].notes == ()


def test_the_note_names_the_step_the_construct_and_its_line() -> None:
    [note] = applied(MERGED, SET).outcomes[0].notes
    assert note.location == "patches/api/0001-a-step.yaml:6:1"
    assert note.message == (
        "a mapping with a merge key (<<) cannot be edited in place, so the whole document is "
        "serialized again, "
        "without its comments (spec/api/upstream.yaml:4:3)"
    )


def test_the_refusal_names_the_setting() -> None:
    made = applied(MERGED, SET, reserialize=False)
    [problem] = made.problems
    assert "(spec/api/upstream.yaml:4:3)" in problem.message
    assert problem.advice.endswith(
        "say reserialize = true in the settings of api, and the whole document is serialized again"
    )
    assert made.document.text == MERGED


def test_each_line_keeps_its_origin_and_the_step_has_what_it_wrote() -> None:
    made = applied("# top\n" + MERGED, "- {target: $.b.d, update: 3}")
    found = [(text, line.upstream, line.steps) for text, line in
             zip(made.document.text.split("\n"), made.lines.lines, strict=True)]  # fmt: skip
    assert found == [
        ("a: 1", 3, ()), ("b:", 4, ()), ("  c: 1", 4, (1,)), ("  d: 3", 6, (1,)),
        ("e: |", 8, ()), ("  p", 9, ()), ("  q", 10, ()), ("", 11, ()),
    ]  # fmt: skip
    assert made.lines.removed == {1: 1, 2: 1, 5: 1, 7: 1}


def test_a_text_that_no_document_can_hold_is_refused_all_the_same() -> None:
    step = make_step(SET)
    step = replace(step, actions=(replace(step.actions[0], update="\ud83d"),))
    made = apply_steps(make_document(MERGED), [step], enforce=False, reserialize=True)
    assert made.problems[0].message.startswith("the document cannot be serialized again")
    assert made.document.text == MERGED


@pytest.mark.parametrize(
    ("text", "name", "after"),
    [
        ('{"a": 1,\n"b": {"d": 2}}\n', "api.json", '{"a": 1,\n"b": {"d": 3}}\n'),
        (PLAIN + "  d: 2\n", "api.yaml", PLAIN + "  d: 3\n"),
        (MERGED, "api.yaml", "a: 1\nb:\n  c: 1\n  d: 3\ne: |\n  p\n  q\n"),
        ("a: &x {d: 2}\nb:\n  <<: *x\n", "api.yaml", "a:\n  d: 2\nb:\n  d: 3\n"),
        ("? b\n: d: 2\n", "api.yaml", "b:\n  d: 3\n"),
        ('{\r  "b": {"d": 2}\r}\r', "api.json", '{\n  "b": {\n    "d": 3\n  }\n}\n'),
    ],
)
def test_a_plain_overlay_gives_the_tree_that_is_meant(text: str, name: str, after: str) -> None:
    made = overlaid(text, SET, name, reserialize=True)
    assert made.document.text == after
    kept = "\r" not in text and text.count("\n") == after.count("\n") and not set("<?") & set(text)
    assert (made.reserialized is None) == kept


def test_the_refusal_of_a_plain_overlay_names_the_option() -> None:
    with pytest.raises(EditRefused) as caught:
        overlaid(MERGED, SET, "api.yaml", reserialize=False)
    assert caught.value.problems[0].location == "api.yaml:4:3"
    assert caught.value.problems[0].advice.endswith(
        "or add --reserialize, and the whole document is serialized again"
    )
