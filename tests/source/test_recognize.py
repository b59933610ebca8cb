"""OpenAPI documents told from everything else that an address may give, by the content alone."""

from __future__ import annotations

import pytest

from specmend.errors import OutsideError, Problem
from specmend.source.recognize import recognize, title_of

WHERE = "https://example.com/openapi"
YAML = b"openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n"
JSON = b'{"openapi": "3.1.0", "info": {"title": "Pets", "version": "2"}, "components": {}}\n'
BOM = b"\xef\xbb\xbf"


def refusal(data: bytes, where: str = WHERE, *, measured: bool = True) -> Problem:
    """The first problem of bytes that are refused."""
    with pytest.raises(OutsideError) as caught:
        recognize(data, where, measured=measured)
    assert all(problem.file == where for problem in caught.value.problems)
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (YAML, "yaml"),
        (JSON, "json"),
        (BOM + YAML, "yaml"),
        (BOM + JSON, "json"),
        (b"\n\n  " + JSON, "json"),
        (b"{openapi: 3.2.0, info: {title: Pets, version: '1'}, webhooks: {}}", "yaml"),
        (b"openapi: 3.1\ninfo: {}\npaths: {}\n", "yaml"),
    ],
)
def test_a_document_is_known_by_its_content(data: bytes, form: str) -> None:
    document = recognize(data, "https://example.com/openapi.txt")
    assert (document.format, document.name) == (form, "https://example.com/openapi.txt")


@pytest.mark.parametrize(
    ("data", "message", "found"),
    [
        (b"", "the document is empty", ""),
        (b" \n\t", "the document is empty", ""),
        (
            b"<!doctype html><title>\n Sign  in</title>",
            "this is a web page and not an OpenAPI document",
            "Sign in",
        ),
        (b"<html>" + b"x" * 200, "this is a web page and not an OpenAPI document", "<html>xxx"),
        (
            b"version https://git-lfs.github.com/spec/v1\n",
            "this is a pointer to a large file and not the file",
            "Git LFS",
        ),
        (b"just words", "this is not an OpenAPI document", "just words"),
        (b"[1, 2]", "this is not an OpenAPI document", "[1, 2]"),
        (b"{}", "this is not an OpenAPI document: it has no key `openapi`", "no keys"),
        (
            b"asyncapi: 2.6.0\n",
            "this is not an OpenAPI document: it is an AsyncAPI document",
            "asyncapi",
        ),
        (
            b'{"info": {}, "item": []}',
            "this is not an OpenAPI document: it is a collection of Postman",
            "info, item",
        ),
        (
            b"paths: {}\n",
            "this is not an OpenAPI document: it is a part of an OpenAPI document",
            "paths",
        ),
        (b"PK\x03\x04abc", "this is a zip archive and not an OpenAPI document", ""),
        (b"\x1f\x8b\x08\x00abc", "this is packed by gzip and not an OpenAPI document", ""),
        (b"- {a: true}\n", "this is not an OpenAPI document", '[{"a": true}]'),
        (
            b'{"error": "no"}',
            "this is not an OpenAPI document: it has no key `openapi`",
            "error",
        ),
        (
            b"swagger: '1.2'\n",
            "this is a version of Swagger that specmend does not read",
            "swagger: 1.2",
        ),
        (b"swagger: '2.0'\n", "this is only the beginning of an OpenAPI document", "swagger"),
        (
            YAML.replace(b"3.0.3", b"4.0.0"),
            "this is a version of OpenAPI that specmend does not read",
            "openapi: 4.0.0",
        ),
        (
            b"openapi: 3.0.3\n",
            "this is only the beginning of an OpenAPI document",
            "openapi",
        ),
        (
            b"openapi: 3.0.3\ninfo: {title: Pets}\n",
            "this is only the beginning of an OpenAPI document",
            "openapi, info",
        ),
        (
            b"openapi: 3.0.3\ninfo: {title: Pets}\npaths: 5\n",
            "this is not an OpenAPI document: `paths` is not an object",
            "paths: 5",
        ),
        (
            b"openapi: 3.0.3\ninfo: {title: Pets}\npaths:\n",
            "this is not an OpenAPI document: `paths` is not an object",
            "paths: null",
        ),
        (
            b"openapi: 3.0.3\ninfo: Pets\npaths: {}\n",
            "this is not an OpenAPI document: `info` is not an object",
            'info: "Pets"',
        ),
        (b"openapi: [\n", "this cannot be read: this is not YAML", ""),
        (JSON[:30], "this cannot be read: this is not JSON", ""),
    ],
)
def test_what_is_none_is_refused_with_what_it_is(data: bytes, message: str, found: str) -> None:
    problem = refusal(data)
    assert problem.message.startswith(message)
    assert problem.found.startswith(found)
    assert problem.expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
@pytest.mark.parametrize("data", [YAML, JSON])
def test_a_document_may_be_in_any_encoding_of_unicode(data: bytes, encoding: str) -> None:
    document = recognize(data.decode().encode(encoding), WHERE)
    assert document.encode() == data
    page = "<!doctype html><title>T</title>".encode(encoding)
    assert refusal(page).message == "this is a web page and not an OpenAPI document"


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        (YAML + b"info: {}\n", 4, 1,
         "the key 'info' is written twice in one mapping, first at 2:1"),
        (YAML + b"a: {200: b, '200': c}\n", 4, 13,
         "the key '200' is written twice in one mapping, first at 4:5"),
        (JSON[:-2] + b',\n"b": {"c": 1, "\\u0063": 2}}', 2, 15,
         "the name 'c' is written twice in one object, first at 2:7"),
    ],
)  # fmt: skip
def test_a_key_that_is_there_twice_is_told_with_both_places_and_what_to_do(
    data: bytes, line: int, column: int, message: str
) -> None:
    problem = refusal(data, "api.yaml")
    assert (problem.line, problem.column) == (line, column)
    assert problem.message == f"this cannot be read: {message}"
    assert problem.advice == (
        "keep one of the two in a copy, and give that copy instead; or tell its owner"
    )
    assert refusal(data).advice.startswith("try again, for it may have been cut off on its way; or")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (YAML + "a: Tür\n".encode("latin-1"), "the file is not UTF-8"),
        (YAML + b"a:\n\tb: 1\n", "a tab stands where YAML has spaces"),
        (YAML + b"---\n" + YAML, "a second document starts here"),
        (YAML + b"a: *b\n", "alias *b has no anchor before it"),
        (YAML + b"? [a]\n: 1\n", "a key must be a scalar"),
    ],
)
def test_what_nobody_can_read_is_told_in_one_sentence(data: bytes, message: str) -> None:
    problem = refusal(data, "api.yaml")
    assert problem.message == f"this cannot be read: {message}"
    assert problem.line >= 4
    assert "give that copy instead" in problem.advice


@pytest.mark.parametrize(
    "more",
    [
        b"a:\t1\t# tabs between\n",
        b"on: 1\nno: 2\nyes: 3\n2020-01-01: 4\n1.5: 5\n200: 6\nnull: 7\ntrue: 8\n",
        b"a: &a {b: 1}\nc: *a\nd: {<<: *a, e: 2}\n",
        b"...\n",
    ],
)
def test_what_is_yaml_is_read_with_texts_as_keys(more: bytes) -> None:
    tree = recognize(YAML + more, WHERE).tree
    assert all(isinstance(key, str) for key in tree)
    windows = (YAML + more).replace(b"\n", b"\r\n")
    assert recognize(windows, WHERE).tree == tree
    assert recognize(BOM + YAML + more, WHERE).tree == tree


def test_foreign_text_cannot_command_a_terminal() -> None:
    problem = refusal(b"<title>\x1b[2J gone</title>")
    assert problem.found == "\\x1b[2J gone"


@pytest.mark.parametrize(
    ("where", "advice"),
    [
        (
            "https://github.com/o/r/blob/main/a/blob/b.yaml",
            "the file itself is https://raw.githubusercontent.com/o/r/main/a/blob/b.yaml",
        ),
        ("https://example.com/blob/b.yaml", "look at the address"),
        ("page.html", "look at the address"),
    ],
)
def test_a_page_of_a_code_host_tells_where_the_file_is(where: str, advice: str) -> None:
    assert refusal(b"<html>", where).advice.startswith(advice)


CUT = YAML.replace(b"paths: {}", b"paths: {}\ncomponents: {schemas: {A: {$ref: '#/x'}}}")


def test_a_document_whose_end_may_be_missing_is_refused_where_a_reference_leads_nowhere() -> None:
    problem = refusal(CUT, measured=False)
    assert (problem.line, problem.found) == (4, "#/x")
    assert "cut off" in problem.message


def test_with_all_of_its_bytes_it_is_taken_as_it_is() -> None:
    assert recognize(CUT, WHERE, measured=True)
    assert recognize(YAML, WHERE, measured=False)


@pytest.mark.parametrize(
    ("info", "title"),
    [
        (b"{title: Pets, version: '1'}", "Pets 1"),
        (b"{title: Pets}", "Pets"),
        (b"{}", ""),
        (b"{title: '" + b"x" * 99 + b"'}", "x" * 80 + " \u2026"),
    ],
)
def test_the_title_says_what_the_document_is(info: bytes, title: str) -> None:
    data = YAML.replace(b"{title: Pets, version: '1'}", info)
    assert title_of(recognize(data, WHERE)) == title
