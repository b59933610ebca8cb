"""A package that people write is released as a generated one: version, changelog, files and tag."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.project.in_git import Repository
from tests.release.fake_index import FakeIndex, Fault
from tests.release.packages import SOURCES
from tests.release.works import fates, state

from specmend.errors import OutsideError, RepositoryError, UsageError
from specmend.progress import SILENT, Event, Progress
from specmend.project import package_notes, package_prepare
from specmend.project.package_notes import fragments_of, waiting_notes
from specmend.project.release import Listeners, Released
from specmend.project.repository import Project
from specmend.release.members import read_members
from specmend.settings.package_layout import package_layout
from specmend.settings.packages import PackageSettings

SETTINGS = """
[packages.tiny-shop]
path = "shop"
version-files = ["tiny_shop/version.py"]
"""
TOWNCRIER = """
[tool.towncrier]
directory = "changes"
filename = "CHANGELOG.md"
title_format = "## {version} ({project_date})"
underlines = ["", "", ""]
ignore = ["README.md"]
"""
KINDS = ("removed", "changed", "added", "deprecated", "fixed")
FILES = {"tiny_shop-1.2.0.tar.gz", "tiny_shop-1.2.0-py3-none-any.whl"}
TAG = "tiny-shop-v1.2.0"
CHANGELOG = "# Changes of the shop\n\n## Unreleased\n\n### Prices\n\n- All prices are new.\n"
MOST_EVENTS = 40


class Killed(BaseException):
    """The run was killed here."""


class Killer:
    """A Progress that kills the run when it has heard so many events."""

    def __init__(self, after: int) -> None:
        self.left = after

    def hear(self, event: Event) -> None:
        assert event.phase
        if self.left == 0:
            raise Killed
        self.left -= 1


@pytest.fixture
def shop(made: Repository) -> Repository:
    """The project with a shop beside its API, ready for the first release of the shop."""
    made.write("specmend.toml", made.read("specmend.toml") + SETTINGS)
    for name, data in SOURCES.items():
        made.write(f"shop/{name}", data.decode())
    types = (
        f'[[tool.towncrier.type]]\ndirectory = "{kind}"\nname = "{kind.title()}"\n'
        "showcontent = true\n"
        for kind in KINDS
    )
    own = made.read("shop/pyproject.toml").partition("\n[tool.hatch.build.targets.wheel.force")[0]
    project = own + TOWNCRIER + "".join(types)
    made.write("shop/pyproject.toml", project)
    made.write("shop/tiny_shop/version.py", 'VERSION = "1.2.0"\n')
    made.write("shop/CHANGELOG.md", CHANGELOG)
    made.write("shop/changes/README.md", "How to write these.\n")
    tell(made, "7.added", "The price of a boat.")
    made.commit("Sell boats")
    made.git("push", "--quiet", "origin", "main")
    return made


def tell(shop: Repository, name: str, text: str) -> None:
    """Write a fragment of the changelog."""
    shop.write(f"shop/changes/{name}.md", f"{text}\n")


def release(
    shop: Repository,
    index: FakeIndex,
    version: str = "",
    *,
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> Released:
    (done,) = Project.find(shop.project).release(
        ["tiny-shop"],
        index.simple,
        publish_url=index.upload_url,
        version=version,
        dry_run=dry_run,
        listeners=Listeners(progress=progress),
    )
    return done


def test_a_first_release_and_the_same_again(shop: Repository, index: FakeIndex) -> None:
    done = release(shop, index)
    assert fates(done) == {
        "check": "done",
        "prepare": "done",
        "build": "done",
        "upload": "done",
        "download": "done",
        "tag": "done",
    }
    assert set(index.files) == FILES
    assert shop.read("shop/CHANGELOG.md") == (
        "# Changes of the shop\n\n## 1.2.0\n\n### Added\n\n- The price of a boat. (#7)\n\n"
        "### Prices\n\n- All prices are new.\n"
    )
    assert shop.git("log", "-1", "--format=%s") == "Release tiny-shop 1.2.0"
    assert shop.git("tag", "--list", "--format=%(contents)", TAG) == (
        "tiny-shop 1.2.0\n\nAdded:\n- The price of a boat. (#7)\n\nPrices:\n- All prices are new."
    )
    assert [path.name for path in (shop.project / "shop/changes").iterdir()] == ["README.md"]
    first = state(shop, index)
    assert first["dirty"] == ""
    again = release(shop, index)
    assert (again.is_new, fates(again)["prepare"]) == (False, "there")
    assert state(shop, index) == first


def test_the_archives_say_what_they_are_made_of(shop: Repository, index: FakeIndex) -> None:
    for archive in release(shop, index).archives:
        told = {name: data for name, data in read_members(archive).items() if "provenance" in name}
        assert len(told) == 1
        assert shop.git("rev-parse", "HEAD").encode() in next(iter(told.values()))
    done = Project.find(shop.project).verify("tiny-shop==1.2.0", index.simple)
    assert done.is_same


def test_a_trial_leaves_nothing(shop: Repository, index: FakeIndex) -> None:
    before = state(shop, index), shop.git("rev-parse", "HEAD")
    done = release(shop, index, dry_run=True)
    assert (fates(done)["prepare"], fates(done)["upload"]) == ("would", "would")
    assert (state(shop, index), shop.git("rev-parse", "HEAD")) == before


def test_killed_at_every_point_and_resumed_it_ends_the_same(
    shop: Repository, index: FakeIndex
) -> None:
    start = shop.git("rev-parse", "HEAD")
    release(shop, index)
    whole = state(shop, index), shop.git("rev-parse", "HEAD")
    points = 0
    # The stages are those of generated packages; only how the commit is made is another.
    for after in range(4, MOST_EVENTS, 4):
        index.files.clear()
        index.uploads.clear()
        shop.git("push", "--quiet", "origin", f":refs/tags/{TAG}")
        shop.git("tag", "--delete", TAG)
        shop.git("reset", "--quiet", "--hard", start)
        try:
            release(shop, index, progress=Killer(after))
        except Killed:
            points += 1
        else:
            break
        release(shop, index)
        assert (state(shop, index), shop.git("rev-parse", "HEAD")) == whole, after
    assert points >= 2


@pytest.mark.parametrize(
    ("fragments", "version", "part"),
    [
        ({"8.fixed": "A sum."}, "1.2.1", "patch"),
        ({"+boats.added.1": "More boats."}, "1.3.0", "minor"),
        ({"8.changed": "All is dearer.", "9.added": "Cars."}, "2.0.0", "major"),
    ],
)
def test_the_next_version_follows_from_what_is_told(
    shop: Repository, index: FakeIndex, fragments: dict[str, str], version: str, part: str
) -> None:
    release(shop, index)
    for name, text in fragments.items():
        tell(shop, name, text)
    shop.commit("Go on")
    done = release(shop, index)
    assert (done.plan.version, done.plan.last) == (version, TAG)
    assert done.plan.bump is not None
    assert done.plan.bump.part == part
    assert done.plan.bump.reasons
    assert f'version = "{version}"' in shop.read("shop/pyproject.toml")
    assert shop.read("shop/tiny_shop/version.py") == f'VERSION = "{version}"\n'
    changelog = shop.read("shop/CHANGELOG.md")
    assert changelog.index(f"## {version}\n") < changelog.index("## 1.2.0\n")
    assert f"tiny_shop-{version}-py3-none-any.whl" in index.files


def test_a_version_may_be_higher_and_not_lower(shop: Repository, index: FakeIndex) -> None:
    release(shop, index)
    tell(shop, "8.removed", "No more boats.")
    shop.commit("Go on")
    for version in ("1.2.0", "1.2.1", "1.9.0"):
        with pytest.raises(RepositoryError, match="is too low") as raised:
            release(shop, index, version)
        assert raised.value.problems[0].expected == "2.0.0"
    with pytest.raises(UsageError, match="--version is no version"):
        release(shop, index, "next")
    assert release(shop, index, "3.0.0").plan.version == "3.0.0"


def test_what_changes_later_does_not_change_a_release_that_is_on_its_way(
    shop: Repository, index: FakeIndex
) -> None:
    index.faults = [Fault(stores=True), *[Fault(status=503)] * 4]
    with pytest.raises(OutsideError):
        release(shop, index)
    commit = shop.git("rev-parse", "HEAD")
    tell(shop, "8.removed", "No more boats.")
    shop.write("shop/README.md", "# Another\n")
    shop.commit("Go on")
    done = release(shop, index)
    assert (done.plan.version, done.plan.commit, set(index.files)) == ("1.2.0", commit, FILES)
    assert release(shop, index).plan.version == "2.0.0"


def test_a_release_that_is_on_the_index_gets_its_tag(shop: Repository, index: FakeIndex) -> None:
    release(shop, index)
    whole = state(shop, index)
    shop.git("push", "--quiet", "origin", f":refs/tags/{TAG}")
    shop.git("tag", "--delete", TAG)
    release(shop, index)
    assert state(shop, index) == whole


def test_what_waits_is_prepared_and_has_no_tag(shop: Repository, index: FakeIndex) -> None:
    assert Project.find(shop.project).waiting() == ()
    index.faults = [Fault(status=401)]
    with pytest.raises(OutsideError):
        release(shop, index)
    assert Project.find(shop.project).waiting() == ("tiny-shop",)
    release(shop, index)
    assert Project.find(shop.project).waiting() == ()


def test_what_builds_clients_builds_them_again_with_its_next_version(
    shop: Repository, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(shop, index)
    shop.git("rm", "--quiet", "generated/pets/README.md")
    tell(shop, "8.fixed", "A sum.")
    shop.commit("Go on")
    # The shop is taken for specmend: what its new version makes other comes into the commit.
    monkeypatch.setattr(package_prepare, "_CODE", shop.project / "shop" / "tiny_shop")
    done = release(shop, index, dry_run=True)
    changed = shop.git("diff", "--name-only", "HEAD", done.plan.commit).splitlines()
    assert "generated/pets/README.md" in changed
    assert "shop/tiny_shop/version.py" in changed
    shop.write("spec/pets/upstream.yaml", "not: a document\n")
    shop.commit("Break the document")
    with pytest.raises(OutsideError, match="the new version does not build"):
        release(shop, index, dry_run=True)


def test_an_unknown_name_is_told(shop: Repository, index: FakeIndex) -> None:
    with pytest.raises(RepositoryError, match="there is no API named 'shop'"):
        Project.find(shop.project).release(["shop"], index.simple, publish_url=index.upload_url)


@pytest.mark.parametrize("text", ["", 'A, B = "1.2.0", "1.2.0"\n'])
def test_a_file_that_does_not_say_the_version_once_is_told(
    shop: Repository, index: FakeIndex, text: str
) -> None:
    release(shop, index)
    shop.write("shop/tiny_shop/version.py", text)
    tell(shop, "8.fixed", "A sum.")
    shop.commit("Go on")
    with pytest.raises(RepositoryError, match="does not say the version once") as raised:
        release(shop, index)
    assert raised.value.problems[0].file == "shop/tiny_shop/version.py"


def test_fragments_need_towncrier_and_its_consent(
    shop: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = package_layout(
        shop.project, "tiny-shop", PackageSettings(path="shop", package="tiny_shop")
    )
    assert [file.name for file in fragments_of(layout)] == ["7.added.md"]
    shop.write("shop/changes/7.added.md", "")
    project = shop.read("shop/pyproject.toml")
    shop.write("shop/pyproject.toml", project.replace("title_format", "template = 1 #"))
    with pytest.raises(OutsideError, match="towncrier does not collect"):
        waiting_notes(layout)
    monkeypatch.setattr(package_notes, "find_spec", lambda _: None)
    with pytest.raises(OutsideError, match="towncrier is not installed"):
        waiting_notes(layout)


@pytest.mark.parametrize("text", ["", "project = 1\n", '[project]\nname = "shop"\n'])
def test_a_package_without_a_version_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    with pytest.raises(RepositoryError, match="this says no version of shop"):
        package_layout(tmp_path, "shop", PackageSettings(package="shop"))
