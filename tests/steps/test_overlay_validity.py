"""What the standard's schema refuses is refused, at its place; what it allows is allowed."""

from __future__ import annotations

import pytest

from specmend.document.text.document import parse_document
from specmend.steps.check_shape import overlay_problems

GOOD = """\
overlay: 1.1.0
info:
  title: Mend
  version: 1.0.0
actions:
  - target: $.info
    update: {a: 1}
"""


def faults(text: str) -> list[tuple[str, str]]:
    """The place and the message of each fault of an overlay."""
    found = overlay_problems(parse_document(text, "o.yaml"))
    return [(problem.location.removeprefix("o.yaml:"), problem.message) for problem in found]


INVALID = [
    ("overlay: 1.1.0\n", "", "1:1", "overlay is missing in the step file"),
    ("overlay: 1.1.0", "overlay: 1.1", "1:1", "overlay is not right"),
    ("overlay: 1.1.0", "overlay: '1.1'", "1:1", "overlay is not right"),
    ("overlay: 1.1.0", "overlay: 1.2.0", "1:1", "overlay is not right"),
    ("overlay: 1.1.0", "overlay: 2.0.0", "1:1", "overlay is not right"),
    ("overlay: 1.1.0", "overlay: v1.1.0", "1:1", "overlay is not right"),
    ("overlay: 1.1.0", "overlay: 1.1.0-rc", "1:1", "overlay is not right"),
    ("overlay: 1.1.0", 'overlay: "1.1.0\\n"', "1:1", "overlay is not right"),
    ("overlay: 1.1.0", "overlay: 1.1.٣", "1:1", "overlay is not right"),
    ("overlay: 1.1.0", "overlay: null", "1:1", "overlay is not right"),
    ("overlay: 1.1.0", "overlay: [1.1.0]", "1:1", "overlay is not right"),
    ("info:\n  title: Mend\n  version: 1.0.0\n", "", "1:1", "info is missing in the step file"),
    ("info:\n  title: Mend\n  version: 1.0.0\n", "info: {}\n", "2:1", "title is missing in info"),
    ("info:\n  title: Mend\n  version: 1.0.0\n", "info: Mend\n", "2:1", "info is not right"),
    ("info:\n  title: Mend\n  version: 1.0.0\n", "info: []\n", "2:1", "info is not right"),
    ("  title: Mend\n", "", "2:1", "title is missing in info"),
    ("title: Mend", "title: 1", "3:3", "title is not right"),
    ("title: Mend", "title: null", "3:3", "title is not right"),
    ("  version: 1.0.0\n", "", "2:1", "version is missing in info"),
    ("version: 1.0.0", "version: 1.0", "4:3", "version is not right"),
    ("version: 1.0.0", "version: 1.0.0\n  description: [a]", "5:3", "description is not right"),
    ("version: 1.0.0", "version: 1.0.0\n  summary: a", "5:3", "unknown key 'summary'"),
    ("actions:", "extends: 1\nactions:", "5:1", "extends is not right"),
    ("actions:", "extends: 'a b'\nactions:", "5:1", "extends is not right"),
    ("actions:", "extends: '%zz'\nactions:", "5:1", "extends is not right"),
    ("actions:", "extends: '1a:b'\nactions:", "5:1", "extends is not right"),
    ("actions:", "extends: 'a#b#c'\nactions:", "5:1", "extends is not right"),
    ("actions:", "extend: a\nactions:", "5:1", "unknown key 'extend'"),
    ("actions:", "X-a: 1\nactions:", "5:1", "unknown key 'X-a'"),
    ("actions:", "components: {}\nactions:", "5:1", "unknown key 'components'"),
    ("actions:\n  - target: $.info\n    update: {a: 1}\n", "", "1:1",
    "actions is missing in the step file"),
    ("\n  - target: $.info\n    update: {a: 1}\n", " []\n", "5:1", "actions is not right"),
    ("\n  - target: $.info\n    update: {a: 1}\n", " {target: $, update: {}}\n", "5:1",
    "actions is not right"),
    ("  - target: $.info\n    update: {a: 1}\n", "  - $.info\n", "6:5", "0 is not right"),
    ("  - target: $.info\n    update: {a: 1}\n", "  - null\n", "6:5", "0 is not right"),
    ("target: $.info", "description: x", "6:5", "target is missing in 0"),
    ("target: $.info", "target: info", "6:5", "target is not right"),
    ("target: $.info", "target: 1", "6:5", "target is not right"),
    ("target: $.info", "target: ''", "6:5", "target is not right"),
    ("target: $.info", "target: [$.info]", "6:5", "target is not right"),
    ("update: {a: 1}", "description: 1", "7:5", "description is not right"),
    ("update: {a: 1}", "remove: 'true'", "7:5", "remove is not right"),
    ("update: {a: 1}", "remove: null", "7:5", "remove is not right"),
    ("update: {a: 1}", "copy: 1", "7:5", "copy is not right"),
    ("update: {a: 1}", "copy: info", "7:5", "copy is not right"),
    ("update: {a: 1}", "upsert: 1", "7:5", "unknown key 'upsert'"),
    ("    update: {a: 1}\n", "    update: {a: 1}\n  - update: {a: 1}\n    target: $.info\n", "8:5",
     "this action is written twice"),
    ("overlay: 1.1.0\ninfo:\n", "overlay: 1.0.0\ninfo:\n  description: a\n", "3:3",
     "description exists in info from Overlay 1.1 on"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "message"), INVALID)
def test_an_invalid_overlay_is_refused_at_the_place_of_its_fault(
    old: str, new: str, place: str, message: str
) -> None:
    assert GOOD.count(old) == 1
    assert (place, message) in faults(GOOD.replace(old, new))


@pytest.mark.parametrize("info", ["null", "1", "[description]", "a description", ""])
def test_an_overlay_of_1_0_without_a_mapping_as_info_is_told_so(info: str) -> None:
    text = f"overlay: 1.0.0\n{f'info: {info}' if info else ''}\nactions: [{{target: $}}]\n"
    assert [message for _, message in faults(text)] == [
        "info is not right" if info else "info is missing in the step file"
    ]


@pytest.mark.parametrize("text", ["[]", "text", "null", "1", "{}", "[{overlay: 1.1.0}]"])
def test_a_file_that_is_no_mapping_or_an_empty_one_is_no_overlay(text: str) -> None:
    assert faults(text)


def test_all_faults_of_an_overlay_are_told_at_once_in_the_order_of_the_text() -> None:
    text = (
        "overlay: 3\ninfo: {titel: a}\nextends: 'a b'\nactions:\n  - {target: $.a-b}\n"
        "  - {remove: 1}\nmore: 1\n"
    )
    assert [place for place, _ in faults(text)] == [
        "1:1",
        "2:1",
        "2:1",
        "2:8",
        "3:1",
        "5:6",
        "6:5",
        "6:6",
        "7:1",
    ]


VALID = [
    ("a good overlay", "", ""),
    ("1.0", "overlay: 1.1.0", "overlay: 1.0.0"),
    ("a patch digit", "overlay: 1.1.0", "overlay: 1.1.12"),
    ("an empty title", "title: Mend", "title: ''"),
    ("any text as a version", "version: 1.0.0", "version: next"),
    ("a description", "version: 1.0.0", "version: 1.0.0\n  description: |\n    long"),
    ("x- fields of info", "version: 1.0.0", "version: 1.0.0\n  x-a: {b: 1}\n  x-: 1"),
    ("x- fields of the root", "actions:", "x-a: [1]\nactions:"),
    ("x- fields of an action", "update: {a: 1}", "update: {a: 1}\n    x-a: null"),
    ("a target alone", "    update: {a: 1}\n", ""),
    ("the root", "target: $.info", "target: $"),
    ("an update to null", "update: {a: 1}", "update: null"),
    ("an update to a list", "update: {a: 1}", "update: [1]"),
    ("remove", "update: {a: 1}", "remove: true"),
    ("remove: false", "update: {a: 1}", "remove: false"),
    ("remove with update", "update: {a: 1}", "remove: true\n    update: 1"),
    ("copy", "update: {a: 1}", "copy: $.paths"),
    ("an address that is absolute", "actions:", "extends: https://example.com/a%20b.yaml?x=1#/a\nactions:"),
    ("an address that is relative", "actions:", "extends: ../a-b_c/openapi.yaml\nactions:"),
    ("an empty address", "actions:", "extends: ''\nactions:"),
    ("actions alike but not equal", "    update: {a: 1}\n",
     ("    update: {a: 1}\n  - target: $.info\n    update: {a: '1'}\n  - target: $.info\n"
     "    update: {a: true}\n")),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), [row[1:] for row in VALID], ids=[row[0] for row in VALID])
def test_a_valid_overlay_is_taken(old: str, new: str) -> None:
    assert old in GOOD
    assert faults(GOOD.replace(old, new) if old else GOOD) == []


def test_copy_and_update_together_are_refused_although_the_schema_of_1_0_would_not() -> None:
    assert faults(GOOD.replace("update:", "copy: $.a\n    update:")) == [
        ("6:5", "an action does exactly one thing")
    ]
