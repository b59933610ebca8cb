"""The files of a document: each is read once, within limits, and recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.source.bundle.files import faults, root, take, text_of
from tests.source.loopback import Loopback, leads, says, serving

from specmend.errors import OutsideError
from specmend.source import sources as module
from specmend.source.address import WebAddress
from specmend.source.fetch import bring
from specmend.source.prepare import Prepared, prepare
from specmend.source.reach import Reach, host_of
from specmend.source.recognize import recognize

PET = {"type": "object"}
ROOT = root(components={"schemas": {"Pet": {"$ref": "a/Pet.yaml"}, "Tag": {"$ref": "Tag.yaml"}}})


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as loopback:
        yield loopback


def from_web(where: str, reach: Reach | None = None) -> Prepared:
    address = WebAddress(origin=where)
    answer = bring(address)
    document = recognize(answer.data or b"", where)
    return prepare(document, address, answer, reach or Reach())


def test_every_file_is_recorded_the_root_first(tmp_path: Path) -> None:
    files = {"root.yaml": ROOT, "Tag.yaml": PET, "a/Pet.yaml": {"items": {"$ref": "../Tag.yaml"}}}
    made = take(tmp_path, files)
    assert [record.path for record in made.sources] == ["root.yaml", "Tag.yaml", "a/Pet.yaml"]
    for record in made.sources:
        data = (tmp_path / record.path).read_bytes()
        assert (record.sha256, record.size) == (hashlib.sha256(data).hexdigest(), len(data))


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("MAX_SOURCES", 2, "exceeds the limit of 10,000 for sources"),
        ("MAX_SOURCE_BYTES", 20, "exceeds the limit of 100,000,000 for source bytes"),
        ("MAX_SOURCE_DEPTH", 1, "exceeds the limit of 60 for source depth"),
    ],
)
def test_a_limit_is_reported_at_the_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, message: str
) -> None:
    monkeypatch.setattr(module, limit, value)
    files = {"root.yaml": ROOT, "a/Pet.yaml": {"items": {"$ref": "B.yaml"}}}
    files |= {"a/B.yaml": PET, "Tag.yaml": PET}
    problems = faults(tmp_path, files)
    assert any(message in problem.message and problem.line for problem in problems)
    assert all("SPECMEND_MAX_" in problem.advice for problem in problems)


def test_text_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    info = {"title": "P", "version": "1", "description": {"$ref": "a.md"}}
    (tmp_path / "a.md").write_bytes(b"\xff")
    (problem,) = faults(tmp_path, {"root.yaml": root(info=info)})
    assert problem.message == "a.md is not UTF-8"


def test_the_files_of_the_web_are_brought_in_from_the_host_of_the_document(
    server: Loopback,
) -> None:
    server.scripts["/api/root.yaml"] = says(text_of("root.yaml", ROOT).encode())
    server.scripts["/api/a/Pet.yaml"] = says(b"items: {$ref: ../Tag.yaml}")
    server.scripts["/api/Tag.yaml"] = says(b"items: {$ref: 'root.yaml#/components/schemas/Pet'}")
    made = from_web(f"{server.url}/api/root.yaml")
    assert made.document.tree["components"]["schemas"] == {
        "Pet": {"items": {"$ref": "#/components/schemas/Tag"}},
        "Tag": {"items": {"$ref": "#/components/schemas/Pet"}},
    }
    assert [record.path for record in made.sources] == ["root.yaml", "Tag.yaml", "a/Pet.yaml"]
    assert [path for path, _ in server.asked].count("/api/Tag.yaml") == 1


def test_behind_a_redirect_the_document_is_itself(server: Loopback) -> None:
    server.scripts["/latest"] = leads("/v3/root.yaml")
    text = root(components={"schemas": {"Pet": {"$ref": "Pet.yaml"}}})
    server.scripts["/v3/root.yaml"] = says(text_of("root.yaml", text).encode())
    server.scripts["/v3/Pet.yaml"] = says(b"items: {$ref: 'root.yaml#/components/schemas/Pet'}")
    made = from_web(f"{server.url}/latest")
    pet = {"items": {"$ref": "#/components/schemas/Pet"}}
    assert made.document.tree["components"]["schemas"] == {"Pet": pet}
    assert [record.path for record in made.sources] == ["root.yaml", "Pet.yaml"]


def test_a_document_of_the_disk_brings_in_the_web_where_it_is_allowed(
    tmp_path: Path, server: Loopback
) -> None:
    server.scripts["/schemas/Pet.yaml"] = says(b"items: {$ref: Tag.yaml}")
    server.scripts["/schemas/Tag.yaml"] = says(b"type: string")
    files: dict[str, Any] = {"root.yaml": schemas(Pet=f"{server.url}/schemas/Pet.yaml")}
    (problem,) = faults(tmp_path, files)
    assert "nothing allows this document to bring in files of 127.0.0.1" in problem.message
    assert problem.location == "root.yaml:9:7"
    assert not server.asked
    # The host of the settings has the port of TLS where it names none.
    strange = Reach(hosts=("127.0.0.1",), folder=tmp_path)
    assert faults(tmp_path, files, strange)
    made = take(tmp_path, files, Reach(own=(host_of(server.url),), folder=tmp_path))
    assert [record.path for record in made.sources][1:] == [
        f"{server.url}/schemas/Pet.yaml",
        f"{server.url}/schemas/Tag.yaml",
    ]


def test_a_document_of_the_web_reads_no_file_of_the_disk(server: Loopback) -> None:
    server.scripts["/root.yaml"] = says(
        text_of("root.yaml", schemas(A="file:///etc/passwd", B="/etc/passwd")).encode()
    )
    with pytest.raises(OutsideError) as caught:
        from_web(f"{server.url}/root.yaml")
    first, second = (problem.message for problem in caught.value.problems)
    assert first == "this address of a reference cannot be followed"
    assert second == f"{server.url}/etc/passwd cannot be had: the server answered 404 Not Found"


def schemas(**references: str) -> dict[str, Any]:
    """A root document whose components are these references."""
    return root(components={"schemas": {name: {"$ref": to} for name, to in references.items()}})
