"""Paths that are the same but for names, and documents that no client can be made of."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import (
    OK,
    VERSIONS,
    document,
    in_path,
    levels,
    operation,
    told,
)

from specmend.document.text.document import parse_document
from specmend.validate.check import validate_document

BY_ID, BY_NAME = {"get": operation(in_path("id"))}, {"get": operation(in_path("name"))}
SAME = "the path '/b/{name}' is '/b/{id}' with other names of parameters"


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param({"/b/{id}": BY_ID, "/b/{id}/": BY_ID}, [], id="a slash more"),
        pytest.param({"/b/{id}": BY_ID, "/b/mine": BY_ID}, [], id="a word"),
        pytest.param({"/b/{id}": BY_ID, "/b/{id}.json": BY_ID}, [], id="an ending"),
        pytest.param({"/b/{id}": BY_ID, "x-b/{name}": BY_NAME}, [], id="an extension"),
        pytest.param({"/b/{id}": BY_ID, "/b/{name}": BY_NAME}, [("/paths/~1b~1{name}", SAME)],
                     id="one method"),
        pytest.param({"/b/{id}": BY_ID, "/b/{name}": {"put": operation(in_path("name"))}},
                     [("/paths/~1b~1{name}", SAME)], id="two methods"),
        pytest.param({"/b/{id}/c": BY_ID, "/b/{key}/c": BY_ID, "/b/{name}/c": BY_ID},
                     [("/paths/~1b~1{key}~1c",
                       "the path '/b/{key}/c' is '/b/{id}/c' with other names of parameters"),
                      ("/paths/~1b~1{name}~1c",
                       "the path '/b/{name}/c' is '/b/{id}/c' with other names of parameters")],
                     id="three paths, with more behind"),
    ],
)  # fmt: skip
def test_paths_that_differ_in_a_name_alone_are_a_warning(
    version: str, paths: Any, expected: list[tuple[str, str]]
) -> None:
    tree = document(version, paths=paths)
    assert told("paths", tree) == expected
    assert set(levels("paths", tree)) <= {"warning"}


def test_both_places_are_told() -> None:
    text = (
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n"
        "  /b/{id}: {get: {parameters: [{name: id, in: path, required: true, schema: {}}]}}\n"
        "  /b/{key}: {get: {parameters: [{name: key, in: path, required: true, schema: {}}]}}\n"
    )
    (finding,) = validate_document(parse_document(text, "spec.yaml"))
    assert finding.location == "spec.yaml:5:3"
    assert finding.message.endswith("; the other is at spec.yaml:4:3")
    assert finding.level == "warning"
    assert "rename-path" in finding.advice


HOOKS = {"new": {"post": {"responses": OK}}}
NOTHING = "no path has an operation: there is nothing that a client could call"
HOOKS_ONLY = (
    "the document has webhooks alone, which the server calls: "
    "there is nothing that a client could call"
)


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(document(webhooks=HOOKS), [], id="webhooks beside paths"),
        pytest.param(document(paths={"/a": {"$ref": "b.yaml"}}), [], id="paths of another file"),
        pytest.param(document(paths={}), [("/paths", NOTHING)], id="no paths"),
        pytest.param(document(paths={"/a": {}}), [("/paths", NOTHING)], id="no operations"),
        pytest.param(document(paths={"x-a": {"get": {"responses": OK}}}), [("/paths", NOTHING)],
                     id="extensions alone"),
        pytest.param(document(paths={}, webhooks=HOOKS), [("/webhooks", HOOKS_ONLY)],
                     id="webhooks beside empty paths"),
        pytest.param({"openapi": "3.1.0", "info": {}, "webhooks": HOOKS},
                     [("/webhooks", HOOKS_ONLY)], id="webhooks alone"),
        pytest.param({"openapi": "3.1.0", "info": {}, "components": {}}, [("", NOTHING)],
                     id="components alone"),
    ],
)  # fmt: skip
def test_a_document_that_no_client_can_be_made_of_is_a_warning(
    tree: Any, expected: list[tuple[str, str]]
) -> None:
    assert told("paths", tree) == expected
    assert set(levels("paths", tree)) <= {"warning"}


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("/a b", " "), ('/a"b', '"'), ("/a//b", "//"), ("/a%zz", "%"), ("/a\\b", "\\"),
        ("/a/{b}^", "^"), ("/a%20b", ""), ("/größe", ""), ("/a/b/", ""), ("/v1:do;x=1,2@c", ""),
        ("/", ""), ("/{a b}/c", ""),
    ],
)  # fmt: skip
def test_the_signs_of_a_path_in_3_2(path: str, wrong: str) -> None:
    paths = {path: {"get": operation()}}
    expected = [f"the path '{path}' has '{wrong}', which no path may have"] if wrong else []
    assert [words for _, words in told("paths", document("3.2.0", paths=paths))] == expected
    assert told("paths", document("3.1.0", paths=paths)) == []
