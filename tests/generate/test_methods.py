"""Operations under any method reach a server: `query`, additional ones, shared path items."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.generate.conftest import write_parcel

from specmend.document.text.document import parse_document
from specmend.errors import Problem, RepositoryError
from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan

TEXT = """\
openapi: 3.2.0
info: {title: Pets, version: "1"}
servers: [{url: 'http://127.0.0.1:1'}]
paths:
  /pets:
    get:
      operationId: listPets
      responses: {"204": {description: fine}}
    query:
      operationId: findPets
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [kind]
              properties: {kind: {type: string}, age: {type: integer}}
      responses:
        "200":
          description: found
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    additionalOperations:
      COPY:
        parameters: [{name: "a\\tb\\u2028", in: query, schema: {type: string}}]
        responses: {"204": {description: fine}}
      MERGE:
        operationId: mergePets
        parameters: [{name: Destination, in: header, required: true, schema: {type: string}}]
        requestBody:
          required: true
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
        responses: {"204": {description: fine}}
      WATCH:
        operationId: watchPets
        responses:
          "200":
            description: one after the other
            content:
              application/jsonl:
                itemSchema: {$ref: '#/components/schemas/Pet'}
  /pets/{id}:
    $ref: '#/components/pathItems/Pet'
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
  parameters:
    Id: {name: id, in: path, required: true, schema: {type: string}}
  requestBodies:
    Question:
      content:
        application/json: {$ref: '#/components/mediaTypes/Question'}
  mediaTypes:
    Question:
      schema: {type: object, properties: {question: {type: string}}}
  responses:
    Answer:
      description: an answer
      content:
        application/json: {schema: {$ref: '#/components/schemas/Pet'}}
  pathItems:
    Pet:
      parameters: [{$ref: '#/components/parameters/Id'}]
      query:
        operationId: askPet
        requestBody: {$ref: '#/components/requestBodies/Question'}
        responses: {"200": {$ref: '#/components/responses/Answer'}}
      additionalOperations:
        UNLINK:
          operationId: unlinkPet
          responses: {"204": {description: fine}}
"""

PET = {"name": "Rex"}
LINES = b'{"name": "Rex"}\n{"name": "Tom"}\n'

# What is called, what goes over the wire, what comes back.
CALLS: list[tuple[Callable[[Any], Any], tuple[str, str, Any], Any]] = [
    (lambda client: client.list_pets(), ("GET", "/pets", None), None),
    (
        lambda client: client.find_pets(kind="dog", age=3, limit=2),
        ("QUERY", "/pets?limit=2", {"kind": "dog", "age": 3}),
        ["Rex"],
    ),
    (lambda client: client.copy_pets(), ("COPY", "/pets", None), None),
    (lambda client: client.copy_pets(ab="c"), ("COPY", "/pets?a%09b%E2%80%A8=c", None), None),
    (
        lambda client: client.merge_pets(destination="/b", name="Rex"),
        ("MERGE", "/pets", {"name": "Rex"}),
        None,
    ),
    (
        lambda client: client.ask_pet("a b", question="who?"),
        ("QUERY", "/pets/a%20b", {"question": "who?"}),
        "Rex",
    ),
    (lambda client: client.unlink_pet("1"), ("UNLINK", "/pets/1", None), None),
]

ANSWERS: dict[tuple[str, str], Any] = {
    ("QUERY", "/pets?limit=2"): [PET],
    ("QUERY", "/pets/a%20b"): PET,
}


class Handler(BaseHTTPRequestHandler):
    """Answers every method, and notes what was asked."""

    asked: list[tuple[str, str, Any]]

    def handle_one_request(self) -> None:
        self.raw_requestline = self.rfile.readline()
        if self.raw_requestline and self.parse_request():
            self._answer()
        self.close_connection = True

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.asked.append((self.command, self.path, json.loads(body) if body else None))
        answer = ANSWERS.get((self.command, self.path))
        media, content = "application/json", json.dumps(answer).encode()
        if self.command == "WATCH":
            media, content = "application/jsonl", LINES
        elif answer is None:
            self.send_response(204)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("content-type", media)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[tuple[str, list[Any]]]:
    """The address of a server on this machine, and what it was asked."""
    asked: list[Any] = []
    handler = type("_Handler", (Handler,), {"asked": asked})
    listening = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}", asked
    listening.shutdown()
    thread.join()
    listening.server_close()


@pytest.fixture(scope="module")
def methods(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The package of the document, imported."""
    made = generate(
        parse_document(TEXT, "pets.yaml").tree,
        replace(plan, package="methods_client", client_modules={}),
    )
    assert made.warnings == ()
    folder = write_parcel(made, tmp_path_factory.mktemp("methods"))
    sys.path.insert(0, str(folder))
    yield importlib.import_module("methods_client")
    sys.path.remove(str(folder))


def plain(result: Any) -> Any:
    """A result in the form that the table has."""
    if isinstance(result, list):
        return [plain(one) for one in result]
    return result if result is None else result.name


@pytest.mark.parametrize(("call", "sent", "result"), CALLS)
def test_a_method_sends_its_own_method(
    methods: Any, server: tuple[str, list[Any]], call: Any, sent: Any, result: Any
) -> None:
    url, asked = server
    with methods.Client(url) as client:
        assert plain(call(client)) == result
    assert asked == [sent]


@pytest.mark.parametrize(("call", "sent", "result"), CALLS)
def test_an_asynchronous_method_does_so_too(
    methods: Any, server: tuple[str, list[Any]], call: Any, sent: Any, result: Any
) -> None:
    url, asked = server

    async def run() -> Any:
        async with methods.AsyncClient(url) as client:
            return plain(await call(client))

    assert asyncio.run(run()) == result
    assert asked == [sent]


def test_a_stream_under_an_additional_method_is_read_record_by_record(
    methods: Any, server: tuple[str, list[Any]]
) -> None:
    url, asked = server
    with methods.Client(url) as client, client.watch_pets() as stream:
        assert [pet.name for pet in stream] == ["Rex", "Tom"]

    async def run() -> list[str]:
        async with methods.AsyncClient(url) as client, await client.watch_pets() as stream:
            return [pet.name async for pet in stream]

    assert asyncio.run(run()) == ["Rex", "Tom"]
    assert asked == [("WATCH", "/pets", None)] * 2


def test_the_words_of_the_package_have_the_real_methods_and_paths(methods: Any) -> None:
    folder = Path(methods.__file__).parent
    reference = (folder.parent / "REFERENCE.md").read_text("utf-8")
    assert "QUERY /pets/{id}" in reference
    assert "`WATCH /pets`" in (methods.Client.watch_pets.__doc__ or "")
    assert all("#" not in module.name for module in folder.rglob("*.py"))


def test_json_gives_the_same_package_as_yaml(plan: PackagePlan) -> None:
    text = json.dumps(parse_document(TEXT, "pets.yaml").tree)
    document = parse_document(text, "pets.json")
    made = generate(document.tree, replace(plan, client_modules={}), document)
    assert "def find_pets(" in made.files["shop_client/client.py"].decode()


def of_paths(paths: str, version: str = "3.2.0") -> str:
    return f"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths:\n{paths}"


REFUSED = [
    pytest.param(
        "  /a:\n    additionalOperations:\n      Link: {responses: {}}\n",
        "3.2.0",
        ("Link /a cannot be generated", 6),
        id="a method that httpx would write in capitals",
    ),
    pytest.param(
        "  /a:\n    additionalOperations:\n      L INK: {responses: {}}\n",
        "3.2.0",
        ("L INK /a cannot be generated", 6),
        id="no method at all",
    ),
    pytest.param(
        "  /a: {$ref: 'other.yaml#/a'}\n",
        "3.1.0",
        ("a path item is a reference that leads to another document", 4),
        id="a path item of another document",
    ),
    pytest.param(
        "  /a: {$ref: '#/components/pathItems/None'}\n",
        "3.1.0",
        ("a path item is a reference that leads nowhere", 4),
        id="a path item of nowhere",
    ),
    pytest.param(
        "  /a: {$ref: '#/paths/~1a'}\n",
        "3.1.0",
        ("a path item is a reference that leads back to itself", 4),
        id="a path item in a circle",
    ),
    pytest.param(
        "  /a:\n    $ref: '#/components/pathItems/C'\n    get: {operationId: own}\n"
        "components: {pathItems: {C: {get: {operationId: theirs}}}}\n",
        "3.1.0",
        ("get stands beside the reference of a path item and in what it leads to", 6),
        id="an operation beside a reference and in what it leads to",
    ),
    pytest.param(
        "  /a:\n    additionalOperations:\n      '': {responses: {}}\n",
        "3.2.0",
        ('"" /a cannot be generated', 6),
        id="an empty method",
    ),
    pytest.param(
        "  /a:\n    get: {responses: {}}\n    additionalOperations:\n      GET: {responses: {}}\n",
        "3.2.0",
        ("GET /a cannot be generated", 7),
        id="an additional method that has a field",
    ),
    pytest.param(
        "  /a:\n    additionalOperations: &x\n      L INK: {responses: {}}\n"
        "  /b:\n    additionalOperations: {LINK: {responses: &r {}}, PUSH: {responses: *r}}\n",
        "3.2.0",
        ("L INK /a cannot be generated", 6),
        id="a place in a text with aliases",
    ),
    pytest.param(
        "  /a:\n    query:\n      parameters:\n        - {$ref: '#/components/parameters/No'}\n"
        "      responses: {}\n",
        "3.2.0",
        ("a reference points to nothing", 7),
        id="a parameter of nowhere",
    ),
]


@pytest.mark.parametrize(("paths", "version", "fault"), REFUSED)
def test_what_cannot_be_generated_is_named_with_its_line(
    plan: PackagePlan, paths: str, version: str, fault: tuple[str, int]
) -> None:
    (problem,) = problems(of_paths(paths, version), plan)
    assert (problem.message, problem.line) == fault
    assert problem.file == "pets.yaml"
    assert problem.column
    assert problem.advice


def test_both_operations_of_a_collision_are_named(plan: PackagePlan) -> None:
    (problem,) = problems(
        of_paths(
            "  /a:\n    $ref: '#/components/pathItems/C'\n    get: {operationId: own}\n"
            "components: {pathItems: {C: {get: {operationId: theirs}}}}\n"
        ),
        plan,
    )
    assert problem.found == "own here, theirs at pets.yaml:7:30"


def test_what_cannot_be_sent_is_named_with_its_operation(plan: PackagePlan) -> None:
    media = "multipart/mixed: {schema: {}, encoding: {a: {itemEncoding: {}}}}"
    body = f"requestBody: {{content: {{{media}}}}}"
    (problem,) = problems(of_paths(f"  /a: {{query: {{{body}, responses: {{}}}}}}\n"), plan)
    assert problem.found == "itemEncoding: {}, in QUERY /a"


def problems(text: str, plan: PackagePlan) -> list[Problem]:
    document = parse_document(text, "pets.yaml")
    with pytest.raises(RepositoryError) as caught:
        generate(document.tree, plan, document)
    return list(caught.value.problems)


REMARKS = [
    pytest.param(
        "  /a/{b}:\n    query:\n      parameters: [{name: b, in: query, schema: {}}]\n"
        "      responses: {}\n",
        "pets.yaml:7:5: QUERY /a/{b}: no parameter describes {b} of the path; "
        "the method takes a text",
        id="a path without its parameter",
    ),
    pytest.param(
        "  /b:\n    additionalOperations:\n      LINK: {parameters: [{name: c, in: path}]}\n",
        "pets.yaml:8:27: LINK /b: the path has no {c}, so the method does not have this parameter",
        id="a parameter without its place in the path",
    ),
    pytest.param(
        "tags: [{name: a, kind: nav}]\n",
        "pets.yaml:6:18: the client does not heed kind, which is new in OpenAPI 3.2",
        id="a field of a tag",
    ),
    pytest.param(
        "$self: https://example.com/pets.yaml\nservers: [{url: /, name: n}]\n",
        "",
        id="neither the name of a server nor the address of the document",
    ),
]


@pytest.mark.parametrize(("more", "warning"), REMARKS)
def test_what_a_client_works_without_is_a_warning_with_its_line(
    plan: PackagePlan, more: str, warning: str
) -> None:
    text = of_paths("  /a:\n    get: {responses: {}}\n") + more
    document = parse_document(text, "pets.yaml")
    assert "\n".join(generate(document.tree, plan, document).warnings) == warning
