"""The record of a rule."""

from __future__ import annotations

from tests.validate.rules.documents import document

from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import whole


def test_a_rule_may_look_at_the_whole_document_by_itself() -> None:
    rule = whole("r", lambda tree: [Fault(rule="r", address=(), message=tree["openapi"])])
    assert [fault.message for fault in rule(document("3.2.0"))] == ["3.2.0"]
