"""Places by what tells the members of lists apart."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.identity import address_at, place_by_identity
from specmend.document.tree.values import MISSING, get

TREE: Any = {
    "servers": [{"url": "https://a/b"}],
    "tags": [{"name": "x"}, {"name": "x"}],
    "security": [{"key": [], "other": []}],
    "paths": {
        "/a": {"get": {
            "parameters": [{"name": "q", "in": "query"}, {"$ref": "#/components/parameters/p"}],
            "tags": ["one", "two"],
        }},
    },
    "components": {
        "parameters": {"p": {"name": "p", "in": "header"}},
        "schemas": {"S": {"oneOf": [
            {"$ref": "#/components/schemas/T"}, {"title": "U"}, {"type": "string"}]},
            "E": {"enum": [1, "1", "x" * 99]}},
    },
}  # fmt: skip
S, E = ("components", "schemas", "S", "oneOf"), ("components", "schemas", "E", "enum")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ((), ""),
        (("paths", "/a", "get", "parameters", 0, "schema"),
         "/paths/~1a/get/parameters/query:q/schema"),
        (("paths", "/a", "get", "parameters", 1), "/paths/~1a/get/parameters/header:p"),
        (("paths", "/a", "get", "tags", 1), "/paths/~1a/get/tags/two"),
        (("servers", 0), "/servers/https:~1~1a~1b"),
        (("security", 0), "/security/key+other"),
        ((*S, 0), "/components/schemas/S/oneOf/T"),
        ((*S, 1), "/components/schemas/S/oneOf/U"),
        ((*S, 2), "/components/schemas/S/oneOf/2"),
        # Two of one name, and what is too long, keep their index.
        (("tags", 0), "/tags/0"),
        ((*E, 0), "/components/schemas/E/enum/0"),
        ((*E, 2), "/components/schemas/E/enum/2"),
        (("paths", "/a", "get", "parameters", 7), "/paths/~1a/get/parameters/7"),
    ],
)  # fmt: skip
def test_members_have_names(address: Any, expected: str) -> None:
    assert place_by_identity(TREE, address) == expected
    found = None if get(TREE, address) is MISSING else address
    assert address_at(TREE, expected) == found


def test_a_name_that_no_member_has_leads_nowhere() -> None:
    assert address_at(TREE, "/servers/https:~1~1other") is None
    assert address_at(TREE, "/paths/~1b/get") is None
