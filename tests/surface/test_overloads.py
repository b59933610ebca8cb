"""The overloads of a function are told apart where one of them changes."""

from __future__ import annotations

from pathlib import Path

from tests.surface.test_compare import write

from specmend.surface.compare import package_changes

BUY = """
@overload
def buy(pet: int, *more: int) -> None: ...
@overload
{}def buy(pet: str, *, gift: bool = False, **more: str) -> list[str]: ...
def buy(pet: Any, *more: Any, **others: Any) -> Any: ...
"""


def test_a_deprecated_overload_is_shown(tmp_path: Path) -> None:
    old = write(tmp_path / "old", {"pets": BUY.format("")})
    new = write(tmp_path / "new", {"pets": BUY.format("@deprecated('x')\n")})
    (change,) = package_changes(old, new)
    told = "`(pet: str, gift: bool = False, **more: str) -> list[str]`"
    assert change.words == f"`pets.buy(...)` is deprecated where it is called as {told}"
