"""Additional operations."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import document, operation, told


def faults(version: str, name: str) -> list[tuple[str, str]]:
    item = {"additionalOperations": {name: operation()}}
    return told("methods", document(version, paths={"/a": item}))


@pytest.mark.parametrize("name", ["POST", "post", "Query", "TRACE"])
def test_a_method_with_a_field_of_its_own(name: str) -> None:
    assert faults("3.2.0", name) == [
        (f"/paths/~1a/additionalOperations/{name}",
         f"the path item has the field '{name.lower()}' for the method {name}")
    ]  # fmt: skip


def test_others_and_other_versions() -> None:
    assert faults("3.2.0", "COPY") == []
    assert faults("3.1.0", "POST") == []
