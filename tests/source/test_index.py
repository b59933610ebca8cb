"""An index is asked with the password that opens it, and its files are taken as they come."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.release.fake_index import FakeIndex, fake_index
from tests.source.loopback import Loopback, leads, says, serving
from tests.source.test_credentials import play_keyring

from specmend.errors import NotAllowed, OutsideError
from specmend.source.credentials import VARIABLES, without_credentials
from specmend.source.index import download, listed_files, release_file
from specmend.source.listing import ListedFile

NAME = "shop-1.0.tar.gz"
DATA = gzip.compress(b"shop", mtime=0)


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeIndex]:
    for name in (*VARIABLES, "NETRC", "PIP_KEYRING_PROVIDER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    play_keyring(monkeypatch, {})
    with fake_index() as running:
        running.files[NAME] = DATA
        yield running


def opened(url: str, who: str) -> str:
    return url.replace("http://", f"http://{who}@")


def read(index: FakeIndex, who: str = "") -> bytes:
    simple, credentials = without_credentials(opened(index.simple, who) if who else index.simple)
    (file,) = listed_files(simple, "shop", credentials)
    return download(file, "shop")


def test_an_open_index_gets_no_password(index: FakeIndex) -> None:
    assert read(index) == DATA
    assert set(index.read) == {""}


def test_page_and_file_get_the_password_of_the_address(index: FakeIndex) -> None:
    index.readers = {"me:hush"}
    assert read(index, "me:hush") == DATA
    assert index.read == ["me:hush", "me:hush"]


def test_the_file_of_passwords_opens_it(index: FakeIndex, tmp_path: Path) -> None:
    index.readers = {"me:hush"}
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password hush")
    (tmp_path / ".netrc").chmod(0o600)
    assert read(index) == DATA


def test_the_variable_of_pip_opens_it(index: FakeIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    index.readers = {"me:hush"}
    monkeypatch.setenv("PIP_INDEX_URL", opened(index.simple, "me:hush"))
    assert read(index) == DATA
    assert release_file("shop", "1.0", "shop==1.0").data == DATA


def test_the_keyring_is_asked_when_the_index_wants_a_password(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.readers = {"me:hush"}
    play_keyring(monkeypatch, {index.simple: "hush"})
    assert read(index, "me:old") == DATA
    assert index.read == ["me:old", "me:hush", "me:hush"]


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize(
    ("who", "kept", "message"),
    [
        ("", "", "this index wants a password"),
        ("me:old", "", "this index does not take the password that comes from the address"),
        ("", "old", "this index does not take the password that comes from the keyring"),
    ],
)
def test_a_wrong_password_is_told_by_where_it_came_from(
    index: FakeIndex,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    who: str,
    kept: str,
    message: str,
) -> None:
    index.readers, index.locked = {"me:hush"}, status
    play_keyring(monkeypatch, {index.simple: kept} if kept else {})
    with pytest.raises(NotAllowed) as raised:
        read(index, who)
    (problem,) = raised.value.problems
    assert (problem.message, problem.file) == (message, index.simple)
    assert problem.advice
    assert "old" not in str(problem).replace("told", "")


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as running:
        yield running


def listed(server: Loopback, data: bytes = DATA) -> ListedFile:
    digests = {"sha256": hashlib.sha256(data).hexdigest()}
    return ListedFile(name=NAME, address=f"{server.url}/{NAME}", digests=digests)


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "br"])
def test_a_file_is_taken_as_it_comes_whatever_the_server_calls_it(
    server: Loopback, encoding: str
) -> None:
    server.scripts[f"/{NAME}"] = says(DATA, Content_Encoding=encoding)
    assert download(listed(server), "shop") == DATA
    ((_, headers),) = server.asked
    assert headers["accept-encoding"] == "identity"


def test_a_password_does_not_follow_a_redirect_to_another_server(server: Loopback) -> None:
    with serving() as other:
        other.scripts["/there"] = says(DATA)
        server.scripts[f"/{NAME}"] = leads(f"{other.url}/there")
        _, credentials = without_credentials(opened(server.url, "me:hush"))
        file = listed(server)
        sent = ListedFile(
            name=file.name,
            address=file.address,
            digests=file.digests,
            credentials=credentials,
        )
        assert download(sent, "shop") == DATA
        assert "authorization" in server.asked[0][1]
        assert "authorization" not in other.asked[0][1]


def test_bytes_with_another_digest_are_refused(server: Loopback) -> None:
    server.scripts[f"/{NAME}"] = says(DATA)
    with pytest.raises(OutsideError, match="its digest differs"):
        download(listed(server, b"other"), "shop")
