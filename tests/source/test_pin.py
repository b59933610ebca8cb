"""The pin: read, its faults with their places, and whether the document is the pinned one."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from specmend.errors import Problem, RepositoryError
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings
from specmend.source.pin import Pin, SourceRecord, read_pin, read_upstream

DOCUMENT = b"openapi: 3.0.3\n"
DIGEST = hashlib.sha256(DOCUMENT).hexdigest()
PIN = f'# Which document.\norigin = "https://example.com"\ndate = 2025-03-01\nsha256 = "{DIGEST}"\n'


@pytest.fixture
def api(tmp_path: Path) -> ApiLayout:
    (tmp_path / "spec" / "pets").mkdir(parents=True)
    (tmp_path / "spec" / "pets" / "pin.toml").write_text(PIN)
    (tmp_path / "spec" / "pets" / "upstream.yaml").write_bytes(DOCUMENT)
    return ApiLayout(name="pets", root=tmp_path, settings=ApiSettings(package="pets"))


def faults(api: ApiLayout, text: str | bytes) -> list[Problem]:
    """The faults of a pin."""
    api.pin.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(RepositoryError) as caught:
        read_pin(api)
    return list(caught.value.problems)


def test_a_pin_is_read(api: ApiLayout) -> None:
    assert read_pin(api) == Pin(
        origin="https://example.com", date=dt.date(2025, 3, 1), sha256=DIGEST
    )


def test_a_pin_says_what_the_document_was_made_of(api: ApiLayout) -> None:
    table = f'[sources]\n"a b.yaml" = {{sha256 = "{DIGEST}", bytes = 15}}\n'
    api.pin.write_text(PIN + f'made-by = ["bundle 1"]\n{table}')
    pin = read_pin(api)
    assert pin.made_by == ("bundle 1",)
    assert pin.sources == (SourceRecord(path="a b.yaml", sha256=DIGEST, size=15),)


def test_the_document_comes_with_its_pin(api: ApiLayout) -> None:
    pin, document = read_upstream(api)
    assert pin == read_pin(api)
    assert (document.name, document.encode()) == ("spec/pets/upstream.yaml", DOCUMENT)


def test_a_missing_pin_is_a_fault(api: ApiLayout) -> None:
    api.pin.unlink()
    with pytest.raises(RepositoryError) as caught:
        read_upstream(api)
    (problem,) = caught.value.problems
    assert (problem.message, problem.file) == ("pets has no pin", "spec/pets/pin.toml")
    assert "origin, date and sha256" in problem.advice


def test_a_missing_document_is_a_fault(api: ApiLayout) -> None:
    api.upstream.unlink()
    with pytest.raises(RepositoryError) as caught:
        read_upstream(api)
    (problem,) = caught.value.problems
    assert (problem.message, problem.file) == (
        "pets has no upstream document",
        "spec/pets/upstream.yaml",
    )


def test_a_document_that_was_changed_shows_both_digests(api: ApiLayout) -> None:
    changed = DOCUMENT + b"# by hand\n"
    api.upstream.write_bytes(changed)
    with pytest.raises(RepositoryError) as caught:
        read_upstream(api)
    (problem,) = caught.value.problems
    assert problem.message == "the upstream document is not the one that was pinned"
    assert problem.location == "spec/pets/upstream.yaml:1:1"
    assert problem.found == f"sha256 {hashlib.sha256(changed).hexdigest()}"
    assert problem.expected == f"sha256 {DIGEST} (spec/pets/pin.toml:4:1)"


def test_a_json_document_is_found_and_read(api: ApiLayout) -> None:
    api.upstream.unlink()
    file = api.root / "spec" / "pets" / "upstream.json"
    file.write_bytes(b"{}")
    api.pin.write_text(PIN.replace(DIGEST, hashlib.sha256(b"{}").hexdigest()))
    assert read_upstream(api)[1].format == "json"
    assert api.sanitized.name == "sanitized.json"


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "advice_or_expected"),
    [
        ("origin =", "orgin =", "2:1", "unknown key 'orgin' in the pin", "did you mean 'origin'?"),
        (
            "# Which document.",
            "zzz = 1",
            "1:1",
            "unknown key 'zzz' in the pin",
            "the keys are origin, date, sha256",
        ),
        (
            "2025-03-01",
            '"yesterday"',
            "3:1",
            "date is not right in the pin",
            "a date, as 2025-03-01",
        ),
        (
            "2025-03-01",
            "2025-03-01T10:00:00Z",
            "3:1",
            "date is not right in the pin",
            "a date, as 2025-03-01",
        ),
        (
            '"https://example.com"',
            '" "',
            "2:1",
            "origin is not right in the pin",
            "an address or a sentence",
        ),
        (DIGEST, DIGEST[:-1], "4:1", "sha256 is not right in the pin", "64 hex digits"),
        (DIGEST, DIGEST.upper(), "4:1", "sha256 is not right in the pin", "64 hex digits"),
        (
            "# Which document.",
            'made-by = "bundle 1"',
            "1:1",
            "made-by is not right in the pin",
            "a list of rules with their versions",
        ),
        (
            "# Which document.",
            'sources = {"a.yaml" = {sha256 = "0", bytes = 1}}',
            "1:1",
            "sources is not right in the pin",
            "a table of files",
        ),
        (
            "# Which document.",
            'sources = {"a.yaml" = 1}',
            "1:1",
            "sources is not right in the pin",
            "a table of files",
        ),
        ("date = 2025-03-01\n", "", "1:1", "date is missing in the pin", "a date, as 2025-03-01"),
        ("date = 2025-03-01", "date = 2025-13-01", "3:12", "this is not TOML", ""),
        ("origin = ", "origin ", "2:8", "this is not TOML", ""),
    ],
)
def test_a_fault_has_its_place_and_its_remedy(
    api: ApiLayout, old: str, new: str, place: str, message: str, advice_or_expected: str
) -> None:
    assert old in PIN
    found = [p for p in faults(api, PIN.replace(old, new)) if p.message.startswith(message)]
    assert [p.location for p in found] == [f"spec/pets/pin.toml:{place}"]
    assert advice_or_expected in found[0].advice + found[0].expected


def test_all_faults_are_told_at_once(api: ApiLayout) -> None:
    found = faults(api, 'origin = ""\nday = 1\nsha256 = 5\n')
    assert {p.message for p in found} == {
        "unknown key 'day' in the pin",
        "origin is not right in the pin",
        "date is missing in the pin",
        "sha256 is not right in the pin",
    }  # fmt: skip


def test_a_pin_that_is_not_utf_8_is_a_fault(api: ApiLayout) -> None:
    (problem,) = faults(api, b'origin = "a"\ndate = "\xff"\n')
    assert (problem.message, problem.location) == (
        "the file is not UTF-8",
        "spec/pets/pin.toml:2:1",
    )
