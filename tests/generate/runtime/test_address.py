"""Base URLs: what is taken, what is refused, and what is said of a suffix that does not fit."""

from __future__ import annotations

import pytest

from specmend.generate.runtime._address import is_loopback, read_address


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("http://localhost:80/api", "http://localhost:80/api"),
        (" https://h/api/ ", "https://h/api"),
        ("http://[::1]:1337/api", "http://[::1]:1337/api"),
        ("http://user:p%40ss@h:1/api", "http://h:1/api"),
    ],
)
def test_a_base_url_is_kept_without_user_and_final_slash(given: str, url: str) -> None:
    assert read_address(given, "/api").url == url


def test_a_user_becomes_a_header() -> None:
    assert read_address("http://user:p%40ss@h/api", "/api").authorization == "Basic dXNlcjpwQHNz"
    assert read_address("http://user@h/api", "/api").authorization == "Basic dXNlcjo="
    assert read_address("http://h/api", "/api").authorization == ""


@pytest.mark.parametrize(
    "given", ["", "h:80", "localhost/api", "unix:///x", "http://", "http://h/?a", "http://h/#a"]
)
def test_what_is_no_whole_address_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="base URL"):
        read_address(given, "/api")


@pytest.mark.parametrize(
    "given", ["https://a b", "https://h/{stage}", "https://[::1", "https://u:p@h/<x>"]
)
def test_what_no_url_has_is_refused_without_a_password(given: str) -> None:
    with pytest.raises(ValueError, match="base URL") as caught:
        read_address(given, "")
    assert "u:p" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "fits", "words"),
    [
        ("http://h/api", True, "may lead to something else than this API"),
        ("http://h/behind/api", True, "may lead to"),
        ("http://h", False, "lacks the suffix /api; try http://h/api"),
        ("http://h/v1", False, "ends in /v1, not in /api; try http://h/api or http://h/v1/api"),
        ("http://h/api/api", False, "has /api twice; try http://h/api"),
    ],
)
def test_a_suffix_that_does_not_fit_is_told_with_what_to_try(
    given: str, fits: bool, words: str
) -> None:
    address = read_address(given, "/api")
    assert address.is_fitting is fits
    assert words in address.doubt()


def test_without_a_prefix_every_path_fits() -> None:
    assert read_address("http://h/x", "").is_fitting
    assert read_address("http://h", "/").is_fitting


def test_who_can_read_along() -> None:
    assert read_address("https://far/api", "/api").is_private
    assert read_address("http://127.0.0.9/api", "/api").is_private
    assert read_address("http://me.localhost/api", "/api").is_local
    assert not read_address("https://localhost/api", "/api").is_local
    assert not read_address("http://192.168.0.2/api", "/api").is_private
    assert [is_loopback(host) for host in ("::1", "localhost", "localhost.far", "10.0.0.1")] == [
        True,
        True,
        False,
        False,
    ]
