"""The command `fetch`: every answer of a source has its outcome, and nothing is half-written."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import shutil
import subprocess
import tomllib
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.project import DOCUMENT, SETTINGS, Folder
from tests.source.loopback import (
    Loopback,
    Script,
    bare,
    chunked,
    endless,
    fails_first,
    leads,
    packed,
    remembers,
    says,
    serving,
    silent,
)

from specmend.source import answer as brought
from specmend.source import fetch as source
from specmend.source import web

NEW = DOCUMENT.replace('version: "1"', 'version: "2"').encode()
AS_JSON = json.dumps(
    {"openapi": "3.0.3", "info": {"title": "Pets", "version": "2"}, "paths": {}}
).encode()
GIT = shutil.which("git") or "git"
DAY = dt.date(2025, 3, 1)


def short(data: bytes) -> str:
    """The digits of a digest that are shown."""
    return hashlib.sha256(data).hexdigest()[:12]


OLD_SHOWN = f"{short(DOCUMENT.encode())} of 2025-02-01"
NEW_SHOWN = f"{short(NEW)} of 2025-03-01"


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as made:
        made.scripts["/openapi.yaml"] = says(NEW)
        yield made


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "ATTEMPTS", 3)
    monkeypatch.setattr(web, "SHORTEST_PAUSE", 0.0)
    monkeypatch.setattr(brought, "MAX_BYTES", 1_000_000)
    monkeypatch.setattr(source, "utc_today", lambda: DAY)


@pytest.fixture
def sourced(folder: Folder, server: Loopback) -> Folder:
    """The project with the server as its source."""
    folder.write("specmend.toml", f'{SETTINGS}source = "{server.url}/openapi.yaml"\n')
    return folder


def pin_of(folder: Folder) -> dict[str, object]:
    return tomllib.loads(folder.read("spec/pets/pin.toml"))


def test_a_document_that_moved_is_written_with_its_pin(sourced: Folder, server: Loopback) -> None:
    ran = sourced.run("fetch", "pets")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        f"pets  moved: {OLD_SHOWN} → {NEW_SHOWN} (Pets 2)",
        "pets  wrote spec/pets/upstream.yaml",
        "pets  wrote spec/pets/pin.toml",
        "pets  next: specmend drift pets, then specmend update pets",
    ]
    assert sourced.read("spec/pets/upstream.yaml").encode() == NEW
    assert pin_of(sourced) == {
        "origin": f"{server.url}/openapi.yaml",
        "date": DAY,
        "sha256": hashlib.sha256(NEW).hexdigest(),
    }  # fmt: skip


def test_the_first_fetch_looks_like_any_other(sourced: Folder) -> None:
    shutil.rmtree(sourced.root / "spec")
    shutil.rmtree(sourced.root / "patches")
    ran = sourced.run("fetch")
    assert (ran.code, ran.out.splitlines()) == (0, [
        f"pets  moved: nothing pinned → {NEW_SHOWN} (Pets 2)",
        "pets  wrote spec/pets/upstream.yaml",
        "pets  wrote spec/pets/pin.toml",
        "pets  next: specmend build",
    ])  # fmt: skip
    before = sourced.files()
    assert sourced.run("fetch").out == f"pets  unchanged: {NEW_SHOWN}\n"
    assert sourced.files() == before


@pytest.mark.parametrize("pinned", [True, False])
def test_check_says_whether_it_moved_and_writes_nothing(
    sourced: Folder, server: Loopback, *, pinned: bool
) -> None:
    if not pinned:
        shutil.rmtree(sourced.root / "spec")
    before = sourced.files()
    ran = sourced.run("fetch", "pets", "--check")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"pets  moved: {OLD_SHOWN if pinned else 'nothing pinned'} → {NEW_SHOWN} (Pets 2)",
        "pets  nothing was written",
        "pets  next: specmend fetch pets",
    ]
    server.scripts["/openapi.yaml"] = says(DOCUMENT.encode())
    if pinned:
        assert sourced.run("fetch", "--check").code == 0
    assert sourced.files() == before


def test_json_has_it_all(sourced: Folder) -> None:
    ran = sourced.run("fetch", "--check", "--json")
    (report,) = json.loads(ran.out)["apis"]
    assert (ran.code, report["status"], report["files"]) == (1, "moved", [])
    assert report["new"] == {"sha256": hashlib.sha256(NEW).hexdigest(), "date": "2025-03-01"}


@pytest.mark.parametrize(
    "headers", [{"ETag": '"a\\b"'}, {"Last_Modified": "Sat, 01 Mar 2025 10:00:00 GMT"}]
)
def test_an_unchanged_document_is_not_sent_again(
    sourced: Folder, server: Loopback, headers: dict[str, str]
) -> None:
    server.scripts["/openapi.yaml"] = remembers(NEW, **headers)
    sourced.run("fetch")
    before = sourced.files()
    assert sourced.run("fetch", "--check").out == f"pets  unchanged: {NEW_SHOWN}\n"
    assert set(server.asked[-1][1]) & {"if-none-match", "if-modified-since"}
    assert sourced.files() == before
    # A file that is not the one pinned is fetched whole, whatever the server would say.
    sourced.write("spec/pets/upstream.yaml", "broken")
    assert sourced.run("fetch").out.startswith(f"pets  unchanged: {NEW_SHOWN}\npets  wrote")
    assert sourced.files() == before


def test_a_new_etag_alone_changes_no_file(sourced: Folder, server: Loopback) -> None:
    for number in range(2):
        server.scripts["/openapi.yaml"] = says(NEW, ETag=f'"{number}"')
        sourced.run("fetch")
    assert pin_of(sourced)["etag"] == '"0"'


@pytest.mark.parametrize("etag", ['"' + "x" * 300 + '"', '"\xfc"'])
def test_an_etag_that_cannot_be_sent_again_is_not_kept(
    sourced: Folder, server: Loopback, etag: str
) -> None:
    server.scripts["/openapi.yaml"] = says(NEW, ETag=etag)
    assert [sourced.run("fetch").code for _ in range(2)] == [0, 0]
    assert "etag" not in pin_of(sourced)
    sourced.write("spec/pets/pin.toml", sourced.read("spec/pets/pin.toml") + 'etag = "\xfc"\n')
    assert sourced.run("fetch").code == 0


@pytest.mark.parametrize(
    "body",
    [
        b"<title>\x1b[2Joh</title>",
        b'"\\e[2Joh"',
        NEW.replace(b"Pets,", b'"\\e[2Joh",'),
        b"\x1b[2Joh",
    ],
)
def test_a_document_cannot_command_the_terminal(
    sourced: Folder, server: Loopback, body: bytes
) -> None:
    server.scripts["/openapi.yaml"] = says(body)
    ran = sourced.run("fetch")
    assert "[2Joh" in ran.out + ran.err or ran.code == 2
    assert "\x1b" not in ran.out + ran.err


def test_a_check_tells_of_a_file_that_is_not_the_one_pinned(
    sourced: Folder, server: Loopback
) -> None:
    server.scripts["/openapi.yaml"] = says(DOCUMENT.encode())
    sourced.write("spec/pets/upstream.yaml", "edited")
    ran = sourced.run("fetch", "--check")
    assert (ran.code, "the document here is not the pinned one" in ran.err) == (0, True)


def test_redirects_are_followed_and_told(sourced: Folder, server: Loopback) -> None:
    server.scripts |= {
        "/openapi.yaml": leads("/a", 301),
        "/a": leads(f"{server.url}/b?signed=secret", 307),
        "/b?signed=secret": says(NEW),
    }
    ran = sourced.run("fetch")
    assert ran.out.splitlines()[:2] == [
        f"pets  redirected to {server.url}/{hop}" for hop in ("a", "b?…")
    ]
    assert sourced.read("spec/pets/upstream.yaml").encode() == NEW
    assert pin_of(sourced)["origin"] == f"{server.url}/openapi.yaml"


@pytest.mark.parametrize(
    "script",
    [
        says(NEW, Content_Type="text/html"),
        says(NEW, Content_Type="application/json; charset=latin-1"),
        packed(NEW),
        packed(NEW, "deflate", zlib.compress(NEW)),
        bare(NEW),
        chunked(NEW),
        fails_first(2, says(b"", status=503), says(NEW)),
        fails_first(1, says(b"", status=429, Retry_After="0"), says(NEW)),
        fails_first(1, says(NEW[:50], length=len(NEW)), says(NEW)),
        fails_first(1, packed(b"", data=gzip.compress(NEW)[:-9]), says(NEW)),
    ],
)
def test_what_serves_the_document_is_good(
    sourced: Folder, server: Loopback, script: Script
) -> None:
    server.scripts["/openapi.yaml"] = script
    assert sourced.run("fetch").code == 0
    assert sourced.read("spec/pets/upstream.yaml").encode() == NEW


PAGE = b"<!DOCTYPE html>\n<html><head><title>Not\n found</title></head></html>"
BOMB = gzip.compress(b"\0" * 50_000_000)
REFUSED = [
    (says(b"gone", status=404), "the server answered 404 Not Found", 1),
    (says(b"", status=403), "the server answered 403 Forbidden", 1),
    (says(b"", status=500), "the server answered 500 Internal Server Error", 3),
    (says(b"", status=503, Retry_After="3600"), "the server answered 503 Service Unavailable", 1),
    (says(NEW, status=206), "the server answered 206 Partial Content", 1),
    (says(b"", status=304), "the server answered 304 Not Modified", 1),
    (says(PAGE), "this is a web page and not an OpenAPI document\n    found:    Not found\n", 1),
    (
        says(b'{"error": "quota"}', Content_Type="application/openapi+json"),
        "it has no key `openapi`",
        1,
    ),
    (says(b"quota exceeded"), "this is not an OpenAPI document\n    found:    quota exceeded\n", 1),
    (
        says(b'{"swagger": "1.2", "info": {}, "paths": {}}'),
        "this is a version of Swagger that specmend does not read",
        1,
    ),
    (
        says(b"openapi: 4.0.0\ninfo: {}\npaths: {}"),
        "a version of OpenAPI that specmend does not read",
        1,
    ),
    (says(NEW[: NEW.index(b"servers:")]), "this is only the beginning of an OpenAPI document", 1),
    (says(AS_JSON[:-9]), "this cannot be read: ", 1),
    (says(NEW + b"a: \xff\n"), "this cannot be read: the file is not UTF-8", 1),
    (says(b" \n"), "the document is empty", 1),
    (says(b"version https://git-lfs.github.com/spec/v1\n"), "a pointer to a large file", 1),
    (says(NEW[:100], length=len(NEW)), "the answer broke off", 3),
    (chunked(NEW[:100], b""), "the answer broke off", 3),
    (bare(NEW[: NEW.index(b"components:")]), "the document seems to be cut off", 1),
    (packed(b"", data=gzip.compress(NEW)[:-9]), "the packed answer ends too early", 3),
    (packed(b"", data=NEW), "the packed answer cannot be unpacked", 3),
    (
        packed(b"", data=gzip.compress(NEW) + b"more"),
        "there is more after the end of the packed answer",
        3,
    ),
    (packed(b"", "br", b"packed"), "the answer is packed as 'br', which was not asked for", 1),
    (packed(b"", data=BOMB), "the document exceeds the limit of 1,000,000 for bytes", 1),
    (
        says(b"", length=1_000_001),
        "the document exceeds the limit of 1,000,000 for bytes\n    found:    1,000,001",
        1,
    ),
    (endless, "the document exceeds the limit of 1,000,000 for bytes", 1),
    (leads("/openapi.yaml"), "the redirects lead in a circle", 1),
    (
        leads("http://example.com/openapi.yaml"),
        "a redirect leads astray: a document is not fetched without TLS",
        1,
    ),
    (leads("ftp://127.0.0.1/openapi.yaml"), "a redirect leads astray", 1),
    (
        leads("https://me:secret@127.0.0.1/openapi.yaml"),
        "a redirect leads astray: the address carries a password",
        1,
    ),
    (says(b"", status=302), "the server answered 302 and did not say where to go", 1),
]


@pytest.mark.parametrize(
    ("script", "words", "asked"), REFUSED, ids=[words.split("\n")[0] for _, words, _ in REFUSED]
)
@pytest.mark.parametrize("check", [[], ["--check"]], ids=["fetch", "check"])
def test_what_is_no_document_is_refused_by_its_name(
    sourced: Folder, server: Loopback, script: Script, words: str, asked: int, check: list[str]
) -> None:
    server.scripts["/openapi.yaml"] = script
    before = sourced.files()
    ran = sourced.run("fetch", "pets", *check)
    assert ran.code == 2
    assert f"{server.url}/openapi.yaml" in ran.err
    assert words in ran.err
    assert "secret" not in ran.err
    assert len(server.asked) == asked
    assert sourced.files() == before


@pytest.mark.parametrize(
    "there",
    [
        "http://[",
        "http://[::1]:x/",
        "//",
        "http://",
        "?\t",
        "\xff",
        "http://a b/",
        "http:/:/@",
        "mailto:a@b",
    ],
)
def test_a_redirect_to_nowhere_is_refused(sourced: Folder, server: Loopback, there: str) -> None:
    server.scripts["/openapi.yaml"] = leads(there)
    before = sourced.files()
    assert sourced.run("fetch").code == 2
    assert sourced.files() == before


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "gopher://127.0.0.1:1"])
def test_a_proxy_that_cannot_be_asked_is_told(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    monkeypatch.setenv("https_proxy", proxy)
    ran = folder.run("fetch", "--from", "https://specmend.invalid/openapi.yaml")
    assert (ran.code, "look at HTTPS_PROXY and SSL_CERT_FILE" in ran.err) == (2, True)


def test_more_than_a_few_redirects_are_too_many(sourced: Folder, server: Loopback) -> None:
    server.scripts |= {f"/{number}": leads(f"/{number + 1}") for number in range(9)}
    server.scripts["/openapi.yaml"] = leads("/0")
    assert "the server redirects more than 5 times" in sourced.run("fetch").err
    assert len(server.asked) == 6


def test_a_server_that_says_nothing_is_asked_again_and_then_left(
    sourced: Folder, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "SILENCE", 0.5)
    server.scripts["/openapi.yaml"] = silent
    before = sourced.files()
    ran = sourced.run("fetch")
    assert (ran.code, "the server said nothing for 0.5 seconds" in ran.err, len(server.asked)) == (
        2,
        True,
        3,
    )
    assert sourced.files() == before


def test_a_server_that_drips_is_left_after_the_longest_time(
    sourced: Folder, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "LONGEST", 0.3)
    server.scripts["/openapi.yaml"] = silent
    assert "the document was not there after 0.3 seconds" in sourced.run("fetch").err


def test_a_server_that_is_not_there_is_said_so(folder: Folder) -> None:
    ran = folder.run("fetch", "--from", "http://127.0.0.1:1/openapi.yaml")
    assert (ran.code, "the server cannot be reached" in ran.err) == (2, True)


def test_another_format_takes_the_place_of_the_old_file(sourced: Folder, server: Loopback) -> None:
    sourced.write("spec/pets/sanitized.yaml", "old")
    for body, here, gone in ((AS_JSON, "json", "yaml"), (NEW, "yaml", "json")):
        server.scripts["/openapi.yaml"] = says(body)
        ran = sourced.run("fetch")
        assert ran.code == 0
        assert f"removed spec/pets/upstream.{gone}" in ran.out
        assert sorted(name for name in sourced.files() if name.startswith("spec/")) == [
            "spec/pets/pin.toml", f"spec/pets/upstream.{here}",
        ]  # fmt: skip
        assert (sourced.root / f"spec/pets/upstream.{here}").read_bytes() == body


def test_a_file_is_a_source_and_named_from_the_project(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder.write("vendor/openapi.txt", NEW.decode())
    monkeypatch.chdir(tmp_path / "vendor")
    assert folder.run("fetch", "--from", "openapi.txt").code == 0
    assert pin_of(folder)["origin"] == "vendor/openapi.txt"
    before = folder.files()
    for name, words in (
        ("nowhere.yaml", "the file cannot be read"),
        (".", "this is a folder and not a file"),
    ):
        ran = folder.run("fetch", "--from", name)
        assert (ran.code, words in ran.err) == (2, True)
    assert folder.files() == before


@pytest.fixture
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with the document at two revisions; the older one has the tag v1."""
    made = tmp_path_factory.mktemp("owner")
    for words in (
        ["init", "-q", "-b", "main"],
        ["config", "user.name", "o"],
        ["config", "user.email", "o@localhost"],
    ):
        subprocess.run([GIT, *words], cwd=made, check=True)
    (made / "api").mkdir()
    for body, tag in ((NEW, "v1"), (NEW + b"# more\n", "v2")):
        (made / "api" / "openapi.yaml").write_bytes(body)
        for words in (["add", "."], ["commit", "-q", "-m", tag], ["tag", tag]):
            subprocess.run([GIT, *words], cwd=made, check=True)
    return made


def test_a_git_repository_is_a_source(folder: Folder, repository: Path) -> None:
    where = f"git+file://{repository}@v1:api/openapi.yaml"
    assert folder.run("fetch", "--from", where).code == 0
    assert folder.read("spec/pets/upstream.yaml").encode() == NEW
    known = subprocess.run(
        [GIT, "rev-parse", "v1"], cwd=repository, capture_output=True, text=True, check=True
    )
    assert (pin_of(folder)["origin"], pin_of(folder)["commit"]) == (where, known.stdout.strip())
    # Without --from, the address of the pin is asked again.
    assert folder.run("fetch", "--check").code == 0
    commit = f"git+file://{repository}@{known.stdout.strip()}:api/openapi.yaml"
    assert folder.run("fetch", "--check", "--from", commit).code == 0
    assert folder.run("fetch", "--check", "--from", where.replace("@v1", "@main")).code == 1


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("@nowhere:api/openapi.yaml", "git fetch failed with exit code 128"),
        ("@main:api/nothing.yaml", "git cat-file failed with exit code 128"),
        ("@main:api", "this is a folder of the repository and not a file"),
        ("@main", "this is no file of a git repository"),
        ("/nowhere@main:api/openapi.yaml", "git fetch failed with exit code 128"),
        (
            "@--upload-pack=x:api/openapi.yaml",
            "this is no revision, or no path, of a git repository",
        ),
    ],
)
def test_what_git_does_not_give_is_refused(
    folder: Folder, repository: Path, rest: str, words: str
) -> None:
    before = folder.files()
    ran = folder.run("fetch", "--from", f"git+file://{repository}{rest}")
    assert (ran.code, words in ran.err) == (2, True)
    assert folder.files() == before


def test_a_large_file_of_a_git_repository_is_refused(
    folder: Folder, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(brought, "MAX_BYTES", 100)
    ran = folder.run("fetch", "--from", f"git+file://{repository}@main:api/openapi.yaml")
    assert (ran.code, "exceeds the limit of 100 for bytes" in ran.err) == (2, True)


def test_git_that_is_not_there_is_said_so(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = folder.run("fetch", "--from", "git+https://example.com/repository@main:openapi.yaml")
    assert (ran.code, "git is not installed" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("http://example.com/openapi.yaml", "a document is not fetched without TLS"),
        (
            "git+http://example.com/repository@main:openapi.yaml",
            "a document is not fetched without TLS",
        ),
        ("https://me:secret@example.com/openapi.yaml", "the address carries a password"),
        (
            "git+https://secret@example.com/repository@main:openapi.yaml",
            "the address carries a password",
        ),
        ("ftp://example.com/openapi.yaml", "this is no address that can be fetched"),
        ("https:///openapi.yaml", "this is not an address"),
        ("https://[::1/openapi.yaml", "this is not an address"),
        ("git+ext::sh -c id@main:openapi.yaml", "this is no file of a git repository"),
        ("", "this is no address that can be fetched"),
    ],
)
def test_an_address_that_must_not_be_asked_is_refused(
    folder: Folder, where: str, words: str
) -> None:
    before = folder.files()
    ran = folder.run("fetch", "--from", where)
    assert (ran.code, words in ran.err) == (2, True)
    assert "secret" not in ran.err
    assert folder.files() == before


def test_without_a_source_an_api_is_left_alone_or_told(folder: Folder) -> None:
    before = folder.files()
    assert folder.run("fetch").out == "pets  no source, skipped\n"
    ran = folder.run("fetch", "pets")
    assert ran.code == 1
    assert "nothing says where the document of pets comes from" in ran.err
    assert folder.files() == before


def test_nothing_is_written_for_any_api_unless_all_could_be_had(
    sourced: Folder, server: Loopback
) -> None:
    settings = sourced.read("specmend.toml")
    sourced.write("specmend.toml", f'{settings}[apis.cats]\nsource = "{server.url}/cats"\n')
    before = sourced.files()
    ran = sourced.run("fetch")
    assert (ran.code, sourced.files() == before) == (2, True)
    ran = sourced.run("fetch", "--from", "x")
    assert (ran.code, "--from is for one API" in ran.err) == (2, True)
    server.scripts["/cats"] = says(AS_JSON)
    assert sourced.run("fetch").code == 0
    assert {"spec/cats/upstream.json", "spec/cats/pin.toml"} <= set(sourced.files())
