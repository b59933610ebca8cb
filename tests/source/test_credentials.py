"""A password is found where pip finds it, told to its own server only, and never shown."""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from specmend.errors import OutsideError
from specmend.source.credentials import (
    VARIABLES,
    Credentials,
    keyring_credentials,
    known_credentials,
    without_credentials,
)

INDEX = "https://pets.example/simple/"


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Surroundings in which nobody left a password."""
    for name in (*VARIABLES, "NETRC", "PIP_KEYRING_PROVIDER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


def told(found: Credentials | None) -> tuple[str, str, str] | None:
    return None if found is None else (found.user, found.password, found.source)


@pytest.mark.parametrize(
    ("url", "bare", "expected"),
    [
        (INDEX, INDEX, None),
        ("https://me:hush@pets.example/simple/", INDEX, ("me", "hush", "the address")),
        ("https://me@pets.example/simple/", INDEX, ("me", "", "the address")),
        ("https://:hush@pets.example/simple/", INDEX, ("", "hush", "the address")),
        ("https://m%40e:a%3Ab@pets.example/simple/", INDEX, ("m@e", "a:b", "the address")),
        ("https://a@b:c@pets.example/simple/", INDEX, ("a@b", "c", "the address")),
        ("http://a:b@[::1]:8080/x?y", "http://[::1]:8080/x?y", ("a", "b", "the address")),
    ],
)
def test_an_address_gives_away_its_password(
    url: str, bare: str, expected: tuple[str, str, str] | None
) -> None:
    found = without_credentials(url)
    assert (found[0], told(found[1])) == (bare, expected)


@pytest.mark.parametrize(
    ("url", "is_told"),
    [
        (INDEX, True),
        ("https://PETS.example:443/files/x.whl", True),
        ("https://pets.example:8443/", False),
        ("http://pets.example/", False),
        ("https://files.pets.example/", False),
        ("https://pets.example.evil/", False),
        ("https://[pets.example/", False),
    ],
)
def test_only_its_own_server_is_told(url: str, is_told: bool) -> None:
    _, found = without_credentials("https://me:hush@pets.example/")
    assert found is not None
    word = base64.b64encode(b"me:hush").decode()
    assert found.headers_for(url) == ({"Authorization": f"Basic {word}"} if is_told else {})


def test_a_password_is_in_no_picture_of_it_and_comes_back_in_an_address() -> None:
    _, found = without_credentials("https://me:h%2Fush@pets.example/")
    assert found is not None
    assert "ush" not in repr(found)
    assert found.address(INDEX) == "https://me:h%2Fush@pets.example/simple/"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("PIP_INDEX_URL", "https://me:hush@pets.example/simple", ("me", "hush", "PIP_INDEX_URL")),
        (
            "PIP_EXTRA_INDEX_URL",
            "https://a.example https://me:hush@pets.example/other",
            ("me", "hush", "PIP_EXTRA_INDEX_URL"),
        ),
        ("UV_INDEX", "ours=https://me:hush@pets.example/simple", ("me", "hush", "UV_INDEX")),
        ("PIP_INDEX_URL", "https://me:hush@other.example/simple", None),
        ("PIP_INDEX_URL", "https://me:hush@[pets.example/", None),
        ("PIP_INDEX_URL", "https://pets.example/simple", None),
    ],
)
def test_variables_of_pip_and_uv_hold_passwords(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: tuple[str, str, str] | None
) -> None:
    monkeypatch.setenv(name, value)
    assert told(known_credentials(INDEX)) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (".netrc", "machine pets.example login me password hush", ("me", "hush")),
        ("_netrc", "machine pets.example login me password hush", ("me", "hush")),
        ("mine", "machine pets.example login me password hush", ("me", "hush")),
        (".netrc", "machine other.example login me password hush", None),
        (".netrc", "machine pets.example password hush", ("", "hush")),
        (".netrc", "default login me password hush", ("me", "hush")),
    ],
)
def test_the_netrc_file_holds_passwords(
    nowhere: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    text: str,
    expected: tuple[str, str] | None,
) -> None:
    file = nowhere / name
    file.write_text(text)
    file.chmod(0o600)
    if name == "mine":
        monkeypatch.setenv("NETRC", str(file))
    expected_source = None if expected is None else (*expected, f"the file {name}")
    assert told(known_credentials(INDEX)) == expected_source


@pytest.mark.parametrize("content", [b"hush pets", b"\xff\xfe"])
def test_a_netrc_file_that_cannot_be_read_is_told_without_its_words(
    nowhere: Path, content: bytes
) -> None:
    (nowhere / ".netrc").write_bytes(content)
    with pytest.raises(OutsideError) as raised:
        known_credentials(INDEX)
    (problem,) = raised.value.problems
    assert problem.file.endswith(".netrc")
    assert "hush" not in str(problem)


def test_without_any_of_them_nothing_is_known() -> None:
    assert known_credentials(INDEX) is None


def play_keyring(monkeypatch: pytest.MonkeyPatch, kept: dict[str, str]) -> None:
    """A keyring with the passwords of a user by their services; `locked` cannot be opened."""

    class KeyringError(Exception):
        pass

    def get_credential(service: str, user: str | None) -> object:
        if "locked" in kept:
            raise KeyringError
        if service not in kept:
            return None
        return SimpleNamespace(username=user or "kept", password=kept[service])

    errors = ModuleType("keyring.errors")
    errors.KeyringError = KeyringError  # type: ignore[attr-defined]
    module = ModuleType("keyring")
    module.get_credential = get_credential  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)


@pytest.mark.parametrize(
    ("kept", "user", "expected"),
    [
        ({INDEX: "hush"}, "", ("kept", "hush", "the keyring")),
        ({"pets.example": "hush"}, "me", ("me", "hush", "the keyring")),
        ({"other.example": "hush"}, "", None),
        ({INDEX: ""}, "", None),
        ({"locked": ""}, "", None),
    ],
)
def test_the_keyring_knows_an_index_by_its_address_or_its_host(
    monkeypatch: pytest.MonkeyPatch,
    kept: dict[str, str],
    user: str,
    expected: tuple[str, str, str] | None,
) -> None:
    play_keyring(monkeypatch, kept)
    assert told(keyring_credentials(INDEX, user)) == expected
    monkeypatch.setenv("PIP_KEYRING_PROVIDER", "disabled")
    assert keyring_credentials(INDEX, user) is None


def test_without_a_keyring_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert keyring_credentials(INDEX) is None
