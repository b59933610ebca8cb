"""Events folded into nodes: what the builder keeps of anchors, merge keys and wrong keys."""

from __future__ import annotations

import pytest
import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from specmend.document.text.reading.yaml_builder import Builder


def built(text: str) -> Builder:
    builder = Builder(text, "api.yaml")
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        builder.take(event)
    return builder


def test_an_alias_has_the_value_of_the_last_anchor_before_it() -> None:
    builder = built("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")
    assert builder.problems == []
    assert builder.root is not None
    assert builder.root.value == {"a": 1, "b": 1, "c": 2, "d": 2}
    assert [entry.value.kind for entry in builder.root.entries] == ["scalar", "alias"] * 2


def test_a_value_starts_behind_its_anchor_tag_and_comment() -> None:
    text = "a: &x !!str # why\n  12\n"
    builder = built(text)
    assert builder.root is not None
    node = builder.root.entries[0].value
    assert (text[node.start : node.end], node.outer, node.value) == ("12", 3, "12")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: *x\n", "alias *x has no anchor before it"),
        ("a: 1\na: 2\n", "the key 'a' is written twice in one mapping, first at 1:1"),
        ("[1]: 2\n", "a key must be a scalar"),
        ("<<: 1\n", "only mappings can be merged"),
    ],
)
def test_a_fault_is_told(text: str, message: str) -> None:
    assert [problem.message for problem in built(text).problems] == [message]


def test_text_that_is_no_yaml_is_left_to_the_caller() -> None:
    with pytest.raises(yaml.YAMLError):
        built("a: [\n")
