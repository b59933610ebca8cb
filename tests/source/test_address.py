"""Addresses read: what each means, and how the pin names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmend.errors import OutsideError
from specmend.source.address import (
    FileAddress,
    GitAddress,
    WebAddress,
    is_loopback,
    is_remote,
    plain,
    read_address,
)

ROOT = Path("/projects/pets")


@pytest.mark.parametrize(
    "where", ["https://example.com/a.yaml?b=c", "HTTPS://example.com", "http://127.0.0.1:8000/a"]
)
def test_an_address_of_the_web_stays_as_it_is(where: str) -> None:
    assert read_address(where, ROOT, ROOT) == WebAddress(origin=where)


@pytest.mark.parametrize(
    ("where", "folder", "origin"),
    [
        ("openapi.yaml", ROOT / "vendor", "vendor/openapi.yaml"),
        ("../openapi.yaml", ROOT / "vendor", "openapi.yaml"),
        ("../openapi.yaml", ROOT, "../openapi.yaml"),
        ("/projects/pets/a/openapi.yaml", Path("/elsewhere"), "a/openapi.yaml"),
        ("/elsewhere/openapi.yaml", ROOT, "/elsewhere/openapi.yaml"),
    ],
)
def test_a_file_is_named_from_the_project(where: str, folder: Path, origin: str) -> None:
    found = read_address(where, ROOT, folder)
    assert isinstance(found, FileAddress)
    assert found.origin == origin
    # What the pin says is the same file again.
    assert read_address(origin, ROOT, ROOT) == found


@pytest.mark.parametrize(
    ("where", "url", "revision", "path"),
    [
        (
            "git+https://example.com/a.git@main:api/openapi.yaml",
            "https://example.com/a.git",
            "main",
            "api/openapi.yaml",
        ),
        (
            "git+ssh://git@example.com:22/a@feature/b:/c.yaml",
            "ssh://git@example.com:22/a",
            "feature/b",
            "c.yaml",
        ),
        ("git+file:///tmp/a@v1.2@3:d", "file:///tmp/a@v1.2", "3", "d"),
    ],
)
def test_a_file_of_a_git_repository_has_three_parts(
    where: str, url: str, revision: str, path: str
) -> None:
    assert read_address(where, ROOT, ROOT) == GitAddress(
        origin=where, url=url, revision=revision, path=path
    )


def test_this_machine_is_known_by_its_names() -> None:
    assert all(
        is_loopback(host) for host in ("localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1")
    )
    assert not any(
        is_loopback(host) for host in ("localhost.example.com", "10.0.0.1", "127.0.0.1.nip.io")
    )


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("", "this is no address that can be fetched"),
        ("a\0b", "this is no address that can be fetched"),
        ("ftp://example.com/a", "this is no address that can be fetched"),
        ("http://[::1", "this is not an address"),
        ("https://example.com:port/", "this is not an address"),
        ("https://", "this is not an address"),
        ("https://example.com/a b", "this is not an address"),
        ("http://example.com/a", "a document is not fetched without TLS"),
        ("https://me:secret@example.com/a", "the address carries a password"),
        ("git+https://example.com/a", "this is no file of a git repository"),
        ("git+ext::sh@main:a", "this is no file of a git repository"),
        ("git+http://example.com/a@main:b", "a document is not fetched without TLS"),
        ("git+https://secret@example.com/a@main:b", "the address carries a password"),
        ("git+https://example.com/a@-main:b", "this is no revision, or no path"),
        ("git+https://example.com/a@main:-b", "this is no revision, or no path"),
        ("git+https://example.com/a@main:c/../b", "this is no revision, or no path"),
    ],
)
def test_what_must_not_be_asked_is_refused(where: str, message: str) -> None:
    with pytest.raises(OutsideError) as caught:
        read_address(where, ROOT, ROOT)
    (problem,) = caught.value.problems
    assert problem.message.startswith(message)
    assert "secret" not in problem.file


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a b\u00e9\n", "a b\u00e9\n"), ("\x1b[2J", "\\x1b[2J"), ("\u202e", "\\u202e")],
)
def test_foreign_text_is_shown_without_what_commands_a_terminal(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_an_address_of_the_web_means_the_same_everywhere() -> None:
    assert is_remote("https://example.com/a")
    assert is_remote("git+file:///a@b:c")
    assert not is_remote("vendor/openapi.yaml")
