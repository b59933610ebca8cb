"""Properties each of which is now what another one was."""

from __future__ import annotations

from tests.diff.pairs import answered, found


def test_other_spellings_of_what_is_swapped_are_the_same() -> None:
    one, other = {"type": "string", "nullable": True}, {"type": "integer"}
    old = answered({"properties": {"a": one, "b": other}})
    new = answered({"properties": {"a": other, "b": {"type": ["string", "null"]}}})
    assert found(old, new) == [("properties-swapped", "breaking", "response")]


def test_two_texts_that_are_swapped_break_nothing() -> None:
    one, other = ({"type": "string", "description": text} for text in "xy")
    old = answered({"properties": {"a": one, "b": other}})
    new = answered({"properties": {"a": other, "b": one}})
    assert found(old, new) == [("properties-swapped", "info", "response")]


def test_a_swapped_property_may_have_another_name_or_be_edited() -> None:
    one, other = {"type": "string", "maxLength": 9}, {"type": "string", "default": "x"}
    old = answered({"properties": {"a": one, "b": other}})
    renamed = answered({"properties": {"a": other, "c": one}})
    edited = answered({"properties": {"a": other, "b": {**one, "title": "T"}}})
    assert [one[0] for one in found(old, renamed)] == ["properties-swapped"]
    expected = ["properties-swapped", "schema-title-changed"]
    assert [one[0] for one in found(old, edited)] == expected
