"""Each change of a package is found once, with the right level, and nothing else is."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from tests.surface.cases import CASES, IMPORTS, Case

from specmend.surface.change import SurfaceChange
from specmend.surface.compare import Package, package_changes


def write(folder: Path, files: dict[str, str]) -> Package:
    """The package `shop` with modules."""
    place = folder / "shop"
    place.mkdir(parents=True)
    (place / "__init__.py").write_text('"""A shop."""\n', "utf-8")
    for name, text in files.items():
        (place / f"{name}.py").write_text(IMPORTS + text, "utf-8")
    return Package(folder=folder, name="shop")


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[SurfaceChange]]:
    """The changes of all cases by their module: one comparison of one package with all of them."""
    folder = tmp_path_factory.mktemp("shop")
    old = write(folder / "old", {case.name: case.before for case in CASES})
    new = write(folder / "new", {case.name: case.after for case in CASES})
    found: dict[str, list[SurfaceChange]] = defaultdict(list)
    for change in package_changes(old, new):
        found[change.place.partition(".")[0]].append(change)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_change_is_told_once(changes: dict[str, list[SurfaceChange]], case: Case) -> None:
    found = [f"{one.id} {one.place.partition('.')[2]}" for one in changes[case.name]]
    assert sorted(found) == sorted(case.expected)


def test_a_module_goes_with_all_that_is_in_it_and_a_path_of_something_alone(tmp_path: Path) -> None:
    pets = "__all__ = ['Pet', 'buy']\nclass Pet: ...\ndef buy(pet: Pet) -> None: ...\n"
    again = (
        "from shop.pets import Pet\n__all__ = ['Pet', 'sell']\ndef sell(pet: Pet) -> None: ...\n"
    )
    old = write(tmp_path / "old", {"pets": pets, "market": again, "zoo": pets})
    new = write(tmp_path / "new", {"pets": pets, "market": again.replace("'Pet', ", "")})
    found = {(one.id, one.place, one.after) for one in package_changes(old, new)}
    assert found == {("module-gone", "zoo", ""), ("path-gone", "market.Pet", "pets.Pet")}
