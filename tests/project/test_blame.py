"""Places of the sanitized document with the steps that wrote their lines."""

from __future__ import annotations

import pytest
from tests.cli.project import Folder
from tests.project.steps import ALLOW_NO_PETS, MIN_ITEMS, SECOND

from specmend.errors import RepositoryError
from specmend.project.api import Api
from specmend.project.blame import blame_place
from specmend.project.pipeline import sanitize


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("1", [(1, ())]),
        ("5", [(5, (1,))]),
        (MIN_ITEMS, [(25, (2,))]),
        ("/components/schemas/Pets/properties/pets/minItems", [(25, (2,))]),
        ("/components/schemas/Pets/required/0", [(21, ())]),
        ("$.servers[*].url", [(5, (1,))]),
    ],
)
def test_a_place_is_a_line_a_pointer_or_a_query(
    files: Folder, api: Api, place: str, expected: list[tuple[int, tuple[int, ...]]]
) -> None:
    files.write(SECOND, ALLOW_NO_PETS)
    lines = blame_place(sanitize(api), place)
    assert [(line.number, line.steps) for line in lines] == expected


def test_without_a_place_every_line_is_given(api: Api) -> None:
    sanitized = sanitize(api)
    count = sanitized.document.text.count("\n")
    lines = blame_place(sanitized)
    assert [line.number for line in lines] == list(range(1, count + 1))


def test_lines_that_steps_removed_are_given_where_that_is_wanted(files: Folder, api: Api) -> None:
    remove = ALLOW_NO_PETS.replace("    update: 0\n", "    remove: true\n")
    files.write(SECOND, remove)
    assert all(line.number for line in blame_place(sanitize(api)))
    (gone,) = [line for line in blame_place(sanitize(api), removed=True) if not line.number]
    assert (gone.upstream, gone.steps) == (25, (2,))


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("0", "there is no line 0"),
        ("999", "there is no line 999"),
        ("pets", "pets is no place: "),
        ("$.[", "$.[ is no place: "),
        ("$.nothing", "$.nothing selects nothing"),
        ("/nothing", "/nothing selects nothing"),
    ],
)
def test_what_is_no_place_is_refused(api: Api, place: str, message: str) -> None:
    with pytest.raises(RepositoryError) as caught:
        blame_place(sanitize(api), place)
    assert caught.value.problems[0].message.startswith(message)
