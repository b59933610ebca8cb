"""The metadata of a release is judged before an index judges it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.release.packages import NAME, repacked

from specmend.errors import OutsideError
from specmend.release.archives import Archive
from specmend.release.metadata import metadata_of, metadata_problems

PLACES = ("tiny_shop-1.2.0/PKG-INFO", "tiny_shop-1.2.0.dist-info/METADATA")
NOT_SHOWN = "an index cannot show the description"
DESCRIPTION = "Description-Content-Type: text/markdown"


def edited(archive: Archive, edit: Callable[[str], str]) -> Archive:
    def change(members: dict[str, bytes]) -> None:
        (place,) = members.keys() & set(PLACES)
        members[place] = edit(members[place].decode()).encode()

    return repacked(archive, change)


def invalid(field: str) -> str:
    return f"{field} is not as the standard has it"


def problems(archives: tuple[Archive, ...], name: str = NAME, version: str = "1.2.0") -> list[str]:
    return [problem.message for problem in metadata_problems(archives, name, version)]


def test_what_was_built_is_in_order(archives: tuple[Archive, ...]) -> None:
    assert problems(archives) == []
    assert problems(archives, "Tiny_Shop", "1.2") == []
    assert b"Name: tiny-shop\n" in metadata_of(archives[0])


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("Name: tiny-shop", "Name: -tiny-", [invalid("name")]),
        ("Version: 1.2.0", "Version: one", [invalid("version")]),
        ("Requires-Python: >=3.11", "Requires-Python: soon", [invalid("requires-python")]),
        (
            "License-Expression: Apache-2.0",
            "License-Expression: free",
            [invalid("license-expression")],
        ),
        ("Name: tiny-shop\n", "", [invalid("name")]),
        ("Name: tiny-shop", "Name: other", ["the name is another one"]),
        ("Version: 1.2.0", "Version: 1.3.0", ["the version is another one"]),
        (DESCRIPTION, DESCRIPTION.replace("markdown", "x-rst"), [NOT_SHOWN]),
        (f"{DESCRIPTION}\n", "", [NOT_SHOWN]),
    ],
)
def test_each_fault_is_told_for_each_archive(
    archives: tuple[Archive, ...], old: str, new: str, what: list[str]
) -> None:
    def edit(text: str) -> str:
        changed = (
            text.replace(old, new).replace("```python", "``").replace("# tiny-shop", "=\nx\n==")
        )
        assert changed != text
        return changed

    wrong = tuple(edited(archive, edit) for archive in archives)
    assert problems(wrong) == [f"{one.name}: {line}" for one in archives for line in what]


def test_two_archives_of_a_release_say_the_same(archives: tuple[Archive, ...]) -> None:
    source, wheel = archives
    other = edited(wheel, lambda text: text.replace("A client", "The client"))
    assert problems((source, other)) == [
        f"{wheel.name}: its metadata differs from that of {source.name}"
    ]


def test_a_package_without_a_description_is_told(archives: tuple[Archive, ...]) -> None:
    bare = tuple(edited(one, lambda text: text.partition("\n\n")[0] + "\n") for one in archives)
    assert problems(bare) == [f"{one.name}: {NOT_SHOWN}" for one in archives]


def test_an_archive_without_metadata_is_told(archives: tuple[Archive, ...]) -> None:
    def change(members: dict[str, bytes]) -> None:
        members.pop(PLACES[1])

    with pytest.raises(OutsideError, match="has no metadata"):
        metadata_of(repacked(archives[1], change))
