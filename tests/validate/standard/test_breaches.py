"""Each requirement of the standard is found where it is not kept, and only there."""

from __future__ import annotations

import pytest
from tests.validate.standard.breaches import BREACHES, Breach, broken, versions_of
from tests.validate.standard.documents import VERSIONS, good

from specmend.document.tree.pointer import format_pointer
from specmend.validate.rules.table import faults_of

CASES = [(version, breach) for breach in BREACHES for version in versions_of(breach)]


@pytest.mark.parametrize("version", VERSIONS)
def test_the_good_document_has_no_fault(version: str) -> None:
    assert faults_of(good(version)) == []


@pytest.mark.parametrize(
    ("version", "breach"), CASES, ids=[f"{version} {breach.name}" for version, breach in CASES]
)
def test_a_breach_is_told_at_its_place(version: str, breach: Breach) -> None:
    found = {format_pointer(fault.address): fault for fault in faults_of(broken(breach, version))}
    assert breach.at in found
    assert found[breach.at].message
