"""What a release writes into a package: its commit, and where its manifest is to be read."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace

import pytest
from tests.release.packages import PACKAGE, PROJECT, SECONDS, package_files, repacked

from specmend.errors import RepositoryError
from specmend.release.archives import Archive, build_archives
from specmend.release.contents import content_problems
from specmend.release.members import read_members
from specmend.release.provenance import Stamp, commit_told, stamped, stamps

COMMIT = "0123456789" * 4
STAMP = Stamp(package=PACKAGE, commit=COMMIT, seconds=SECONDS, folder="generated/shop")
WHEEL = "[tool.hatch.build.targets.wheel]"


def with_urls(**urls: str) -> dict[str, bytes]:
    rows = "".join(f'{label} = "{url}"\n' for label, url in urls.items())
    return package_files(project=PROJECT.replace(WHEEL, f"[project.urls]\n{rows}\n{WHEEL}", 1))


def link(files: dict[str, bytes], stamp: Stamp = STAMP) -> str | None:
    project = tomllib.loads(stamped(files, stamp)["pyproject.toml"].decode())["project"]
    told: str | None = project.get("urls", {}).get("Provenance")
    return told


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("https://forge.example/o/r", None),
        ("https://[forge", None),
        ("https://github.com/o/r", "https://github.com/o/r/blob/{}/generated/shop/manifest.json"),
        ("https://github.com/o/r.git/", "https://github.com/o/r/blob/{}/generated/shop/manifest.json"),
        ("https://gitlab.example/o/r", "https://gitlab.example/o/r/-/blob/{}/generated/shop/manifest.json"),
        ("https://codeberg.org/o/r", "https://codeberg.org/o/r/src/commit/{}/generated/shop/manifest.json"),
        ("https://git.sr.ht/~o/r", "https://git.sr.ht/~o/r/tree/{}/item/generated/shop/manifest.json"),
    ],
)  # fmt: skip
def test_the_metadata_link_the_manifest_at_the_commit(
    repository: str, expected: str | None
) -> None:
    assert link(with_urls(Source=repository)) == (expected and expected.format(COMMIT))


def test_each_known_label_of_a_repository_counts_and_without_one_there_is_no_link() -> None:
    assert link(package_files()) is None
    assert link(with_urls(Homepage="https://github.com/o/r")) is None
    assert link(with_urls(Repository="https://github.com/o/r"))


def test_a_package_without_a_manifest_links_its_settings() -> None:
    files = with_urls(Source="https://github.com/o/r")
    del files["manifest.json"]
    at_top = Stamp(package=PACKAGE, commit=COMMIT, seconds=SECONDS)
    assert link(files, at_top) == f"https://github.com/o/r/blob/{COMMIT}/pyproject.toml"


def test_the_package_tells_commit_place_time_and_the_digest_of_its_manifest() -> None:
    told = json.loads(stamped(package_files(), STAMP)["provenance.json"])
    assert told.pop("manifest").startswith("sha256:")
    assert "specmend verify" in told.pop("note")
    assert told == {
        "repository": "",
        "commit": COMMIT,
        "folder": "generated/shop",
        "time": "2023-11-14T22:13:20Z",
    }


def test_both_archives_carry_the_stamp_and_the_manifest_and_nothing_else() -> None:
    files = stamped(package_files(), STAMP)
    archives = build_archives(files, SECONDS)
    for archive in archives:
        assert commit_told(archive) == COMMIT
        assert not content_problems(archive, files["manifest.json"], PACKAGE, stamps(files))
    assert read_members(archives[1])[f"{PACKAGE}/manifest.json"] == files["manifest.json"]


def test_damage_elsewhere_does_not_hide_the_commit() -> None:
    source, wheel = build_archives(stamped(package_files(), STAMP), SECONDS)
    place = wheel.data.index(b"__init__.py") + 30
    damaged = bytearray(wheel.data)
    damaged[place] ^= 1
    assert commit_told(replace(wheel, data=bytes(damaged))) == COMMIT
    assert commit_told(replace(wheel, data=wheel.data[:100])) == ""
    assert commit_told(replace(source, data=source.data[:-8])) == COMMIT
    outside = repacked(source, lambda files: files.update({"../../evil.py": b""}))
    assert commit_told(outside) == COMMIT


@pytest.mark.parametrize("key", ["include", "only-include"])
def test_a_source_archive_that_names_its_files_has_the_stamp_too(key: str) -> None:
    listed = f'[tool.hatch.build.targets.sdist]\n{key} = ["tiny_shop", "README.md"]\n'
    files = package_files(project=PROJECT.replace(WHEEL, f"{listed}\n{WHEEL}", 1))
    project = stamped(files, STAMP)["pyproject.toml"].decode()
    forced = tomllib.loads(project)["tool"]["hatch"]["build"]["targets"]["sdist"]["force-include"]
    assert forced == {"provenance.json": "provenance.json"}


@pytest.mark.parametrize("told", [b"", b"[]", b"{}", b'{"commit": 1}', b'{"commit": "HEAD"}'])
def test_what_is_no_commit_is_not_taken_for_one(archives: tuple[Archive, ...], told: bytes) -> None:
    wheel = repacked(archives[1], lambda files: files.update({f"{PACKAGE}/provenance.json": told}))
    assert commit_told(wheel) == ""
    assert commit_told(archives[1]) == ""


@pytest.mark.parametrize("project", [None, "[project", "\xff"])
def test_a_package_whose_settings_cannot_be_read_is_an_error(project: str | None) -> None:
    files = {**package_files(project=project)}
    if project == "\xff":
        files["pyproject.toml"] = b"\xff"
    with pytest.raises(RepositoryError) as raised:
        stamped(files, STAMP)
    assert raised.value.problems[0].file == "pyproject.toml"
