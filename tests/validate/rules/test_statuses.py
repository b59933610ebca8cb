"""The keys of responses: those of the standard, those that are read as such, and all others."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import VERSIONS, document, rules_of

from specmend.validate.rules.table import RULES

ANSWER = {"description": "d"}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["200", "4XX", "default", "x-more"], []),
        (["4xx"], [("4xx", "warning", "the response '4xx' is read as '4XX'")]),
        (["5Xx"], [("5Xx", "warning", "the response '5Xx' is read as '5XX'")]),
        (["4XX "], [("4XX ", "warning", "the response '4XX ' is read as '4XX'")]),
        (["Default"], [("Default", "warning", "the response 'Default' is read as 'default'")]),
        (["4XX", "4xx"],
         [("4xx", "error", "the response '4xx' is for '4XX', which another response is for")]),
        (["successful"], [("successful", "error",
          "the response 'successful' is for no status code such as 404, 4XX or default")]),
        (["2000", "20X", "600", "0"],
         [(key, "error", f"the response '{key}' is for no status code such as 404, 4XX or default")
          for key in ("2000", "20X", "600", "0")]),
    ],
)  # fmt: skip
def test_keys_of_responses(
    version: str, keys: list[str], expected: list[tuple[str, str, str]]
) -> None:
    responses = dict.fromkeys(keys, ANSWER)
    tree = document(version, paths={"/a": {"get": {"responses": responses}}})
    found = [(str(f.address[-1]), f.level, f.message) for f in RULES["statuses"](tree)]
    assert found == expected
    # And nothing else says the same once more.
    assert set(rules_of(tree)) <= {"statuses"}


def test_the_step_that_mends_it_is_named() -> None:
    tree = document(paths={"/a": {"get": {"responses": {"4xx": ANSWER}}}})
    (fault,) = RULES["statuses"](tree)
    assert fault.advice == "a step with the edit rename-key writes it as OpenAPI has it"


def test_only_responses_have_such_keys() -> None:
    schemas = {"responses": {"type": "object", "properties": {"4xx": {"type": "string"}}}}
    tree = document(components={"schemas": schemas, "responses": {"Default": ANSWER}})
    assert list(RULES["statuses"](tree)) == []
