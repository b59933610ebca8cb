"""The edit drop-operations: operations of any method go, and what only they needed.

What it shares with keep-operations is tested there, for both.
"""

from __future__ import annotations

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, refusal

BEFORE = """\
openapi: 3.2.0
paths:
  /a:
    get: {operationId: getA, tags: [t]} # stays
    query: {operationId: askA}
    additionalOperations:
      LINK: {operationId: linkA}
      COPY: {operationId: copyA}
"""


@pytest.mark.parametrize(
    ("ids", "lines"),
    [
        (["askA"], ["    query: {operationId: askA}\n"]),
        (["linkA"], ["      LINK: {operationId: linkA}\n"]),
        (
            ["askA", "copyA"],
            ["    query: {operationId: askA}\n", "      COPY: {operationId: copyA}\n"],
        ),
    ],
)
def test_an_operation_of_any_method_goes_with_its_lines(ids: list[str], lines: list[str]) -> None:
    meant = BEFORE
    for line in lines:
        meant = meant.replace(line, "")
    assert after(BEFORE, edit("drop-operations", {"ids": ids})) == meant


def test_not_all_operations_may_go() -> None:
    action = edit("drop-operations", {"paths": ["/a"]})
    assert refusal(BEFORE, action)[1].message == "no operation of the document would be left"


LINKED = """\
openapi: 3.1.0
paths:
  /a:
    get: {operationId: getA}
  /b:
    get:
      responses:
        "200":
          links:
            self: {operationId: getB} # stays
            other: {operationId: getA}
            shared: {$ref: '#/components/links/L'}
    put: {operationId: getB}
components:
  links:
    L: {operationRef: '#/paths/~1a/get'}
    M: {operationId: getB}
"""
UNLINKED = """\
openapi: 3.1.0
paths:
  /b:
    get:
      responses:
        "200":
          links:
            self: {operationId: getB} # stays
    put: {operationId: getB}
components:
  links:
    M: {operationId: getB}
"""


def test_links_to_what_goes_are_refused_or_go_too() -> None:
    names = {"operations": ["GET /a"]}
    message = refusal(LINKED, edit("drop-operations", names))[1].message
    assert message.startswith("links would name operations that are gone")
    assert after(LINKED, edit("drop-operations", {**names, "links": True})) == UNLINKED


def test_a_path_that_is_no_path_item_may_go() -> None:
    text = "paths:\n  /a:\n  /b:\n    get: {}\n"
    assert after(text, edit("drop-operations", {"paths": ["/a"]})) == text.replace("  /a:\n", "")
