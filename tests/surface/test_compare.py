"""Each change of a package is found once, with the right level, and nothing else is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.surface.cases import CASES, IMPORTS, Case
from tests.surface.programs import PROGRAMS
from tests.surface.written import START

from specmend.surface.change import SurfaceChange
from specmend.surface.compare import Package, package_changes


def write(folder: Path, files: dict[str, str], start: str = IMPORTS) -> Package:
    """The package `shop` with modules."""
    place = folder / "shop"
    place.mkdir(parents=True)
    (place / "__init__.py").write_text('"""A shop."""\n', "utf-8")
    for name, text in files.items():
        (place / f"{name}.py").write_text(start + text, "utf-8")
    return Package(folder=folder, name="shop")


def by_module(changes: Iterable[SurfaceChange]) -> dict[str, list[SurfaceChange]]:
    """Changes by the module that they are in."""
    found: dict[str, list[SurfaceChange]] = defaultdict(list)
    for change in changes:
        found[change.place.partition(".")[0]].append(change)
    return found


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[SurfaceChange]]:
    """The changes of all cases by their module: one comparison of one package with all of them."""
    folder = tmp_path_factory.mktemp("shop")
    old = write(folder / "old", {case.name: case.before for case in CASES})
    new = write(folder / "new", {case.name: case.after for case in CASES})
    return by_module(package_changes(old, new))


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
    assert found == {("module-gone", "zoo", ""), ("no-longer-public", "market.Pet", "")}


def test_a_path_of_something_is_gone_while_the_thing_is_there(tmp_path: Path) -> None:
    pets = {"pets": "class Pet:\n    def eat(self) -> int: ...\n"}
    again = {"market": "from shop.pets import Pet\n__all__ = ['Pet', 'sell']\ndef sell(): ...\n"}
    old = write(tmp_path / "old", {**pets, **again})
    new = write(tmp_path / "new", {**pets, "market": "__all__ = ['sell']\ndef sell(): ...\n"})
    found = [(one.id, one.place, one.after) for one in package_changes(old, new)]
    assert found == [("path-gone", "market.Pet", "pets.Pet")]


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("from shop.animals import *\n", []),
        ("from shop.animals import *\nfrom shop.animals import __all__ as __all__\n", []),
        ("from shop.animals import Pet as Pet, buy as buy\n", []),
        ("from shop.animals import Pet, buy\n", ["no-longer-public pets"]),
        ("from shop.animals import Pet as Pet\n", ["name-renamed pets.buy"]),
    ],
    ids=["star", "all", "as_itself", "for_itself", "a_part"],
)
def test_a_renamed_module_leaves_its_old_name(
    tmp_path: Path, again: str, expected: list[str]
) -> None:
    text = "__all__ = ['Pet', 'buy']\nclass Pet: ...\ndef buy(pet: Pet) -> None: ...\n"
    old = write(tmp_path / "old", {"pets": text}, "")
    new = write(tmp_path / "new", {"animals": text, "pets": again}, "")
    found = [f"{one.id} {one.place}" for one in package_changes(old, new)]
    assert found == [*expected, "name-new animals"]


@pytest.mark.parametrize(
    ("files", "expected"), [((True, False), ["types-gone"]), ((False, True), ["types-new"])]
)
def test_type_checkers_read_a_package_that_says_so(
    tmp_path: Path, files: tuple[bool, bool], expected: list[str]
) -> None:
    packages = [write(tmp_path / name, {"pets": "def buy(): ...\n"}) for name in ("old", "new")]
    for package, is_typed in zip(packages, files, strict=True):
        if is_typed:
            (package.place / "py.typed").touch()
    assert [one.id for one in package_changes(*packages)] == expected


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[SurfaceChange]]:
    """The changes of modules that people write, by the module."""
    folder = tmp_path_factory.mktemp("written")
    old = write(folder / "old", {one.case.name: one.case.before for one in PROGRAMS}, START)
    new = write(folder / "new", {one.case.name: one.case.after for one in PROGRAMS}, START)
    return by_module(package_changes(old, new))


@pytest.mark.parametrize("case", [one.case for one in PROGRAMS], ids=lambda case: case.name)
def test_a_change_that_people_make_is_told_as_what_it_breaks(
    written: dict[str, list[SurfaceChange]], case: Case
) -> None:
    found = [f"{one.id} {one.place.partition('.')[2]}" for one in written[case.name]]
    assert sorted(found) == sorted(case.expected)
