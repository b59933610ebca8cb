"""Which steps of a series take part: those for the target, and of them those that hold for the document."""

from __future__ import annotations

from collections.abc import Iterable

from specmend.document.text.document import Document
from specmend.steps.step import Step


def active_steps(steps: Iterable[Step], generator: str, upstream: Document) -> list[Step]:
    """The steps to apply for a target to an upstream document, which no step has touched yet; the order stays."""
    return [step for step in steps if step.is_active(generator) and step.applies_to.fits(upstream)]
