"""The next version: what changed, which part goes up, and the entry that made it so."""

from __future__ import annotations

import pytest
from tests.review.changes import in_python, on_the_wire

from specmend.review.bump import Facts, bump_of, raised
from specmend.settings.bump import BumpSettings

NOTHING: tuple[str, ...] = ()
FILES = "files"
NO_PACKAGE = "no package"

# The version before · ids of the package · ids of the wire · further · the next one · the reason.
PAIRS = [
    ("1.2.3", NOTHING, NOTHING, "", "1.2.3", None),
    ("1.2.3", NOTHING, NOTHING, FILES, "1.2.4", "files"),
    ("0.2.3", NOTHING, NOTHING, FILES, "0.2.4", "files"),
    # What breaks programs of users.
    ("1.2.3", ("name-gone",), NOTHING, "", "2.0.0", "name-gone"),
    ("0.2.3", ("name-gone",), NOTHING, "", "0.3.0", "name-gone"),
    ("1.2.3", ("argument-type",), ("request-parameter-added-required",), "", "2.0.0", "argument-"),
    ("1.2.3", ("field-can-be-none",), NOTHING, "", "2.0.0", "field-can-be-none"),
    ("0.2.3", ("field-can-be-none",), NOTHING, "", "0.3.0", "field-can-be-none"),
    ("1.2.3", ("member-renamed", "member-new"), NOTHING, "", "2.0.0", "member-renamed"),
    ("1.2.3", ("argument-type",), NOTHING, FILES, "2.0.0", "argument-type"),
    ("0.0.1", ("module-gone",), NOTHING, "", "0.1.0", "module-gone"),
    # What is new for them.
    ("1.2.3", ("name-new",), NOTHING, FILES, "1.3.0", "name-new"),
    ("0.2.3", ("name-new",), NOTHING, FILES, "0.2.4", "name-new"),
    ("1.2.3", ("member-new",), ("operation-added",), "", "1.3.0", "member-new"),
    ("0.2.3", ("member-new",), ("operation-added",), "", "0.2.4", "member-new"),
    ("1.2.3", ("field-choice-new",), NOTHING, "", "1.3.0", "field-choice-new"),
    ("1.2.3", ("deprecated",), NOTHING, "", "1.3.0", "deprecated"),
    ("1.2.3", ("argument-default",), NOTHING, "", "1.3.0", "argument-default"),
    ("1.2.3", ("argument-now-optional",), NOTHING, "", "1.3.0", "argument-now-optional"),
    # What is a correction.
    ("1.2.3", ("field-always-there",), NOTHING, "", "1.2.4", "field-always-there"),
    ("1.2.3", ("no-longer-deprecated",), NOTHING, FILES, "1.2.4", "no-longer-deprecated"),
    ("1.2.3", NOTHING, ("operation-summary-changed",), FILES, "1.2.4", "operation-summary-changed"),
    # A break on the wire that the package does not show.
    ("1.2.3", NOTHING, ("path-renamed",), "", "1.3.0", "path-renamed"),
    ("0.2.3", NOTHING, ("path-renamed",), "", "0.3.0", "path-renamed"),
    ("0.2.3", ("name-new",), ("path-renamed",), "", "0.3.0", "path-renamed"),
    ("1.2.3", ("name-new",), ("path-renamed",), "", "1.3.0", "name-new"),
    ("1.2.3", ("name-gone",), ("path-renamed",), "", "2.0.0", "name-gone"),
    # Without a package, the document is what others make clients of.
    ("1.2.3", NOTHING, ("operation-removed",), NO_PACKAGE, "2.0.0", "operation-removed"),
    ("0.2.3", NOTHING, ("operation-removed",), NO_PACKAGE, "0.3.0", "operation-removed"),
    ("1.2.3", NOTHING, ("operation-added",), NO_PACKAGE, "1.3.0", "operation-added"),
    ("1.2.3", NOTHING, ("operation-summary-changed",), NO_PACKAGE, "1.2.4", "operation-summary"),
    ("1.2.3", NOTHING, ("deprecated-operation-removed",), NO_PACKAGE, "1.3.0", "deprecated-"),
]


@pytest.mark.parametrize(("old", "package", "wire", "further", "new", "made_by"), PAIRS)
def test_the_next_version_and_the_entry_that_made_it(
    old: str,
    package: tuple[str, ...],
    wire: tuple[str, ...],
    further: str,
    new: str,
    made_by: str | None,
) -> None:
    entries = [in_python(one) for one in package]
    documents = [on_the_wire(one) for one in wire]
    facts = Facts(
        wire=documents,
        package=entries,
        has_package=further != NO_PACKAGE,
        files=further == FILES,
    )
    bump = bump_of(old, old, facts)
    assert bump.new == new
    ids = {"": FILES} | {one.cause: one.id for one in entries}
    ids |= {one.cause: one.id for one in documents}
    named = [ids[reason.cause] for reason in bump.reasons]
    assert named[0].startswith(made_by) if made_by else not named, named
    assert all(reason.words for reason in bump.reasons)


def test_there_are_thirty_pairs() -> None:
    assert len(PAIRS) >= 30


def test_only_what_asks_for_as_much_is_a_reason() -> None:
    facts = Facts(wire=[], package=[in_python("name-gone"), in_python("name-new", "New")])
    (reason,) = bump_of("1.0.0", "1.0.0", facts).reasons
    assert reason.words == "`Pet.name` no longer exists"


@pytest.mark.parametrize(
    ("package", "settings", "new"),
    [
        ("name-gone", BumpSettings(), "0.3.0"),
        ("name-gone", BumpSettings(breaking_below_1="major"), "1.0.0"),
        ("name-new", BumpSettings(), "0.2.4"),
        ("name-new", BumpSettings(new_below_1="minor"), "0.3.0"),
        ("field-always-there", BumpSettings(new_below_1="minor"), "0.2.4"),
    ],
)
def test_settings_say_what_goes_up_below_1(package: str, settings: BumpSettings, new: str) -> None:
    facts = Facts(wire=[], package=[in_python(package)])
    assert bump_of("0.2.3", "0.2.3", facts, settings).new == new


@pytest.mark.parametrize(
    ("given", "is_enough", "is_allowed", "version"),
    [
        ("1.0.0", True, True, "1.1.0"),
        ("1.1.0", True, True, "1.1.0"),
        ("1.2.0", True, True, "1.2.0"),
        ("2.0.0", True, True, "2.0.0"),
        ("1.0.1", False, False, "1.1.0"),
        ("1.0.2", False, True, "1.0.2"),
        ("next", False, False, "1.1.0"),
    ],
)
def test_people_may_raise_it_and_lower_it_for_a_written_reason(
    given: str, is_enough: bool, is_allowed: bool, version: str
) -> None:
    settings = BumpSettings(lower={"1.0.2": "Nobody calls what is new."})
    bump = bump_of("1.0.0", given, Facts(wire=[], package=[in_python("name-new")]), settings)
    assert (bump.is_enough, bump.is_allowed, bump.version) == (is_enough, is_allowed, version)


@pytest.mark.parametrize(
    ("old", "released", "package", "new"),
    [
        ("1.0.0", "1.0.0", "name-gone", "2.0.0"),
        ("2.0.0", "1.0.0", "name-gone", "2.0.0"),
        ("1.1.0", "1.0.0", "name-gone", "2.0.0"),
        ("1.1.0", "1.0.0", "name-new", "1.1.0"),
        ("1.0.1", "1.0.0", "name-new", "1.1.0"),
        ("1.0.0", "1.5.0", "name-new", "1.1.0"),
    ],
)
def test_what_was_raised_since_the_last_release_is_not_raised_again(
    old: str, released: str, package: str, new: str
) -> None:
    facts = Facts(wire=[], package=[in_python(package)])
    assert bump_of(old, old, facts, released=released).new == new


@pytest.mark.parametrize(
    ("version", "patch", "minor", "major"),
    [
        ("1.2.3", "1.2.4", "1.3.0", "2.0.0"),
        ("1.2", "1.2.1", "1.3.0", "2.0.0"),
        ("1", "1.0.1", "1.1.0", "2.0.0"),
        ("0.1.0", "0.1.1", "0.2.0", "1.0.0"),
        ("1.2.3rc1", "1.2.3", "1.3.0", "2.0.0"),
        ("1.3.0rc1", "1.3.0", "1.3.0", "2.0.0"),
        ("2.0.0rc1", "2.0.0", "2.0.0", "2.0.0"),
        ("1.2.3.post1", "1.2.4", "1.3.0", "2.0.0"),
        ("2!1.2.3", "2!1.2.4", "2!1.3.0", "2!2.0.0"),
        ("2024.10.1", "2024.10.2", "2024.11.0", "2025.0.0"),
        ("next", "next", "next", "next"),
    ],
)
def test_a_part_of_a_version_goes_up(version: str, patch: str, minor: str, major: str) -> None:
    assert [raised(version, "none"), raised(version, "patch")] == [version, patch]
    assert [raised(version, "minor"), raised(version, "major")] == [minor, major]
