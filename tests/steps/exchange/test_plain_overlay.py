"""Plain overlays are read as steps, and applied in order, all or nothing, with one edit."""

from __future__ import annotations

import pytest
from tests.steps.overlays import overlay_text

from specmend.document.text.document import parse_document
from specmend.errors import EditRefused, RepositoryError
from specmend.steps.exchange.plain_overlay import OverlayResult, apply_overlays, read_overlay
from specmend.steps.step import Step

TEXT = "# pets\ninfo:\n  title: Pets # ours\n  version: '1'\ntags: [a]\n"
MERGED = "a: &x {k: 1}\nb:\n  <<: *x\n  l: 2\n"


def overlay(actions: str, number: int = 1, *, allow_no_match: bool = False) -> Step:
    """The actions of an overlay, on lines of a YAML list, as a step."""
    document = parse_document(overlay_text(actions), f"{number}.yaml")
    return read_overlay(document, number, allow_no_match=allow_no_match)


def applied(text: str, *overlays: Step, reserialize: bool = False) -> OverlayResult:
    return apply_overlays(parse_document(text, "api.yaml"), overlays, reserialize=reserialize)


@pytest.mark.parametrize(
    ("actions", "text"),
    [
        pytest.param([], TEXT, id="no overlay"),
        pytest.param(
            ["- {target: $.info, update: {title: Cats}}"],
            TEXT.replace("Pets", "Cats"),
            id="comments stay",
        ),
        pytest.param(
            ["- {target: $.info.title, update: Cats}", "- {target: $.info.title, update: Dogs}"],
            TEXT.replace("Pets", "Dogs"),
            id="in order",
        ),
        pytest.param(
            ["- {target: $.tags, update: b}\n- {target: $.tags, update: c}"],
            TEXT.replace("[a]", "[a, b, c]"),
            id="several actions",
        ),
    ],
)
def test_overlays_edit_the_text(actions: list[str], text: str) -> None:
    overlays = [overlay(lines, number) for number, lines in enumerate(actions, 1)]
    result = applied(TEXT, *overlays)
    assert result.document.text == text
    assert result.reserialized is None
    assert [outcome.step for outcome in result.outcomes] == overlays


def test_an_overlay_becomes_a_plain_step_of_its_title() -> None:
    step = overlay("- {target: $.info, remove: true}", 7)
    assert (step.number, step.title, step.reason, step.plain) == (7, "Plain", "", True)
    assert [action.optional for action in step.actions] == [""]


def test_a_target_may_select_nothing_only_where_that_is_allowed() -> None:
    nothing = "- {target: $.no, update: 1}\n- {target: $.info.title, update: Cats}"
    with pytest.raises(RepositoryError, match="selects nothing"):
        applied(TEXT, overlay(nothing))
    result = applied(TEXT, overlay(nothing, allow_no_match=True))
    assert result.document.text == TEXT.replace("Pets", "Cats")


def test_every_fault_of_a_file_is_named() -> None:
    with pytest.raises(RepositoryError) as caught:
        overlay("- {updaet: 1}\n- {target: 2, remove: true}")
    assert len(caught.value.problems) > 1
    assert {problem.file for problem in caught.value.problems} == {"1.yaml"}


def test_the_faults_of_all_overlays_are_named_and_nothing_is_made() -> None:
    overlays = [
        overlay("- {target: $.no, update: 1}", 1),
        overlay("- {target: $.info.title, update: Cats}", 2),
        overlay("- {target: $.nowhere, remove: true}", 3),
    ]
    with pytest.raises(RepositoryError) as caught:
        applied(TEXT, *overlays)
    assert [problem.file for problem in caught.value.problems] == ["1.yaml", "3.yaml"]


def test_what_cannot_be_edited_in_place_is_refused_and_serialized_again_on_request() -> None:
    change = overlay("- {target: $.b, update: {k: 3}}")
    with pytest.raises(EditRefused) as caught:
        applied(MERGED, change)
    assert all("or add --reserialize" in problem.advice for problem in caught.value.problems)
    result = applied(MERGED, change, reserialize=True)
    assert result.document.tree == {"a": {"k": 1}, "b": {"l": 2, "k": 3}}
    assert result.reserialized
    assert "serialized again" in result.reserialized.message


def test_a_text_that_can_be_edited_is_never_serialized_again() -> None:
    result = applied(TEXT, overlay("- {target: $.info.title, update: Cats}"), reserialize=True)
    assert result.document.text == TEXT.replace("Pets", "Cats")
    assert result.reserialized is None
