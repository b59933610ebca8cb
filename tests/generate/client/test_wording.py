"""Names and types that users of a client read."""

from __future__ import annotations

import pytest

from specmend.generate.client.wording import names_in, python_name


@pytest.mark.parametrize(
    ("mangled", "name"),
    [
        ("model", "model"),
        ("format_", "format"),
        ("list_", "list"),
        ("from_", "from_"),
        ("class_", "class_"),
        ("none_", "none_"),
        ("datetime_", "datetime_"),
        ("self_", "self_"),
        ("result", "result_"),
        ("field_3d", "field_3d"),
    ],
)
def test_arguments_lose_the_underscore_of_builtins_only(mangled: str, name: str) -> None:
    assert python_name(mangled) == name


@pytest.mark.parametrize(
    ("mangled", "name"), [("list_", "list"), ("close", "close_"), ("overload", "overload_")]
)
def test_methods_do_not_hide_what_the_client_needs(mangled: str, name: str) -> None:
    assert python_name(mangled, local=False) == name


def test_names_are_found_in_written_types() -> None:
    known = {"Item", "ItemLevel", "Pet"}
    assert names_in(["list[Item | None]", "dict[str, ItemLevel]", "Items"], known) == (
        "Item",
        "ItemLevel",
    )
