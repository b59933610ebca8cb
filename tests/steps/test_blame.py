"""Who wrote which line, and on which lines a place is written."""

from __future__ import annotations

import pytest
from tests.steps.series import make_document, run

from specmend.document.tree.pointer import Address
from specmend.steps.blame import blame, line_span, pointed_at

TEXT = "a: 1\nb:\n  c: 2\n\n  # why\n  d: [1,\n    2]\ne: 3\n"


def shown(
    removed: bool, *steps: str, first: int = 1, last: int = 99
) -> list[tuple[int, int, tuple[int, ...]]]:
    lines = blame(run(TEXT, *steps), make_document(TEXT), first, last, removed=removed)
    return [(line.number, line.upstream, line.steps) for line in lines]


def test_without_steps_every_line_is_upstream_s() -> None:
    assert shown(True) == [(number, number, ()) for number in range(1, 9)]


def test_changed_added_and_removed_lines_tell_their_steps() -> None:
    steps = (
        "- {target: $.a, update: 7}",
        "- {target: $, update: {f: 1}}",
        "- {target: $.b.c, remove: true}",
    )
    lines = shown(True, *steps)
    assert (1, 1, (1,)) in lines
    assert (0, 3, (3,)) in lines
    assert lines[-1] == (8, 0, (2,))
    assert [line for line in shown(False, *steps) if not line[0]] == []


def test_a_line_that_two_steps_wrote_names_both() -> None:
    assert shown(False, "- {target: $.a, update: 7}", "- {target: $.a, update: 8}", last=1) == [
        (1, 1, (1, 2))
    ]


def test_removed_lines_at_the_end_are_shown_with_the_last_line() -> None:
    lines = shown(True, "- {target: $.e, remove: true}")
    assert lines[-1] == (0, 8, (1,))
    assert (0, 8, (1,)) not in shown(True, "- {target: $.e, remove: true}", last=3)


@pytest.mark.parametrize(
    ("address", "span"),
    [
        (("a",), (1, 1)),
        (("b",), (2, 7)),
        (("b", "c"), (3, 3)),
        (("b", "d"), (6, 7)),
        (("b", "d", 1), (7, 7)),
        ((), (1, 8)),
    ],
)
def test_a_place_is_written_from_its_key_to_its_end(
    address: Address, span: tuple[int, int]
) -> None:
    assert line_span(make_document(TEXT), address) == span


@pytest.mark.parametrize(
    ("pointer", "address"),
    [
        ("", ()),
        ("/b/d/1", ("b", "d", 1)),
        ("/b/d/7", None),
        ("/b/d/x", None),
        ("/z", None),
        ("/a/b", None),
    ],
)
def test_a_pointer_names_a_place_or_none(pointer: str, address: Address | None) -> None:
    assert pointed_at(make_document(TEXT).tree, pointer) == address
