"""Each requirement of the standard is found where it is not kept, and only there."""

from __future__ import annotations

import pytest
from docs.make.standard import sections
from tests.validate.standard.breaches import BREACHES, Breach, broken, versions_of
from tests.validate.standard.documents import VERSIONS, good

from specmend.document.tree.pointer import format_pointer
from specmend.validate.rules.table import RULES, faults_of

CASES = [(version, breach) for breach in BREACHES for version in versions_of(breach)]
FINDERS = {each.id: each.rules for section in sections() for each in section.requirements}


@pytest.mark.parametrize("version", VERSIONS)
def test_the_good_document_has_no_fault(version: str) -> None:
    assert faults_of(good(version)) == []


@pytest.mark.parametrize(
    ("version", "breach"), CASES, ids=[f"{version} {breach.name}" for version, breach in CASES]
)
def test_a_breach_is_told_at_its_place_by_the_rule_that_is_named(
    version: str, breach: Breach
) -> None:
    tree = broken(breach, version)
    found = [fault for name in FINDERS[breach.row] for fault in RULES[name](tree)]
    told = [fault for fault in found if format_pointer(fault.address) == breach.at]
    assert told
    assert all(fault.message for fault in told)
    # Of a document of another standard nobody knows more.
    assert breach.at == "/openapi" or all(fault.advice for fault in told)
