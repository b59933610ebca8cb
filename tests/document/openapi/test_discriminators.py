"""Names that are words on the wire are written out before they change."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.discriminators import write_out_mappings

A, B = {"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}


def union(*branches: Any, **discriminator: Any) -> Any:
    return {"oneOf": [*branches], "discriminator": {"propertyName": "kind", **discriminator}}


TABLE = [
    pytest.param({"oneOf": [A]}, {"oneOf": [A]}, id="no discriminator"),
    pytest.param(union(B), union(B), id="another schema"),
    pytest.param(union(A, B), union(A, B, mapping={"A": A["$ref"]}), id="named by itself"),
    pytest.param(
        union(A, mapping={"a": A["$ref"]}), union(A, mapping={"a": A["$ref"]}), id="has a word"
    ),
    pytest.param(union(A, mapping={"a": "A"}), union(A, mapping={"a": "A"}), id="a bare name"),
    pytest.param(
        [{"x": union(A)}], [{"x": union(A, mapping={"A": A["$ref"]})}], id="somewhere inside"
    ),
    pytest.param(
        {"anyOf": [A, {"type": "null"}], "discriminator": {"propertyName": "k"}},
        {
            "anyOf": [A, {"type": "null"}],
            "discriminator": {"propertyName": "k", "mapping": {"A": A["$ref"]}},
        },
        id="of anyOf",
    ),
]


@pytest.mark.parametrize(("before", "after"), TABLE)
def test_the_names_are_written_out(before: Any, after: Any) -> None:
    made = write_out_mappings(before, {"A"})
    assert made == after
    assert (made is before) == (before == after)
