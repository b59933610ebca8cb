"""Files of the web that a document refers to: whom it may ask, and what is said of failures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.source.loopback import Loopback, leads, says, serving

from specmend.errors import Problem
from specmend.source.location import Location
from specmend.source.reach import Reach, host_of
from specmend.source.web_files import WebFiles, web_files

WEB = "https://example.com/api/openapi.yaml"


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as loopback:
        yield loopback


@pytest.mark.parametrize(
    ("reference", "place", "path"),
    [
        ("b.yaml", "https://example.com/api/b.yaml", "b.yaml"),
        ("../b.yaml", "https://example.com/b.yaml", "../b.yaml"),
        ("/b.yaml", "https://example.com/b.yaml", "../b.yaml"),
        ("//other.com/b.yaml", "https://other.com/b.yaml", "https://other.com/b.yaml"),
        ("b.yaml?v=1", "https://example.com/api/b.yaml?v=1", "https://example.com/api/b.yaml?v=1"),
    ],
)
def test_an_address_is_relative_to_the_file_with_the_reference(
    reference: str, place: str, path: str
) -> None:
    files, root = web_files(WEB, WEB, Reach(hosts=("other.com",)))
    found = files.locate(reference, root)
    assert isinstance(found, Location)
    assert (found.place, found.path) == (place, path)


def test_after_a_redirect_it_is_relative_to_where_that_led() -> None:
    files, root = web_files(WEB, "https://cdn.com/v3/openapi.yaml?signed", Reach())
    found = files.locate("b.yaml", root)
    assert isinstance(found, Location)
    assert found.place == "https://cdn.com/v3/b.yaml"


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("https://strange.com/a", "nothing allows this document to bring in files of strange.com"),
        ("http://example.com/a", "without TLS"),
        ("https://user:secret@example.com/a", "password"),
        ("file:///etc/passwd", "cannot be followed"),
        ("urn:pets", "cannot be followed"),
        ("https://example.com:x/a", "this is not an address"),
        ("https://[/a", "cannot be followed"),
    ],
)
def test_what_may_not_be_asked_is_refused(reference: str, message: str) -> None:
    files, root = web_files(WEB, WEB, Reach())
    found = files.locate(reference, root)
    assert isinstance(found, Problem)
    assert message in found.message


def test_a_document_of_the_disk_may_refer_to_no_host() -> None:
    root = Location(place="/a/root.yaml", path="root.yaml", name="root.yaml")
    assert isinstance(WebFiles(reach=Reach()).locate(WEB, root), Problem)
    assert isinstance(WebFiles(reach=Reach(hosts=("example.com",))).locate(WEB, root), Location)


def test_a_file_is_asked_for_and_failures_name_it(server: Loopback) -> None:
    server.scripts["/a.yaml"] = says(b"a: 1")
    files, root = web_files(f"{server.url}/openapi.yaml", "", Reach())
    assert read(files, root, "a.yaml") == b"a: 1"
    found = read(files, root, "b.yaml")
    assert isinstance(found, Problem)
    assert found.message == f"{server.url}/b.yaml cannot be had: the server answered 404 Not Found"


def test_a_redirect_leads_to_no_strange_host(server: Loopback) -> None:
    with serving() as other:
        other.scripts["/secret"] = says(b"a: 1")
        server.scripts["/a.yaml"] = leads(f"{other.url}/secret?key=1")
        files, root = web_files(f"{server.url}/openapi.yaml", "", Reach())
        found = read(files, root, "a.yaml")
        assert isinstance(found, Problem)
        assert "a redirect leads astray" in found.message
        assert not other.asked
        allowed = Reach(hosts=(host_of(other.url),))
        assert not allowed.allows(other.url + "x")


def read(files: WebFiles, root: Location, reference: str) -> bytes | Problem:
    location = files.locate(reference, root)
    assert isinstance(location, Location)
    return files.read(location)
