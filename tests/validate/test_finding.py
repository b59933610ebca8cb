"""The records of validation."""

from __future__ import annotations

from specmend.validate.finding import Finding


def test_a_finding_says_its_place_as_editors_read_it() -> None:
    finding = Finding(
        rule="openapi",
        message="wrong",
        file="spec.yaml",
        line=3,
        column=5,
        pointer="/a",
        origin="step",
        step=2,
    )
    assert finding.location == "spec.yaml:3:5"
