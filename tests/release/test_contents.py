"""Archives hold what the manifest says: all of it, nothing else, and every byte as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.release.packages import PACKAGE, package_files, record_row, repacked

from specmend.release.archives import Archive
from specmend.release.contents import content_problems, written_problems

PRICE = "tiny_shop/deep/price.py"
MANIFEST = package_files()["manifest.json"]
TOP = "tiny_shop-1.2.0/"
RECORD = "tiny_shop-1.2.0.dist-info/RECORD"
Change = Callable[[dict[str, bytes]], None]


def found(archive: Archive) -> list[str]:
    problems = content_problems(archive, MANIFEST, PACKAGE)
    assert all(problem.message.startswith(f"{archive.name}: ") for problem in problems)
    return [problem.message.removeprefix(f"{archive.name}: ") for problem in problems]


def sets(name: str, data: bytes) -> Change:
    return lambda members: members.update({name: data})


def takes(name: str) -> Change:
    def change(members: dict[str, bytes]) -> None:
        del members[name]

    return change


def lists(old: str, new: str) -> Change:
    return lambda members: members.update(
        {RECORD: members[RECORD].replace(old.encode(), new.encode())}
    )


def test_what_was_built_is_in_order(archives: tuple[Archive, ...]) -> None:
    assert [found(archive) for archive in archives] == [[], []]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (takes(f"{TOP}README.md"), ["README.md is missing"]),
        (takes(f"{TOP}manifest.json"), ["manifest.json is missing"]),
        (sets(f"{TOP}.pypirc", b"password"), [".pypirc is too much"]),
        (sets(f"{TOP}tiny_shop/py.typed", b"\n"), ["tiny_shop/py.typed has other bytes"]),
        (sets(f"{TOP}manifest.json", b"{}"), ["manifest.json has other bytes"]),
    ],
)
def test_a_source_archive_is_all_of_the_manifest(
    archives: tuple[Archive, ...], change: Change, words: list[str]
) -> None:
    assert found(repacked(archives[0], change)) == words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            takes("tiny_shop/py.typed"),
            ["tiny_shop/py.typed is missing", f"{RECORD} is wrong about tiny_shop/py.typed"],
        ),
        (
            sets("tests/test_it.py", b""),
            ["tests/test_it.py is too much", f"{RECORD} is wrong about tests/test_it.py"],
        ),
        (
            sets("tiny_shop/deep/price.py", b"PRICE = 13\n"),
            [
                "tiny_shop/deep/price.py has other bytes",
                f"{RECORD} is wrong about tiny_shop/deep/price.py",
            ],
        ),
        (lists("price.py,sha256=", "price.py,md5="), [f"{RECORD} is wrong about {PRICE}"]),
        (
            lists("tiny_shop/deep/price.py", "tiny_shop/deep/cost.py"),
            [f"{RECORD} is wrong about tiny_shop/deep/{name}.py" for name in ("cost", "price")],
        ),
    ],
)
def test_a_wheel_is_the_import_package_and_lists_itself(
    archives: tuple[Archive, ...], change: Change, words: list[str]
) -> None:
    assert found(repacked(archives[1], change)) == words


def test_a_file_that_is_listed_rightly_is_too_much_all_the_same(
    archives: tuple[Archive, ...],
) -> None:
    def change(members: dict[str, bytes]) -> None:
        members["evil.pth"] = b"import os\n"
        members[RECORD] += record_row("evil.pth", b"import os\n").encode()

    assert found(repacked(archives[1], change)) == ["evil.pth is too much"]


def test_a_wheel_without_its_list_is_wrong_about_everything(archives: tuple[Archive, ...]) -> None:
    assert len(found(repacked(archives[1], takes(RECORD)))) > 4


def found_without_manifest(archive: Archive, top: str = "") -> list[str]:
    files = {
        f"{top}{name}" if name.startswith(PACKAGE) else name: data
        for name, data in package_files().items()
    }
    if archive.is_wheel:
        files[f"{top}{PACKAGE}/manifest.json"] = files["manifest.json"]
    problems = written_problems(archive, {**files, "tests/test_shop.py": b""}, PACKAGE)
    return [problem.message.removeprefix(f"{archive.name}: ") for problem in problems]


def test_an_archive_without_a_manifest_is_compared_with_the_commit(
    archives: tuple[Archive, ...],
) -> None:
    assert [found_without_manifest(archive) for archive in archives] == [[], []]
    assert found_without_manifest(archives[1], "src/") == []


@pytest.mark.parametrize(
    ("number", "change", "words"),
    [
        (0, sets(f"{TOP}.pypirc", b"password"), [".pypirc is too much"]),
        (0, sets(f"{TOP}README.md", b"x"), ["README.md has other bytes"]),
        (0, takes(f"{TOP}README.md"), []),
        (0, takes(f"{TOP}{PRICE}"), [f"{PRICE} is missing"]),
        (1, sets("other/__init__.py", b""), ["other/__init__.py is too much"]),
        (1, takes(PRICE), [f"{PRICE} is missing", f"{RECORD} is wrong about {PRICE}"]),
    ],
)
def test_what_is_not_of_the_commit_is_told(
    archives: tuple[Archive, ...], number: int, change: Change, words: list[str]
) -> None:
    told = found_without_manifest(repacked(archives[number], change))
    assert [one for one in told if "other" not in one.partition(" is wrong about ")[2]] == words
