"""Rules: one change made at three places or more, with one query where one selects just these."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.strategies import scalars
from tests.steps.learn.trees import FORMS, after, steps, tree_of

from specmend.document.tree.values import same
from specmend.steps.learn.rules import rules

Expected = list[tuple[str, list[dict[str, Any]]]]
THREE = "{{m: {{a: {{{0}}}, b: {{{1}}}, c: {{{2}}}}}, n: {{{3}}}}}"


def all_three(member: str, other: str = "") -> str:
    """A mapping `m` of three members that hold the same, and a mapping `n` beside it."""
    return THREE.format(member, member, member, other)


CASES: dict[str, tuple[str, str, Expected]] = {
    "what stays is no rule": (all_three("x: 1"), all_three("x: 1"), []),
    "two places are no rule": (
        THREE.format("x: 1", "x: 1", "x: 1", ""),
        THREE.format("x: 2", "x: 2", "x: 1", ""),
        [],
    ),
    "the same value set otherwise is no rule": (
        all_three("x: 1"),
        THREE.format("x: 2", "x: 3", "x: 4", ""),
        [],
    ),
    "a value by what stood there": (
        all_three("x: 1", "x: 9"),
        all_three("x: 2", "x: 9"),
        [("Set x to 2 at 3 places", [{"target": "$..[?@.x == 1].x", "update": 2}])],
    ),
    "a value by wildcards where the old value stands elsewhere as well": (
        all_three("x: 1", "x: 1"),
        all_three("x: 2", "x: 1"),
        [("Set x to 2 at 3 places", [{"target": "$.m[*].x", "update": 2}])],
    ),
    "a value by place where no query tells them": (
        "{m: {a: {x: 1}, b: {x: 1}, c: {x: 1}, d: {x: 1}}}",
        "{m: {a: {x: 2}, b: {x: 2}, c: {x: 2}, d: {x: 1}}}",
        [
            (
                "Set x to 2 at 3 places",
                [{"target": f"$.m.{name}.x", "update": 2} for name in "abc"],
            )
        ],
    ),
    "a key that is removed": (
        all_three("x: [1]"),
        all_three(""),
        [("Remove x at 3 places", [{"target": "$.m[*].x", "remove": True}])],
    ),
    "a key at any depth": (
        "{a: {x: [1]}, b: {c: {x: [1]}}, x: [1]}",
        "{a: {}, b: {c: {}}}",
        [("Remove x at 3 places", [{"target": "$..x", "remove": True}])],
    ),
    "a key that is added, to the place above": (
        all_three("y: 1"),
        all_three("y: 1, x: [1]"),
        [("Set x to [1] at 3 places", [{"target": "$.m[*]", "update": {"x": [1]}}])],
    ),
    "a long value is not in the title": (
        all_three("y: 1"),
        all_three("y: 1, x: [one long value, another one]"),
        [
            (
                "Add x at 3 places",
                [{"target": "$.m[*]", "update": {"x": ["one long value", "another one"]}}],
            )
        ],
    ),
    "a value of another kind is set by the edit": (
        all_three("x: 1", "x: 9"),
        all_three("x: {y: 1}", "x: 9"),
        [
            (
                'Set x to {"y":1} at 3 places',
                [
                    {
                        "target": "$..[?@.x == 1].x",
                        "x-edit": {"name": "set-value", "value": {"y": 1}},
                    }
                ],
            )
        ],
    ),
    "what went with schemas that became other ones is no rule": (
        "{a: {type: o, items: {x: 1}}, b: {type: o, items: {x: 2}}, c: {type: o, items: {x: 3}}}",
        "{a: {$ref: x}, b: {$ref: y}, c: {$ref: z}}",
        [],
    ),
    "what changed by itself at most places is a rule": (
        "{a: {type: o, x: 1}, b: {type: o, x: 2}, c: {type: o, x: 3}, d: {x: 1, y: 2}}",
        "{a: {x: 1}, b: {x: 2}, c: {$ref: z}, d: {x: 1, y: 2}}",
        [
            (
                "Remove type at 3 places",
                [{"target": "$..[?@.type == 'o'].type", "remove": True}],
            )
        ],
    ),
    "longer lists are no rule": (all_three("x: [1]"), all_three("x: [1, 2]"), []),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_a_change_at_many_places(case: str, form: str) -> None:
    old, new, expected = CASES[case]
    assert steps(rules(tree_of(old, form), tree_of(new, form))) == expected


members = st.dictionaries(st.sampled_from("abcdef"), scalars, min_size=3)


@given(members, scalars, st.data())
def test_a_rule_changes_its_places_and_no_other(
    others: dict[str, Any], value: Any, data: st.DataObject
) -> None:
    places = data.draw(st.lists(st.sampled_from(sorted(others)), min_size=3, unique=True))
    old = {name: {"x": [], "y": other} for name, other in others.items()}
    new = {**old, **{name: {**old[name], "x": value} for name in places}}
    assert same(after(old, rules(old, new)), new)
