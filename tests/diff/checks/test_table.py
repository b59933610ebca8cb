"""The table of all checks."""

from __future__ import annotations

import re

from specmend.diff.checks.table import CHECKS, FAMILIES, IDS, check_for
from specmend.diff.delta import Delta


def test_ids_are_words_with_hyphens() -> None:
    assert [name for name in IDS if not re.fullmatch("[a-z]+(-[a-z]+)+", name)] == []


def test_a_check_is_written_once() -> None:
    rows = [(check.id, check.kind, check.field) for check in CHECKS]
    assert sorted(rows) == sorted(set(rows))


def test_words_are_sentences() -> None:
    wrong = [check.words for check in CHECKS if not check.words.endswith(".")]
    assert wrong == []


def test_a_field_that_is_not_known_is_told_all_the_same() -> None:
    kinds = {check.kind for check in CHECKS if check.field == "*"}
    assert {"schema", "operation", "parameter", "header", "response", "media type"} <= kinds
    delta = Delta(text="", address=(), kind="schema", key="no-such-keyword", before=1, after=2)
    assert check_for(delta).id == "schema-keyword-changed"


def test_nothing_is_hidden_whatever_it_is() -> None:
    found = check_for(Delta(text="", address=(), kind="nothing", key="a"))
    assert (found.id, found.request) == ("document-field-changed", "warning")


def test_every_family_has_checks() -> None:
    assert all(FAMILIES.values())
    assert len(IDS) > 300
