"""Overlays from anywhere applied to any document."""

from __future__ import annotations

import pytest

from specmend.document.text.document import Document, parse_document
from specmend.errors import RepositoryError
from specmend.project.overlay import overlay_document

HEAD = "overlay: 1.1.0\ninfo: {title: Mend, version: 1.0.0}\nactions:\n"
TARGET = parse_document("info: {title: Pets} # kept\n", "pets.yaml")


def overlay(action: str, name: str = "a.yaml") -> Document:
    return parse_document(HEAD + f"  - {action}\n", name)


def test_overlays_are_applied_in_their_order() -> None:
    first = overlay("{target: $.info, update: {title: Cats}}")
    second = overlay("{target: '$.info[?@ == \"Cats\"]', update: Dogs}")
    result = overlay_document(TARGET, [first, second])
    assert result.document.text == "info: {title: Dogs} # kept\n"
    assert [outcome.step.number for outcome in result.outcomes] == [1, 2]


def test_the_faults_of_all_overlays_come_together() -> None:
    broken = [overlay("{target: info}", "a.yaml"), overlay("{update: 1}", "b.yaml")]
    with pytest.raises(RepositoryError) as caught:
        overlay_document(TARGET, broken)
    assert {problem.file for problem in caught.value.problems} == {"a.yaml", "b.yaml"}


def test_a_target_may_select_nothing_where_that_is_allowed() -> None:
    nowhere = overlay("{target: $.nowhere, remove: true}")
    with pytest.raises(RepositoryError, match="selects nothing"):
        overlay_document(TARGET, [nowhere])
    assert overlay_document(TARGET, [nowhere], allow_no_match=True).document.text == TARGET.text


def test_text_that_cannot_be_edited_is_serialized_again_where_that_is_allowed() -> None:
    target = parse_document("? a\n: {b: 1}\n", "a.yaml")
    edit = overlay("{target: $.a, update: {b: 2}}")
    with pytest.raises(RepositoryError, match="explicit key"):
        overlay_document(target, [edit])
    result = overlay_document(target, [edit], reserialize=True)
    assert result.document.tree == {"a": {"b": 2}}
    assert result.reserialized
