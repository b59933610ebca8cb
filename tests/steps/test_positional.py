"""Places that are counted: which paths count, what a step must say, and what machines write."""

from __future__ import annotations

import pytest
from tests.steps.overlays import overlaid
from tests.steps.series import make_document, make_step

from specmend.document.text.document import parse_document
from specmend.document.tree.pointer import Address
from specmend.errors import Problem, RepositoryError
from specmend.steps.exchange.import_overlay import import_overlay
from specmend.steps.learn.propose import learn
from specmend.steps.place_query import named
from specmend.steps.positional import (
    NAMELESS,
    explained,
    has_filter,
    leads_to_one_place,
    uses_index,
)
from specmend.steps.proposal import Fields
from specmend.steps.write_proposals import write_proposals

TREE = {
    "p": [{"name": "a"}, {"name": "b"}],
    "twice": [1, 1],
    "m": {"k": [{"name": "c"}], "l": [{"name": "d"}]},
}


def refused(actions: str) -> tuple[Problem, ...]:
    """The faults of a step that is refused when it is read."""
    with pytest.raises(RepositoryError) as caught:
        make_step(actions)
    return caught.value.problems


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("$.paths['/x'].get", False),
        ("$.p[?@.name == 'a']", False),
        ("$.p[*]", False),
        ("$..p[?@.x > 0]", False),
        ("$['0']", False),
        ("$.p[:]", False),
        ("$.p[::-1]", False),
        ("$.p[0]", True),
        ("$.p[-1]", True),
        ("$..[0]", True),
        ("$.*[*][2]", True),
        ("$['p', 0]", True),
        ("$.p[1:]", True),
        ("$.p[:2]", True),
        ("$.p[::2]", True),
        ("$.p[?@.tags[0] == 'a']", True),
        ("$.p[?!(@.x || $.tags[0])]", True),
        ("$.p[?match(@.tags[0], 'a')]", True),
        ("$.p[?count(@[?@[0]]) > 1]", True),
        ("$.p[", False),
    ],
)
def test_a_query_counts_wherever_an_index_stands_in_it(query: str, expected: bool) -> None:
    assert uses_index(query) is expected


@pytest.mark.parametrize(
    "action",
    [
        "- {target: \"$.p[?@.name == 'a']\", remove: true}",
        "- {target: '$.p[0]', remove: true, description: The list has one member by its nature.}",
        "- {target: $.m, copy: '$.p[0]', description: The first one is the default.}",
    ],
)
def test_a_step_that_names_its_places_or_says_why_it_counts_them_is_read(action: str) -> None:
    assert make_step(action).actions


@pytest.mark.parametrize(
    ("action", "column", "found"),
    [
        ("- {target: '$.p[0]', remove: true}", 6, "$.p[0]"),
        ("- {target: '$.p[0]', remove: true, description: ' '}", 6, "$.p[0]"),
        ("- {target: '$.p[0]', remove: true, description: TODO}", 6, "$.p[0]"),
        ("- {target: '$.p[0]', x-edit: {name: set-value, value: 1}}", 6, "$.p[0]"),
        ("- {target: $.m, copy: '$.p[0]'}", 19, "$.p[0]"),
    ],
)
def test_a_step_that_counts_and_does_not_say_why_is_refused(
    action: str, column: int, found: str
) -> None:
    (problem,) = refused(action)
    assert problem.location == f"patches/api/0001-a-step.yaml:7:{column}"
    assert problem.found == found
    assert problem.expected == "members named by what they say, as in [?@.name == 'limit']"
    assert problem.advice == "use a filter, or say in `description` why the place is counted"


def test_it_is_told_with_all_other_faults() -> None:
    found = refused("- {target: '$.p[0]', remove: true}\n- {target: '$.q[1]', updat: 1}")
    assert [problem.line for problem in found] == [7, 8, 8]


def test_a_plain_overlay_may_count() -> None:
    tags = overlaid("  - {target: '$.tags[0]', remove: true}").document.tree["tags"]
    assert [tag["name"] for tag in tags] == ["b", "c"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"target": "$.p", "remove": True}, {"target": "$.p", "remove": True}),
        (
            {"target": "$.p[1].name", "update": 1},
            {"target": "$.p[?@.name == 'b'].name", "update": 1},
        ),
        ({"target": "$.m", "copy": "$.p[0]"}, {"target": "$.m", "copy": "$.p[?@.name == 'a']"}),
        (
            {"target": "$.twice[0]", "update": 2},
            {"target": "$.twice[0]", "update": 2, "description": NAMELESS},
        ),
        (
            {"target": "$.twice[0]", "description": "d"},
            {"target": "$.twice[0]", "description": "d"},
        ),
        ({"target": "$.m.*[0]", "remove": True}, {"target": "$.m.*[0]", "remove": True}),
        ({"target": "$.p[9]", "remove": True}, {"target": "$.p[9]", "remove": True}),
    ],
)
def test_a_counted_place_is_named_where_it_has_a_name(fields: Fields, expected: Fields) -> None:
    assert named(TREE, fields) == expected


def test_an_action_that_explains_itself_stays_as_it_is() -> None:
    fields = {"target": "$.p[0]", "description": "It is the first.", "remove": True}
    assert explained(fields) is fields


def test_what_is_learnt_says_why_it_counts() -> None:
    document = make_document("twice: [1, 1, 1]\n")
    files, made = write_proposals(
        learn(document.tree, {"twice": [1, 2, 1]}), document, 1, "patches/api"
    )
    assert made.tree == {"twice": [1, 2, 1]}
    for file in files:
        for action in file.outcome.step.actions:
            assert uses_index(action.target) == (action.description == NAMELESS)


@pytest.mark.parametrize(
    ("action", "target", "description"),
    [
        ("{target: '$.p[0]', remove: true}", "$.p[?@.name == 'a']", ""),
        ("{target: '$.twice[0]', update: 2}", "$.twice[0]", NAMELESS),
        (
            "{target: '$.m.*[0]', remove: true}",
            "$.m.*[0]",
            "The overlay that this comes from counts the place.",
        ),
        ("{target: '$.m.*[0]', remove: true, description: d}", "$.m.*[0]", "d"),
    ],
)
def test_an_imported_action_names_its_place_or_says_why_it_counts(
    action: str, target: str, description: str
) -> None:
    text = f"overlay: 1.1.0\ninfo: {{title: t, version: '1'}}\nactions:\n  - {action}\n"
    (proposal,) = import_overlay(parse_document(text, "o.yaml"), TREE).proposals
    (made,) = proposal.actions
    assert (made["target"], made.get("description", "")) == (target, description)


@pytest.mark.parametrize(
    ("query", "place", "expected"),
    [
        ("$", (), True),
        ("$.p[0].name", ("p", 0, "name"), True),
        ("$.p[?@.name == 'a']", ("p", 0), True),
        # A filter or a wildcard among keys, a descendant, a slice, several names.
        ("$[?@.k].k[0]", ("m", "k", 0), False),
        ("$.*[0]", ("p", 0), False),
        ("$..k[0]", ("m", "k", 0), False),
        ("$.p[1:]", ("p", 1), False),
        ("$['p', 'm'][0]", ("p", 0), False),
        ("$.p[*]", ("p", 0), False),
    ],
)
def test_whether_a_path_leads_to_one_place(query: str, place: Address, expected: bool) -> None:
    assert leads_to_one_place(query, place) is expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [("$.p[*].name", False), ("$..[?@.x].y", True), ("$.p[?@.name == 'a']", True)],
)
def test_whether_a_query_has_a_filter(query: str, expected: bool) -> None:
    assert has_filter(query) is expected
