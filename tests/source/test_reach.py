"""What references may name: hosts, folders, and kinds of paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmend.source.reach import (
    Reach,
    folder_of,
    hidden,
    host_of,
    is_address,
    outside,
    refuse_rooted,
    strange_host,
    strange_scheme,
)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Example.com/a", "example.com:443"),
        ("http://example.com", "example.com:80"),
        ("https://example.com:8443/a", "example.com:8443"),
        ("https://example.com:x/", ""),
    ],
)
def test_a_host_is_told_with_its_port(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://example.com/a.yaml", True),
        ("https://EXAMPLE.com/a.yaml", True),
        ("https://own.example.com/a.yaml", True),
        ("https://example.com:8443/a.yaml", False),
        ("https://other.com:8443/a.yaml", True),
        ("https://other.com/a.yaml", False),
        ("https://example.com.evil.com/a.yaml", False),
        ("https://example.com@evil.com/a.yaml", False),
        ("https://evil.com/example.com", False),
    ],
)
def test_a_host_is_allowed_by_the_settings_or_is_the_own_one(url: str, allowed: bool) -> None:
    reach = Reach(hosts=("example.com", "other.com:8443"), own=("own.example.com:443",))
    assert reach.allows(url) == allowed


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("https://example.com/a", True),
        ("//example.com/a", True),
        ("urn:a:b", True),
        ("file:///etc/passwd", True),
        ("a.yaml", False),
        ("../a:b.yaml", False),
        ("/a.yaml", False),
        ("C:/a.yaml", False),
    ],
)
def test_an_address_has_a_scheme_or_a_host(reference: str, expected: bool) -> None:
    assert is_address(reference) == expected


@pytest.mark.parametrize(
    ("reference", "refused"),
    [
        ("a.yaml", False),
        ("../a.yaml", False),
        ("/etc/passwd", True),
        ("\\\\server\\share", True),
        ("C:\\a.yaml", True),
        ("c:/a.yaml", True),
        ("file:a.yaml", True),
        ("FILE:///etc/passwd", True),
    ],
)
def test_what_is_named_from_the_root_of_a_disk_is_refused(reference: str, refused: bool) -> None:
    assert (refuse_rooted(reference) is not None) == refused


def test_the_folder_is_that_of_the_setting_the_repository_the_project_or_the_document(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a" / "b" / "root.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("")
    assert folder_of(file, Reach()) == file.parent
    assert folder_of(file, Reach(folder=tmp_path / "a")) == tmp_path / "a"
    assert folder_of(file, Reach(project=tmp_path)) == tmp_path
    assert folder_of(file, Reach(project=tmp_path / "c")) == file.parent
    (tmp_path / "a" / ".git").mkdir()
    assert folder_of(file, Reach(project=tmp_path)) == tmp_path / "a"
    assert folder_of(file, Reach()) == tmp_path / "a"


def test_refusals_say_what_to_set() -> None:
    assert "--reference-folder" in outside("../a", "api").advice
    assert "--reference-host example.com:1" in strange_host("https://example.com:1/a").advice
    assert strange_scheme("urn:a").found == "urn:a"
    assert hidden(".env").found == ".env"
