"""An overlay from elsewhere as steps."""

from __future__ import annotations

import pytest

from specmend.document.text.document import parse_document
from specmend.errors import RepositoryError
from specmend.steps.exchange.import_overlay import import_overlay
from specmend.steps.exchange.imported import Imported

TREE = {"a": {"b": 1, "c": {"d": 2}}, "l": ["x"]}


def imported(
    actions: str, *, info: str = "{title: t, version: '1'}", overlay: str = "1.1.0"
) -> Imported:
    text = f"overlay: {overlay}\ninfo: {info}\nactions:\n{actions}"
    return import_overlay(parse_document(text, "o.yaml"), TREE)


def test_each_action_is_a_step_named_by_its_description() -> None:
    found = imported(
        "  - {target: $.a.b, update: 2, description: Set b.}\n  - {target: $.l, update: y}\n"
        "  - {target: $.a, copy: $.a.c}\n  - {target: $.a.c, remove: true, update: {z: 1}}\n"
        "  - {target: $.a.d, x-edit: {name: rename-key, to: e}}\n"
    )
    assert [proposal.title for proposal in found.proposals] == [
        "Set b", "Update $.l", "Copy $.a", "Remove $.a.c", "Edit $.a.d",
    ]  # fmt: skip
    assert found.proposals[0].actions == (
        {"target": "$.a.b", "description": "Set b.", "update": 2},
    )
    assert found.proposals[3].actions == ({"target": "$.a.c", "remove": True},)
    assert {proposal.reason for proposal in found.proposals} == {""}
    assert found.notes == ()


def test_a_reason_that_the_overlay_gives_is_kept_and_a_gap_is_not() -> None:
    action = "  - {target: $.a.b, update: 2}\n"
    assert imported(action, info="{title: t, version: '1', x-reason: r}").proposals[0].reason == "r"
    assert (
        imported(action, info="{title: t, version: '1', x-reason: TODO}").proposals[0].reason == ""
    )


def test_actions_that_change_nothing_are_noted_and_become_no_steps() -> None:
    found = imported(
        "  - {target: $.z, remove: true}\n  - {target: $.a.b, update: 1}\n  - {target: $.a}\n"
        "  - {target: $.a, remove: false}\n"
    )
    assert found.proposals == ()
    assert found.notes == (
        "o.yaml:4:5: the target $.z selects nothing",
        "o.yaml:5:5: this action changes nothing",
        "o.yaml:6:5: this action does nothing",
        "o.yaml:7:5: this action does nothing",
    )


def test_every_action_that_cannot_be_made_is_a_problem() -> None:
    with pytest.raises(RepositoryError) as caught:
        imported(
            "  - {target: $.a, update: 7}\n  - {target: $.a, copy: $.z}\n"
            "  - {target: $.l, update: y}\n"
        )
    assert [problem.line for problem in caught.value.problems] == [4, 5]


def test_a_file_that_is_no_overlay_of_the_standard_is_refused_with_its_faults() -> None:
    with pytest.raises(RepositoryError) as caught:
        imported("  - {target: $.a, tarket: 1}\n  - {target: 'a b', remove: true}\n")
    assert [problem.line for problem in caught.value.problems] == [4, 5]


def test_a_long_description_is_cut_in_the_title() -> None:
    (proposal,) = imported(
        f"  - {{target: $.a.b, update: 2, description: {'word ' * 40}}}\n"
    ).proposals
    assert len(proposal.title) <= 80
    assert proposal.title.endswith("…")


def test_a_list_on_a_list_is_one_entry_of_it_under_1_0() -> None:
    action = "  - {target: $.l, update: [y]}\n"
    (joined,) = imported(action).proposals
    (entry,) = imported(action, overlay="1.0.0").proposals
    assert (joined.actions[0]["update"], entry.actions[0]["update"]) == (["y"], [["y"]])
