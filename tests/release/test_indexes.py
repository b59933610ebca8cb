"""An index is one that is known, one of the settings, or an address that may be used."""

from __future__ import annotations

import pytest

from specmend.errors import UsageError
from specmend.release.indexes import Index, find_index
from specmend.settings.indexes import IndexSettings

OURS = IndexSettings(url="https://pets.example/simple/", publish_url="https://pets.example/up/")


def test_what_is_known_needs_no_settings() -> None:
    assert find_index("pypi") == Index(
        name="pypi", simple="https://pypi.org/simple/", upload="https://upload.pypi.org/legacy/"
    )
    assert find_index("testpypi").upload == "https://test.pypi.org/legacy/"


def test_settings_name_further_ones_and_may_say_otherwise() -> None:
    assert find_index("pets", settings={"pets": OURS}).simple == OURS.url
    assert find_index("pypi", settings={"pypi": OURS}).simple == OURS.url
    assert find_index("pets", "https://x.example/", {"pets": OURS}).upload == "https://x.example/"


def test_an_address_is_an_index_without_a_name() -> None:
    index = find_index("https://pets.example/simple/")
    assert (index.name, index.upload, index.shown) == ("", "", "https://pets.example/simple/")
    assert find_index("http://127.0.0.1:8/", "http://localhost/").upload == "http://localhost/"


def test_an_address_may_carry_a_password_and_does_not_show_it() -> None:
    index = find_index("https://me:s%2Fecret@pets.example/simple/")
    assert (index.simple, index.shown) == ("https://pets.example/simple/",) * 2
    assert index.credentials is not None
    assert (index.credentials.user, index.credentials.password) == ("me", "s/ecret")
    assert "ecret" not in repr(index)


def test_settings_never_carry_a_password() -> None:
    settings = {"pets": IndexSettings(url="https://me:secret@pets.example/")}
    with pytest.raises(UsageError) as raised:
        find_index("pets", settings=settings)
    (problem,) = raised.value.problems
    assert problem.message == "the address of an index carries a password"
    assert "secret" not in str(problem)
    assert "~/.netrc" in problem.advice


@pytest.mark.parametrize(
    ("given", "publish_url", "message"),
    [
        ("pypo", "", "there is no index 'pypo'"),
        ("http://pets.example/", "", "an index is not used without TLS"),
        ("https://pets.example/", "http://pets.example/", "an index is not used without TLS"),
        ("ftp://pets.example/", "", "this is no address of an index"),
        ("https://", "", "this is no address of an index"),
        ("https://[pets/", "", "this is no address of an index"),
        ("pypi", "upload", "this is no address of an index"),
        ("http://me:secret@pets.example/", "", "an index is not used without TLS"),
        ("https://me:secret@[pets/", "", "this is no address of an index"),
        ("me:secret@pets.example/simple/", "", "this is no address of an index"),
        ("https://me:1/secret@pets.example/", "", "this is no address of an index"),
        ("https://me:se/secret@pets.example/", "", "this is no address of an index"),
        ("https://me:secret@pets.example:9x/", "", "this is no address of an index"),
        ("pypi", "https://me:se/secret@pets.example/", "this is no address of an index"),
        ("pypi", "https://me:secret@pets.example/", "the address of an index carries a password"),
    ],
)
def test_what_is_no_index_is_told_without_a_secret(
    given: str, publish_url: str, message: str
) -> None:
    with pytest.raises(UsageError) as raised:
        find_index(given, publish_url)
    (problem,) = raised.value.problems
    assert problem.message == message
    assert "secret" not in str(problem)
