"""The arguments of a method: names that do not clash, what travels where, and in which style."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import INTEGER, STRING, of_operation, read_one

LIST = {"type": "array", "items": STRING}


def query(name: str, schema: Any = STRING, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, **more}


def in_path(name: str, schema: Any = STRING) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": schema}


def json_body(schema: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"schema": schema}}}}


def thing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def arguments(operation: Any, path: str = "/a") -> list[tuple[str, str, str]]:
    read, _ = read_one(of_operation({"responses": {}, **operation}, "query", path))
    return [(argument.name, argument.wire, argument.in_) for argument in read.arguments]


TABLE = [
    pytest.param({}, [], id="none"),
    pytest.param(
        {"parameters": [query("max-size")]}, [("max_size", "max-size", "query")], id="a name"
    ),
    pytest.param({"parameters": [query("from")]}, [("from_", "from", "query")], id="a keyword"),
    pytest.param(
        {"parameters": [query("self"), query("result")]},
        [("self_", "self", "query"), ("result_", "result", "query")],
        id="words of the method itself",
    ),
    pytest.param(
        {"parameters": [query("id"), {"name": "id", "in": "header", "schema": STRING}]},
        [("id", "id", "query"), ("id_header", "id", "header")],
        id="one name in two places",
    ),
    pytest.param(
        {"parameters": [query("a-b"), query("a_b"), query("a.b")]},
        [
            ("a_b_2", "a-b", "query"),
            ("a_b", "a_b", "query"),
            ("a_b_3", "a.b", "query"),
        ],
        id="names that are one in Python",
    ),
    pytest.param(
        {**json_body(thing(userId=STRING)), "parameters": [query("user_id")]},
        [("user_id_field", "userId", "field"), ("user_id", "user_id", "query")],
        id="a name of Python keeps it in every place",
    ),
    pytest.param(
        json_body({**thing(**{"a-b": STRING, "a.b": STRING}), "required": ["a.b"]}),
        [("a_b_2", "a.b", "field"), ("a_b", "a-b", "field")],
        id="an argument has the name of its field",
    ),
    pytest.param(
        {"parameters": [query("n"), query("n", INTEGER)]},
        [("n", "n", "query")],
        id="twice the same",
    ),
    pytest.param(
        {**json_body(thing(id=STRING)), "parameters": [query("id")]},
        [("id", "id", "field"), ("id_query", "id", "query")],
        id="a field is called like a parameter",
    ),
    pytest.param(json_body(LIST), [("body", "body", "body")], id="a body that is no object"),
    pytest.param(
        {
            "parameters": [
                {"name": "c", "in": "cookie", "schema": STRING},
                {"name": "h", "in": "header", "schema": STRING},
                query("q"),
            ]
        },
        [("q", "q", "query"), ("h", "h", "header"), ("c", "c", "cookie")],
        id="place by place",
    ),
]


@pytest.mark.parametrize(("operation", "meant"), TABLE)
def test_an_argument_has_a_name_of_its_own(operation: Any, meant: Any) -> None:
    assert arguments(operation) == meant


def test_the_parameters_of_a_path_come_in_the_order_of_the_path() -> None:
    both = [in_path("b"), in_path("a")]
    assert arguments({"parameters": both}, "/x/{a}/{b}") == [("a", "a", "path"), ("b", "b", "path")]


@pytest.mark.parametrize(
    ("path", "parameters", "annotations", "warnings"),
    [
        pytest.param("/a/{id}", [in_path("id", INTEGER)], ["int"], [], id="both agree"),
        pytest.param("/a/{id}/{id}", [in_path("id", INTEGER)], ["int"], [], id="twice in the path"),
        pytest.param(
            "/a/{id}",
            [query("id", INTEGER)],
            ["str", "int"],
            ["no parameter describes {id} of the path; the method takes a text"],
            id="no parameter of the path",
        ),
        pytest.param(
            "/a",
            [in_path("id")],
            [],
            ["the path has no {id}, so the method does not have this parameter"],
            id="no place in the path",
        ),
    ],
)
def test_what_path_and_parameters_do_not_agree_on_is_a_warning(
    path: str, parameters: Any, annotations: list[str], warnings: list[str]
) -> None:
    operation = {"responses": {}, "parameters": parameters}
    read, reader = read_one(of_operation(operation, "query", path))
    assert [argument.annotation for argument in read.arguments] == annotations
    assert [warning["words"] for warning in reader.warnings] == warnings
    assert reader.faults == []


def test_a_parameter_of_a_path_is_always_required() -> None:
    operation = {"responses": {}, "parameters": [{**in_path("id"), "required": False}]}
    read, _ = read_one(of_operation(operation, "query", "/a/{id}"))
    assert [argument.required for argument in read.arguments] == [True]


@pytest.mark.parametrize(
    ("parameter", "annotation", "way"),
    [
        (query("q", LIST), "Sequence[str]", None),
        (query("q", LIST, explode=False), "Sequence[str]", ("form", "")),
        (query("q", LIST, style="pipeDelimited"), "Sequence[str]", ("pipeDelimited", "")),
        (
            query("q", thing(a=STRING), style="deepObject"),
            "OneQ | dict[str, Any]",
            ("deepObject", ""),
        ),
        ({"name": "q", "in": "header", "schema": STRING}, "str", None),
        ({"name": "q", "in": "query"}, "str", None),
        (query("q", {}), "Any", None),
        (
            {"name": "q", "in": "query", "content": {"application/json": {"schema": LIST}}},
            "Sequence[str]",
            ("", "application/json"),
        ),
        (
            {"name": "q", "in": "query", "content": {"text/csv": {"schema": STRING}}},
            "str",
            ("", "text/plain"),
        ),
    ],
)
def test_the_type_of_a_parameter_and_how_it_is_written(
    parameter: Any, annotation: str, way: Any
) -> None:
    read, reader = read_one(of_operation({"responses": {}, "parameters": [parameter]}))
    (argument,) = read.arguments
    written = argument.written
    assert argument.annotation == annotation
    assert (written and (written.style, written.media_type)) == way
    assert (reader.faults, reader.warnings) == ([], [])


@pytest.mark.parametrize(
    ("parameter", "words"),
    [
        (
            {"name": "x", "in": "body", "schema": STRING},
            "the method does not have the parameter x: OpenAPI has no parameters in body",
        ),
        (
            {"name": "Accept", "in": "header", "schema": STRING},
            (
                "the method does not have the parameter Accept: OpenAPI ignores it, and takes the "
                "media types of the answers"
            ),
        ),
        (
            {"name": "CONTENT-TYPE", "in": "header", "schema": STRING},
            (
                "the method does not have the parameter CONTENT-TYPE: OpenAPI ignores it, and "
                "takes the media type of the body"
            ),
        ),
        (
            {"name": "Authorization", "in": "header", "required": True, "schema": STRING},
            (
                "the method does not have the parameter Authorization: OpenAPI ignores it, and "
                "takes a security scheme, or `headers` of the client"
            ),
        ),
        (
            {"name": "X Y", "in": "header", "schema": STRING},
            "the method does not have the parameter X Y: no header can be called so",
        ),
    ],
)
def test_a_parameter_that_is_not_sent_is_a_warning(parameter: Any, words: str) -> None:
    read, reader = read_one(of_operation({"responses": {}, "parameters": [parameter]}))
    assert read.arguments == ()
    at = ["parameters", parameter["in"], parameter["name"]]
    assert [(warning["words"], warning["at"]) for warning in reader.warnings] == [(words, at)]


def test_of_two_parameters_that_are_the_same_the_first_counts() -> None:
    both = [query("n"), query("n", INTEGER)]
    read, reader = read_one(of_operation({"responses": {}, "parameters": both}))
    assert [argument.annotation for argument in read.arguments] == ["str"]
    assert [warning["words"] for warning in reader.warnings] == [
        "there are several parameters n in query; the first one counts"
    ]


def test_the_default_of_a_parameter_is_the_server_s() -> None:
    parameters = [
        query("limit", {**INTEGER, "default": 10}),
        query("day", {**STRING, "format": "date", "default": "soon"}),
        query("needed", {**INTEGER, "default": 1}, required=True),
    ]
    read, reader = read_one(of_operation({"responses": {}, "parameters": parameters}))
    assert [argument.told for argument in read.arguments] == [
        "Without it the server takes 10.",
        "",
        "",
    ]
    assert [argument.offered for argument in read.arguments] == [
        "int | None = None",
        "datetime.date | None = None",
        "int",
    ]
    (warning,) = reader.warnings
    assert warning["at"] == ["parameters", "query", "day", "schema", "default"]
    assert warning["words"] == "the default is not one that the schema allows; it is left out"


@pytest.mark.parametrize(
    ("name", "raw", "is_argument"),
    [
        ("Transfer-Encoding", True, False),
        ("connection", False, False),
        ("Content-Length", False, False),
        ("content-length", True, True),
        ("Host", False, True),
    ],
)
def test_headers_that_the_http_library_writes(name: str, raw: bool, is_argument: bool) -> None:
    octets: Any = {"content": {"image/png": {}}} if raw else {"content": {"application/json": {}}}
    parameter = {"name": name, "in": "header", "schema": STRING}
    read, reader = read_one(
        of_operation({"responses": {}, "parameters": [parameter], "requestBody": octets}, "query")
    )
    assert (name in {one.wire for one in read.arguments}) is is_argument
    words = f"the method does not have the parameter {name}: the HTTP library writes this header"
    assert [one["words"] for one in reader.warnings] == ([] if is_argument else [words])


def test_names_of_headers_differ_in_more_than_their_case() -> None:
    both = [{"name": name, "in": "header", "schema": STRING} for name in ("X-A", "x-a")]
    read, reader = read_one(of_operation({"responses": {}, "parameters": both}, "query"))
    assert [one.wire for one in read.arguments] == ["X-A"]
    words = "there are several parameters x-a in header; the first one counts"
    assert [one["words"] for one in reader.warnings] == [words]


@pytest.mark.parametrize(
    ("place", "schema", "required", "count"),
    [
        ("query", {"type": ["string", "null"]}, True, 1),
        ("header", {"anyOf": [STRING, {"type": "null"}]}, True, 1),
        ("cookie", {"type": ["integer", "null"]}, True, 1),
        ("query", {"type": ["string", "null"]}, False, 0),
        ("query", STRING, True, 0),
        ("query", {}, True, 0),
        ("path", {"type": ["string", "null"]}, True, 0),
    ],
)
def test_a_null_that_is_required_has_no_form(
    place: str, schema: Any, required: bool, count: int
) -> None:
    parameter = {"name": "p", "in": place, "schema": schema, "required": required}
    tree = of_operation({"responses": {}, "parameters": [parameter]}, "query", "/a/{p}")
    _, reader = read_one(tree)
    assert len([one for one in reader.warnings if "can be null" in one["words"]]) == count
