"""Properties that are read alone or written alone."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import document, told


def faults(version: str, **schema: object) -> list[tuple[str, str]]:
    schemas = {"A": {"properties": {"p": schema}}}
    return told("directions", document(version, components={"schemas": schemas}))


def test_both_is_a_fault_in_3_0() -> None:
    assert faults("3.0.3", readOnly=True, writeOnly=True) == [
        ("/components/schemas/A/properties/p",
         "this schema has both 'readOnly' and 'writeOnly', so nobody can use it")
    ]  # fmt: skip
    assert faults("3.1.0", readOnly=True, writeOnly=True) == []


@pytest.mark.parametrize(("read", "write"), [(True, False), (False, True), (False, False)])
def test_one_or_none_is_not(read: bool, write: bool) -> None:
    assert faults("3.0.3", readOnly=read, writeOnly=write) == []
    assert faults("3.0.3", readOnly=True) == []
