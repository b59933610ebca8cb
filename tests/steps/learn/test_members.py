"""One member that was taken out of many lists is one rule that names it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.steps.learn.trees import FORMS, after, steps, tree_of

from specmend.document.tree.values import same
from specmend.steps.learn.members import removed_members
from specmend.steps.learn.propose import learn

Expected = list[tuple[str, list[str]]]


def lists(key: str, *members: str) -> str:
    """Mappings `a`, `b`, … of `m`, each with one list."""
    parts = [
        f"{name}: {{{key}: [{listed}]}}" for name, listed in zip("abcde", members, strict=False)
    ]
    return f"{{m: {{{', '.join(parts)}}}}}"


LIMIT, PAGE = "{name: limit, in: query}", "{name: page, in: query}"
CASES: dict[str, tuple[str, str, Expected]] = {
    "what stays is no rule": (lists("required", *["id, seen"] * 3), "", []),
    "two places are no rule": (
        lists("required", *["id, seen"] * 2),
        lists("required", "id", "id"),
        [],
    ),
    "different members are no rule": (
        lists("required", "id, a", "id, b", "id, c"),
        lists("required", "id", "id", "id"),
        [],
    ),
    "a name in required": (
        lists("required", "id, seen", "seen, id", "id, seen, x"),
        lists("required", "id", "id", "id, x"),
        [("Remove seen from required at 3 places", ["$.m[*].required[?@ == 'seen']"])],
    ),
    "some keep it": (
        lists("required", *["id, seen"] * 4),
        lists("required", "id", "id", "id", "id, seen"),
        [
            (
                "Remove seen from required at 3 places",
                [f"$.m.{name}.required[?@ == 'seen']" for name in "abc"],
            )
        ],
    ),
    "null in enums": (
        lists("enum", "x, null", "y, null", "z, null"),
        lists("enum", "x", "y", "z"),
        [("Remove null from enum at 3 places", ["$.m[*].enum[?@ == null]"])],
    ),
    "a parameter, whatever else it says": (
        lists("parameters", f"{LIMIT}, {PAGE}", f"{PAGE}, {LIMIT}", f"{LIMIT[:-1]}, x: 1}}, 1"),
        lists("parameters", PAGE, PAGE, "1"),
        [
            (
                "Remove limit from parameters at 3 places",
                ["$.m[*].parameters[?@.name == 'limit' && @.in == 'query']"],
            )
        ],
    ),
    "a branch": (
        lists("anyOf", *["{type: string}, {type: 'null'}"] * 3),
        lists("anyOf", *["{type: string}"] * 3),
        [("Remove a member from anyOf at 3 places", ["$.m[*].anyOf[?@.type == 'null']"])],
    ),
    "at any depth": (
        "{a: {required: [x, y]}, b: {c: {required: [x, y]}}, required: [x, y]}",
        "{a: {required: [x]}, b: {c: {required: [x]}}, required: [x]}",
        [("Remove y from required at 3 places", ["$..required[?@ == 'y']"])],
    ),
    "a narrowed list is set and not emptied": (
        lists("enum", *["x, y, z"] * 3),
        lists("enum", "x", "x", "x"),
        [],
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_a_member_taken_out_of_many_lists(case: str, form: str) -> None:
    old, new, expected = CASES[case]
    trees = tree_of(old, form), tree_of(new or old, form)
    found = list(removed_members(*trees))
    targets = [(title, [action["target"] for action in actions]) for title, actions in steps(found)]
    assert targets == expected
    assert same(after(trees[0], learn(*trees)), trees[1])


def test_a_rule_of_one_member_is_one_step() -> None:
    old: Any = {"m": {name: {"required": ["id", "seen"]} for name in "abcd"}}
    new: Any = {"m": {name: {"required": ["id"]} for name in "abcd"}}
    (proposal,) = learn(old, new)
    assert proposal.title == "Remove seen from required at 4 places"
    assert proposal.actions == ({"target": "$.m[*].required[?@ == 'seen']", "remove": True},)
