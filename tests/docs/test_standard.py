"""The list of what the standard asks for is whole, and names rules that there are."""

from __future__ import annotations

import pytest
from docs.make.standard import Requirement, Section, sections
from tests.validate.standard.breaches import BREACHES

from specmend.validate.rules.table import RULES

ALL = [each for section in sections() for each in section.requirements]
TRIED = {(breach.row, version) for breach in BREACHES for version in breach.versions.split()}
SENTENCES = {"3.0": 117, "3.1": 115, "3.2": 185}


@pytest.mark.parametrize("section", sections(), ids=lambda section: section.name)
def test_each_sentence_of_a_section_has_a_row(section: Section) -> None:
    for version, count in section.sentences.items():
        rows = [each.sentences.get(version, 0) for each in section.requirements]
        assert sum(rows) == count, version


def test_the_texts_have_so_many_sentences() -> None:
    found = {v: sum(section.sentences[v] for section in sections()) for v in SENTENCES}
    assert found == SENTENCES


@pytest.mark.parametrize("requirement", ALL, ids=lambda each: each.id)
def test_a_requirement_has_a_rule_with_a_breach_in_each_version_or_a_reason(
    requirement: Requirement,
) -> None:
    assert set(requirement.rules) <= set(RULES)
    assert bool(requirement.rules) != bool(requirement.reason)
    tried = {version for row, version in TRIED if row == requirement.id}
    assert tried == (set(requirement.versions) if requirement.rules else set())


def test_each_rule_is_named_and_each_name_is_one_requirement() -> None:
    # What stands among names is an extension by agreement, not by the text.
    assert set(RULES) - {rule for each in ALL for rule in each.rules} == {"extensions"}
    assert len({each.id for each in ALL}) == len(ALL)
