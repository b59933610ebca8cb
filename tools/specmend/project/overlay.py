"""Overlays from anywhere applied to any document, without a project."""

from __future__ import annotations

from collections.abc import Sequence

from specmend.document.text.collector import collector_paused
from specmend.document.text.document import Document
from specmend.errors import ProblemList
from specmend.steps.exchange.plain_overlay import OverlayResult, apply_overlays, read_overlay
from specmend.steps.step import Step


def overlay_document(
    document: Document,
    overlays: Sequence[Document],
    *,
    allow_no_match: bool = False,
    reserialize: bool = False,
) -> OverlayResult:
    """Apply overlays to a document in order, all of them or none; nothing is written.

    With `allow_no_match`, a target may select nothing, as the standard has it. With `reserialize`,
    the document is serialized again when it cannot be edited in place. Raises RepositoryError with
    every fault of every overlay, or with every action that cannot be made.
    """
    steps: list[Step] = []
    faults = ProblemList()
    with collector_paused():
        for number, overlay in enumerate(overlays, 1):
            with faults.collect():
                steps.append(read_overlay(overlay, number, allow_no_match=allow_no_match))
        faults.raise_all()
        return apply_overlays(document, steps, reserialize=reserialize)
