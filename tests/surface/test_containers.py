"""Which containers are kinds of others, and what passes for those who read alone."""

from __future__ import annotations

import pytest

from specmend.surface.containers import are_kin, as_read, held

ABC = "collections.abc"


@pytest.mark.parametrize(
    ("before", "after", "seen"),
    [
        ("list[int]", "list[bool]", f"{ABC}.Sequence[int]"),
        ("list[int]", f"{ABC}.Sequence[bool]", "list[int]"),
        ("list[int]", "list[bool] | tuple[int, ...]", "list[int]"),
        ("list[str]", "list[str] | str", "list[str]"),
        ("list[str] | str", "list[str] | str", f"{ABC}.Sequence[str] | str"),
        ("list[float]", "list[int] | int", f"{ABC}.Sequence[float]"),
        ("list[int]", "list[int] | __pkg__.Pets", "list[int]"),
        ("list[int]", "list[int] | typing.Literal['all']", "list[int]"),
        (
            "dict[str, list[int]]",
            "dict[str, list[int]]",
            f"{ABC}.Mapping[str, {ABC}.Sequence[int]]",
        ),
        (f"{ABC}.Sequence[list[int]]", "list[list[int]]", f"{ABC}.Sequence[{ABC}.Sequence[int]]"),
        ("set[int]", "set[int] | None", f"{ABC}.Set[int]"),
        ("tuple[list[int], ...]", "tuple[list[int], ...]", f"tuple[{ABC}.Sequence[int], ...]"),
        ("__pkg__.Box[list[int]]", "__pkg__.Box[list[int]]", "__pkg__.Box[list[int]]"),
        ("list", "list", "list"),
        ("None", "int", "None"),
    ],
)
def test_what_is_more_special_is_read_as_before(before: str, after: str, seen: str) -> None:
    assert as_read(before, after) == seen


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("list", f"{ABC}.Iterable", True),
        (f"{ABC}.Iterable", "list", True),
        ("list", "tuple", False),
        ("str", f"{ABC}.Sequence", False),
        ("int", "int", False),
        ("typing.Any", "list", False),
        ("shop.Pets", "list", False),
        (f"{ABC}.AsyncIterator", f"{ABC}.AsyncGenerator", True),
    ],
)
def test_kin_are_kinds_of_each_other(one: str, other: str, *, kin: bool) -> None:
    assert are_kin(one, other) is kin


@pytest.mark.parametrize(
    ("head", "inner", "found"),
    [
        ("list", ("int",), ("int",)),
        ("dict", ("str", "int"), ("int",)),
        ("tuple", ("int", "..."), ("int",)),
        ("tuple", ("int", "str"), ("int", "str")),
        (f"{ABC}.Generator", ("int", "str", "None"), ("int",)),
        (f"{ABC}.Coroutine", ("None", "None", "int"), ("int",)),
        ("list", (), ()),
    ],
)
def test_a_container_holds_its_values(
    head: str, inner: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert held(head, inner) == found
