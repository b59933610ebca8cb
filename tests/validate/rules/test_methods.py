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


@pytest.mark.parametrize("name", ["a b", "", "a/b", "GET:"])
def test_what_is_no_name_of_a_method(name: str) -> None:
    found = faults("3.2.0", name)
    assert found == [(f"/paths/~1a/additionalOperations/{name.replace('/', '~1')}",
                      f"'{name}' is no name of a method in HTTP")]  # fmt: skip
    assert (
        told("openapi", document("3.2.0", paths={"/a": {"additionalOperations": {name: {}}}})) == []
    )
