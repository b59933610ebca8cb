"""The edit move-path-prefix: documents before and after, and documents that it must leave alone."""

from __future__ import annotations

from textwrap import dedent

import pytest
from tests.steps.series import after, make_document, refusal, run

from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING
from specmend.steps.step import Verdict

MOVE = "- {target: $, x-edit: {name: move-path-prefix, prefix: /api}}"

REFUSED = [
    pytest.param(
        """
        servers:
          - url: http://localhost
        paths:
          /chat: {}
        """,
        "the path /chat does not start with /api/",
        "upstream.yaml:4:3",
        id="already moved",
    ),
    pytest.param(
        """
        paths:
          /api/chat: {}
          /apiary: {}
        """,
        "the path /apiary does not start with /api/",
        "upstream.yaml:3:3",
        id="a word that only begins with the prefix",
    ),
    pytest.param(
        """
        paths:
          /api/chat: {}
          /health: {}
        """,
        "the path /health does not start with /api/",
        "upstream.yaml:3:3",
        id="one path lacks it",
    ),
    pytest.param(
        """
        paths:
          /api: {}
        """,
        "the path /api does not start with /api/",
        "upstream.yaml:2:3",
        id="the prefix alone is a path",
    ),
    pytest.param("paths: {}\n", "no path starts with /api", "upstream.yaml:1:1", id="no paths"),
    pytest.param(
        "openapi: 3.0.3\n", "no path starts with /api", "upstream.yaml:1:1", id="no key paths"
    ),
    pytest.param(
        "paths:\n  x-note: hello\n",
        "no path starts with /api",
        "upstream.yaml:1:1",
        id="only an extension",
    ),
    pytest.param(
        """
        paths:
          /api/chat:
            servers:
              - url: http://elsewhere
        """,
        "this place names servers of its own",
        "upstream.yaml:3:5",
        id="servers of a path",
    ),
    pytest.param(
        """
        paths:
          /api/chat:
            post:
              servers:
                - url: http://elsewhere
        """,
        "this place names servers of its own",
        "upstream.yaml:4:7",
        id="servers of an operation",
    ),
    pytest.param(
        """
        servers:
          - description: nothing to put it on
        paths:
          /api/chat: {}
        """,
        "this server has no URL",
        "upstream.yaml:2:5",
        id="a server without URL",
    ),
    pytest.param(
        """
        servers: {url: http://localhost}
        paths:
          /api/chat: {}
        """,
        "the servers are not a list",
        "upstream.yaml:1:1",
        id="servers of a wrong kind",
    ),
]


@pytest.mark.parametrize(("text", "message", "place"), REFUSED)
def test_a_document_that_it_does_not_fit_stays_as_it_is(
    text: str, message: str, place: str
) -> None:
    verdict, problem = refusal(text, MOVE)
    assert (verdict, problem.message) == (Verdict.CONFLICT, message)
    assert problem.found.endswith(place)


MOVED = [
    pytest.param(
        """
        servers:
          - url: http://localhost  # the default
        paths:
          # Chat first.
          /api/chat: {}
          "/api/tags": {}
        """,
        """
        servers:
          - url: http://localhost/api  # the default
        paths:
          # Chat first.
          /chat: {}
          "/tags": {}
        """,
        id="one server",
    ),
    pytest.param(
        """
        servers:
          - url: http://localhost/
            description: here
          - url: 'https://example.com/base'
            description: there
          - url: /
        paths:
          /api/chat: {}
        """,
        """
        servers:
          - url: http://localhost/api
            description: here
          - url: 'https://example.com/base/api'
            description: there
          - url: /api
        paths:
          /chat: {}
        """,
        id="several servers and trailing slashes",
    ),
    pytest.param(
        """
        paths:
          /api/chat: {}
        """,
        """
        paths:
          /chat: {}
        servers:
          - url: /api
        """,
        id="no servers",
    ),
    pytest.param(
        """
        servers: []
        paths:
          /api/: {}
        """,
        """
        servers:
          - url: /api
        paths:
          /: {}
        """,
        id="an empty list of servers",
    ),
]


@pytest.mark.parametrize(("before", "expected"), MOVED)
def test_the_prefix_moves_and_nothing_else_changes(before: str, expected: str) -> None:
    assert after(before, MOVE) == dedent(expected).lstrip("\n")


def test_a_path_may_take_the_name_that_another_one_gives_up() -> None:
    text = (
        "paths:\n  /api/api/chat: {get: {operationId: a}}\n"
        "  /api/chat: {get: {operationId: b}}\n  x-note: /api/chat\n"
    )
    paths = run(text, MOVE).document.tree["paths"]
    expected = {
        "/api/chat": {"get": {"operationId": "a"}},
        "/chat": {"get": {"operationId": "b"}},
        "x-note": "/api/chat",
    }
    assert list(paths.items()) == list(expected.items())


def test_a_slash_at_the_end_of_the_prefix_is_not_taken_twice() -> None:
    text = "paths:\n  /api/chat: {}\nservers:\n  - url: http://localhost\n"
    assert after(text, MOVE.replace("/api}", "/api/}")) == after(text, MOVE)


def test_an_excepted_path_stays_and_keeps_the_servers_that_it_had() -> None:
    before = """
        servers:
          - url: http://localhost
        paths:
          /api/chat: {}
          /health:
            get: {}
    """
    expected = """
        servers:
          - url: http://localhost/api
        paths:
          /chat: {}
          /health:
            get: {}
            servers:
              - url: http://localhost
    """
    move = MOVE.replace("/api}", "/api, except: [/health]}")
    assert after(before, move) == dedent(expected).lstrip("\n")


def test_an_excepted_path_of_a_document_without_servers_is_still_at_the_root() -> None:
    before = """
        paths:
          /api/chat: {}
          /health:
            get: {}
    """
    made = run(before, MOVE.replace("/api}", "/api, except: [/health]}"))
    assert made.document.tree["paths"]["/health"]["servers"] == [{"url": "/"}]


def test_an_excepted_path_with_servers_of_its_own_is_not_touched() -> None:
    before = """
        servers:
          - url: http://localhost
        paths:
          /api/chat: {}
          /health:
            servers:
              - url: http://elsewhere
    """
    made = after(before, MOVE.replace("/api}", "/api, except: [/health]}"))
    assert made.endswith("  /health:\n    servers:\n      - url: http://elsewhere\n")


def test_two_paths_that_would_become_one_are_refused() -> None:
    text = "paths:\n  /api/chat: {}\n  /chat: {}\n"
    _, problem = refusal(text, MOVE.replace("/api}", "/api, except: [/chat]}"))
    assert problem.message == "/api/chat would become /chat, which exists"
    assert problem.found.endswith("upstream.yaml:3:3")


def test_the_target_is_the_whole_document() -> None:
    _, problem = refusal(
        "paths:\n  /api/chat: {}\n", MOVE.replace("target: $,", "target: $.paths,")
    )
    assert problem.message == "this edit concerns the whole document"
    assert problem.expected == "the target $"


REFERENCES = """
    paths:
      /api/users/{id}:
        get:
          responses:
            '200':
              links:
                self:
                  operationRef: '#/paths/~1api~1users~1{id}/get'
                encoded:
                  operationRef: '#/paths/~1api~1users~1%7Bid%7D/get'
                outside:
                  operationRef: 'https://example.com/#/paths/~1api~1users/get'
      /api/people/{id}:
        $ref: '#/paths/~1api~1users~1{id}'
      /api/users/{id}/more:
        get:
          parameters:
            - $ref: '#/components/parameters/Id'
    components:
      parameters:
        Id: {name: id}
"""


def test_references_into_the_paths_are_carried_along() -> None:
    paths = run(REFERENCES, MOVE).document.tree["paths"]
    links = paths["/users/{id}"]["get"]["responses"]["200"]["links"]
    assert links["self"]["operationRef"] == "#/paths/~1users~1{id}/get"
    assert links["encoded"]["operationRef"] == "#/paths/~1users~1%7Bid%7D/get"
    assert links["outside"]["operationRef"] == "https://example.com/#/paths/~1api~1users/get"
    assert paths["/people/{id}"]["$ref"] == "#/paths/~1users~1{id}"


def test_every_reference_is_still_there_and_leads_somewhere() -> None:
    before, tree = make_document(REFERENCES).tree, run(REFERENCES, MOVE).document.tree
    assert len(list(references(tree))) == len(list(references(before))) == 2
    assert all(resolve(tree, target) is not MISSING for _, target in references(tree))


def test_what_it_touched_is_told_with_the_place_before_and_after() -> None:
    text = "servers:\n  - url: http://localhost\npaths:\n  /api/chat: {}\n"
    touches = run(text, MOVE).outcomes[0].touches
    assert [(t.address, t.to) for t in touches] == [
        (("servers", 0, "url"), ("servers", 0, "url")),
        (("paths", "/api/chat"), ("paths", "/chat")),
    ]
    assert (touches[0].before, touches[0].after) == ("http://localhost", "http://localhost/api")
