"""The shape of step files: every fault with its place and its remedy."""

from __future__ import annotations

import pytest

from specmend.document.text.document import parse_document
from specmend.errors import Problem, RepositoryError
from specmend.steps.check_shape import shape_problems

HEAD = "overlay: 1.1.0\ninfo:\n  title: A step\n  version: 1.0.0\n  x-reason: It is needed.\n"
GOOD = (
    HEAD + "actions:\n  - target: $.info.title\n    update: Cats\n"
    "    x-expect: {matches: 1, before: Pets}\n"
)


def faults(old: str, new: str) -> list[Problem]:
    """The faults of a good step file with one stretch replaced."""
    assert old in GOOD
    try:
        return shape_problems(parse_document(GOOD.replace(old, new), "0001-a-step.yaml"))
    except RepositoryError as error:
        return list(error.problems)


def test_a_good_file_has_no_faults() -> None:
    assert faults("Cats", "Dogs") == []


FAULTS = [
    ("  x-reason: It is needed.\n", "", "2:1", "x-reason is missing in info",
    "say in a sentence why"),
    ("It is needed.", "''", "5:3", "x-reason is not right", "say in a sentence why"),
    ("It is needed.", "'  '", "5:3", "x-reason is not right", "say in a sentence why"),
    ("It is needed.", "[why]", "5:3", "x-reason is not right", "say in a sentence why"),
    ("info:\n  title: A step\n", "info:\n", "2:1", "title is missing in info", ""),
    ("  version: 1.0.0\n", "  version: 1.0.0\n  sumary: x\n", "5:3", "unknown key 'sumary'",
    "the keys here are title"),
    ("  version: 1.0.0\n", "  version: 1.0.0\n  descripton: x\n", "5:3", "unknown key 'descripton'",
     "did you mean 'description'?"),
    ("  version: 1.0.0\n", "  version: 1.0.0\n  x-untill: x\n", "5:3", "unknown key 'x-untill'",
     "did you mean 'x-until'?"),
    ("    update: Cats", "    updat: Cats", "8:5", "unknown key 'updat'", "did you mean 'update'?"),
    ("    x-expect:", "    x-expects:", "9:5", "unknown key 'x-expects'",
    "did you mean 'x-expect'?"),
    ("overlay: 1.1.0", "overlay: 3.0.0", "1:1", "overlay is not right",
    "specmend reads Overlay 1.0 and 1.1"),
    ("overlay: 1.1.0\n", "", "1:1", "overlay is missing in the step file",
    "specmend reads Overlay 1.0 and 1.1"),
    ("actions:", "action:", "6:1", "unknown key 'action'", "did you mean 'actions'?"),
    ("$.info.title", "info.title", "7:5", "target is not right", ""),
    ("$.info.title", "$.info.a-b", "7:5", "this is not a JSONPath of RFC 9535: ", "['...']"),
    ("    update: Cats\n", "    update: Cats\n    remove: true\n", "7:5",
    "an action does exactly one thing", "split"),
    ("    update: Cats\n", "", "7:5", "an action does exactly one thing", "split"),
    ("    update: Cats\n", "    remove: false\n", "7:5", "an action does exactly one thing",
    "split"),
    ("    update: Cats\n", "    remove: yes\n", "8:5", "remove is not right", ""),
    ("    update: Cats", "    x-edit: {name: set-valu, value: 1}", "8:14",
    "there is no edit named 'set-valu'",
     "did you mean 'set-value'?"),
    ("    update: Cats", "    x-edit: {name: nonsense}", "8:14",
    "there is no edit named 'nonsense'",
     "the edits are move-path-prefix, "),
    ("    update: Cats", "    x-edit: {name: set-value, vaule: 1, value: 1}", "8:31",
    "unknown key 'vaule'",
     "did you mean 'value'?"),
    ("    update: Cats", "    x-edit: {name: set-value}", "8:5", "value is missing in x-edit", ""),
    ("    update: Cats", "    x-edit: {name: move-path-prefix, prefix: api}", "8:38",
    "prefix is not right", ""),
    ("    update: Cats", "    x-edit: {value: 1}", "8:5", "name is missing in x-edit", ""),
    ("matches: 1, ", "", "9:5", "matches is missing in x-expect", ""),
    ("matches: 1,", "matches: 0,", "9:16", "matches is not right", ""),
    ("before: Pets", "digest: md5", "9:28", "digest is not right", ""),
    ("before: Pets", "befor: Pets", "9:28", "unknown key 'befor'", "did you mean 'before'?"),
    ("  version: 1.0.0\n", "  version: 1.0.0\n  x-generator: 5\n", "5:3",
    "x-generator is not right",
     "name the one generator"),
    ("  - target: $.info.title\n    update: Cats\n    x-expect: {matches: 1, before: Pets}\n",
    "  []\n", "6:1",
     "actions is not right", ""),
    ("Cats\n", "Cats: [\n", "8:17", "this is not YAML", ""),
    ("title: A step\n", "title: A step\n  title: Again\n", "4:3",
    "the key 'title' is written twice", ""),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "message", "advice"), FAULTS)
def test_a_fault_is_told_with_its_place_and_its_remedy(
    old: str, new: str, place: str, message: str, advice: str
) -> None:
    found = [problem for problem in faults(old, new) if problem.message.startswith(message)]
    assert [problem.location for problem in found] == [f"0001-a-step.yaml:{place}"]
    assert advice in found[0].advice


def test_a_bad_query_is_shown_with_the_place_at_which_it_goes_wrong() -> None:
    (problem,) = faults("$.info.title", "$.info.simple-user")
    assert problem.found == "$.info.simple <here> -user"


def test_an_edit_that_needs_a_parameter_is_refused_without_any() -> None:
    [problem] = faults("    update: Cats", "    x-edit: {name: change-members}")
    assert problem.message == "x-edit is not right"
    assert (problem.found, problem.expected) == ("{}", "1 or more")


def test_two_verbs_are_both_named() -> None:
    (problem,) = faults("    update: Cats\n", "    update: Cats\n    copy: $.info\n")
    assert problem.found == "update, copy"
    assert problem.expected == "one of update, copy, remove, x-edit"


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        ("1.1.0", "1.1", "1.1", "a text (in quotes if it looks like something else)"),
        ("1.1.0", "3.0.0", '"3.0.0"', "a version such as 1.1.0"),
        ("It is needed.", "''", '""', "a text that is not empty"),
        (
            "  version: 1.0.0\n",
            "  version: 1.0.0\n  x-generator: 5\n",
            "5",
            "a text (in quotes if it looks like something else)",
        ),
        ("matches: 1", "matches: 0", "0", "1 or more"),
        ("matches: 1", "matches: one", '"one"', "a whole number"),
        ("{matches: 1, before: Pets}", "Pets", '"Pets"', "a mapping"),
        ("update: Cats", "remove: 1", "1", "true or false"),
        ("$.info.title", "title", '"title"', "a JSONPath that starts with $ (RFC 9535)"),
        (
            "- target: $.info.title\n    update: Cats\n    x-expect: {matches: 1, before: Pets}",
            "[]",
            "[]",
            "1 or more",
        ),
        (
            (
                "\n  - target: $.info.title\n    update: Cats\n"
                "    x-expect: {matches: 1, before: Pets}"
            ),
            " x",
            '"x"',
            "a list",
        ),
    ],
)
def test_what_was_found_and_what_was_expected_are_told_in_words(
    old: str, new: str, found: str, expected: str
) -> None:
    assert [(problem.found, problem.expected) for problem in faults(old, new)] == [
        (found, expected)
    ]


def test_the_faults_of_a_file_are_told_at_once_in_the_order_of_the_text() -> None:
    found = faults("title: A step\n  version", "titel: A step\n  versoin")
    assert [(problem.line, problem.column) for problem in found] == sorted(
        (p.line, p.column) for p in found
    )
    assert len(found) == 4
