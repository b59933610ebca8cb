"""A file is sent with the credentials that twine finds, and the answer is told by its status."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.release.fake_index import TOKEN, FakeIndex, Fault

from specmend.errors import OutsideError
from specmend.release.archives import Archive
from specmend.release.indexes import Index
from specmend.release.upload import Sent, Uploader

MANY = "Too Many Requests"


def retry(when: str) -> tuple[tuple[str, str], ...]:
    return (("Retry-After", when),)


@pytest.fixture(autouse=True)
def home(index: FakeIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without a .pypirc, and an environment without credentials."""
    assert index.token == TOKEN
    for name in ("TWINE_USERNAME", "TWINE_PASSWORD", "TWINE_CERT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return tmp_path


def send(index: FakeIndex, archive: Archive) -> Sent:
    uploader = Uploader(Index(name="fake", simple=index.simple, upload=index.upload_url))
    try:
        return uploader.send(archive)
    finally:
        uploader.close()


def pypirc(home: Path, password: str, name: str = "fake") -> None:
    text = (
        f"[distutils]\nindex-servers =\n    {name}\n[{name}]\nrepository = https://other.example/\n"
    )
    (home / ".pypirc").write_text(f"{text}username = __token__\npassword = {password}\n")


def test_a_file_arrives_with_all_its_bytes_and_without_a_word(
    index: FakeIndex,
    archives: tuple[Archive, ...],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TWINE_PASSWORD", TOKEN)
    for archive in archives:
        assert send(index, archive) == Sent(status=200, reason="OK")
    assert index.files == {archive.name: archive.data for archive in archives}
    assert capfd.readouterr() == ("", "")


def test_credentials_of_the_file_are_those_of_the_index_with_its_name(
    index: FakeIndex, archives: tuple[Archive, ...], home: Path
) -> None:
    pypirc(home, TOKEN)
    assert send(index, archives[0]).is_taken


def test_the_environment_is_stronger_than_the_file(
    index: FakeIndex,
    archives: tuple[Archive, ...],
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pypirc(home, "wrong")
    monkeypatch.setenv("TWINE_PASSWORD", TOKEN)
    assert send(index, archives[0]).is_taken


def test_a_secret_that_is_empty_in_the_environment_is_none(
    index: FakeIndex,
    archives: tuple[Archive, ...],
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TWINE_USERNAME", "")
    monkeypatch.setenv("TWINE_PASSWORD", "")
    with pytest.raises(OutsideError, match="there are no credentials for fake"):
        send(index, archives[0])
    pypirc(home, TOKEN)
    assert send(index, archives[0]).is_taken


def test_a_user_may_have_an_empty_password(
    index: FakeIndex, archives: tuple[Archive, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWINE_USERNAME", "me")
    monkeypatch.setenv("TWINE_PASSWORD", "")
    assert send(index, archives[0]).status // 100 == 4


@pytest.mark.parametrize("text", [None, "[other]\nusername = me\npassword = x\n"])
def test_no_credentials_are_told_with_every_way_to_give_them(
    index: FakeIndex, archives: tuple[Archive, ...], home: Path, text: str | None
) -> None:
    if text is not None:
        (home / ".pypirc").write_text(text)
    with pytest.raises(OutsideError) as raised:
        send(index, archives[0])
    (problem,) = raised.value.problems
    assert problem.message == "there are no credentials for fake"
    assert "TWINE_PASSWORD" in problem.advice


def test_a_file_of_credentials_that_cannot_be_read_is_named_without_its_text(
    index: FakeIndex, archives: tuple[Archive, ...], home: Path
) -> None:
    (home / ".pypirc").write_text("password = pypi-secret\n")
    with pytest.raises(OutsideError) as raised:
        send(index, archives[0])
    (problem,) = raised.value.problems
    assert (problem.message, problem.advice) == (
        "the credentials cannot be read",
        "look at ~/.pypirc",
    )
    assert "pypi-secret" not in str(problem)


@pytest.mark.parametrize(
    ("fault", "sent", "is_stored"),
    [
        (Fault(status=503), Sent(status=503, reason="Service Unavailable"), False),
        (Fault(status=429, headers=retry("7")), Sent(status=429, reason=MANY, wait=7.0), False),
        (Fault(status=429, headers=retry("soon")), Sent(status=429, reason=MANY), False),
        (Fault(status=302, headers=(("Location", "/"),)), Sent(status=302, reason="Found"), False),
        (Fault(cut_after=700), Sent(reason="the connection broke"), False),
        (Fault(), Sent(reason="the connection broke"), False),
        (Fault(stores=True), Sent(reason="the connection broke"), True),
        (Fault(status=502, stores=True), Sent(status=502, reason="Bad Gateway"), True),
    ],
)
def test_what_goes_wrong_is_told_and_not_tried_again(
    index: FakeIndex,
    archives: tuple[Archive, ...],
    monkeypatch: pytest.MonkeyPatch,
    fault: Fault,
    sent: Sent,
    is_stored: bool,
) -> None:
    monkeypatch.setenv("TWINE_PASSWORD", TOKEN)
    index.faults = [fault]
    assert send(index, archives[0]) == sent
    assert index.attempts == 1
    assert (archives[0].name in index.files) == is_stored


def test_an_index_that_is_silent_is_left(
    index: FakeIndex, archives: tuple[Archive, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWINE_PASSWORD", TOKEN)
    monkeypatch.setattr("specmend.release.upload.SILENCE", 0.2)
    index.faults = [Fault(pause=0.6)]
    assert send(index, archives[0]) == Sent(reason="the index said nothing for 0.2 seconds")
