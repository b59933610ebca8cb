"""What is no OpenAPI document: `drift` and `update` say the same of it, and exit 2."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace

import pytest
from tests.cli.project import Folder

HEAD = "openapi: 3.0.3\ninfo: {title: Pets, version: '2'}\n"
OTHER = [
    # The file, its text, and what is said of it.
    ("hello.yaml", b"hello: 1\n", "it has no key `openapi`"),
    ("hello.json", b'{"hello": 1}', "it has no key `openapi`"),
    ("list.yaml", b"- 1\n- 2\n", "this is not an OpenAPI document"),
    ("list.json", b"[1, 2]", "this is not an OpenAPI document"),
    ("text.yaml", b"Not found\n", "this is not an OpenAPI document"),
    ("text.json", b'"Not found"', "this is not an OpenAPI document"),
    ("null.yaml", b"null\n", "this is not an OpenAPI document"),
    ("empty.yaml", b"", "the document is empty"),
    ("blank.json", b" \n", "the document is empty"),
    ("page.html", b"<!DOCTYPE html><html><title>Pets</title></html>", "this is a web page"),
    ("page.yaml", b"<html><body>Pets</body></html>", "this is a web page"),
    ("swagger.yaml", b"swagger: '1.2'\napis: []\n", "a version of Swagger"),
    ("four.yaml", HEAD.replace("3.0.3", "4.0.0").encode() + b"paths: {}\n", "a version of OpenAPI"),
    ("none.yaml", b"openapi: null\ninfo: {}\npaths: {}\n", "a version of OpenAPI"),
    ("async.yaml", b"asyncapi: 3.0.0\ninfo: {}\n", "it is an AsyncAPI document"),
    ("overlay.yaml", b"overlay: 1.1.0\ninfo: {}\nactions: []\n", "it is an overlay"),
    ("part.yaml", b"paths: {}\n", "it is a part of an OpenAPI document"),
    ("begun.yaml", HEAD.encode(), "this is only the beginning"),
    ("paths.yaml", HEAD.encode() + b"paths: []\n", "`paths` is not an object"),
    ("info.yaml", b"openapi: 3.1.0\ninfo: 5\npaths: {}\n", "`info` is not an object"),
    ("broken.yaml", b"a: [\n", "this is not YAML"),
    ("broken.json", b'{"a": [', "this cannot be read"),
    ("bytes.yaml", b"\x00\x01", "U+0000 is not allowed"),
    ("twice.yaml", HEAD.encode() + b"paths: {}\npaths: {}\n", "written twice"),
    ("anchor.yaml", HEAD.encode() + b"paths: {}\nx-a: *b\n", "alias *b has no anchor"),
    ("packed.yaml", b"\x1f\x8b\x08\x00", "this is packed by gzip"),
]


@pytest.mark.parametrize(("name", "data", "said"), OTHER)
def test_a_document_of_another_kind_is_refused_alike(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, said: str
) -> None:
    path = folder.root / name
    path.write_bytes(data)
    before = folder.files()
    by_drift = folder.run("drift", "pets", "--to", str(path))
    by_update = folder.run("update", "pets", "--to", str(path))
    as_base = folder.run("update", "pets", "--base", str(path))
    stream = SimpleNamespace(buffer=io.BytesIO(data), isatty=lambda: False)
    monkeypatch.setattr(sys, "stdin", stream)
    as_stream = folder.run("drift", "pets", "--to", "-")
    for ran in (by_drift, by_update, as_base, as_stream):
        assert ran.code == 2, ran.err
        assert said in ran.err
    assert by_drift.err.replace(str(path), name) == by_update.err.replace(str(path), name)
    assert folder.files() == before


def test_all_of_several_documents_are_told_at_once(folder: Folder) -> None:
    one = folder.write("one.yaml", "hello: 1\n")
    two = folder.write("two.yaml", "- 1\n")
    good = folder.write("good.yaml", HEAD + "paths: {}\n")
    words = (word for path in (one, good, two) for word in ("--to", str(path)))
    ran = folder.run("drift", "pets", *words)
    assert ran.code == 2
    assert "one.yaml: error" in ran.err
    assert "two.yaml: error" in ran.err
    assert "2 problems" in ran.err


PUBLISHED = [
    # What is an OpenAPI document, whatever its name says, and one of Swagger 2.0, which becomes it.
    ("good.yaml", HEAD + "paths: {}\n"),
    ("good.json", HEAD + "paths: {}\n"),
    ("short.yaml", HEAD.replace("3.0.3", "3.1") + "paths: {}\n"),
    ("hooks.yaml", HEAD.replace("3.0.3", "3.1.0") + "webhooks: {}\n"),
    ("swagger.yaml", "swagger: '2.0'\ninfo: {title: Pets, version: '2'}\npaths: {}\n"),
]


@pytest.mark.parametrize(("name", "text"), PUBLISHED)
def test_what_is_one_is_judged(folder: Folder, name: str, text: str) -> None:
    path = folder.write(name, text)
    ran = folder.run("drift", "pets", "--to", str(path))
    assert (ran.code, ran.err) == (1, "")
    assert "gone" in ran.out


ANCHOR = """\
openapi: 3.0.3
info: {title: Pets, version: "1"}
paths:
  /pets/{pet}:
    head:
      operationId: look
      description: &text Look at a pet.
      responses:
        '200': {description: *text}
"""


def test_a_document_with_an_anchor_and_a_fault_is_told_properly(folder: Folder) -> None:
    path = folder.write("anchor.yaml", ANCHOR)
    ran = folder.run("validate", str(path))
    assert ran.code == 1
    assert "anchor.yaml:5:5: no parameter is declared for 'pet'" in ran.out
    assert folder.run("drift", "pets", "--to", str(path)).code == 1
