"""A document, and plain overlays on it, for the tests of the statements of the Overlay standard."""

from __future__ import annotations

from typing import Any

import pytest
from tests.steps.series import after, make_document, make_step

from specmend.document.text.document import parse_document
from specmend.errors import Problem, RepositoryError
from specmend.steps.exchange.plain_overlay import OverlayResult, apply_overlays, read_overlay

DOCUMENT = """
    info:
      title: Pets
      version: "1"
    tags:
      - name: a
      - name: b
      - name: c
    paths:
      /x:
        get: {deprecated: true, limit: 3}
        put: {deprecated: false}
    empty: null
"""


def tree_after(*steps: str, text: str = DOCUMENT) -> Any:
    """The tree after steps that all apply."""
    return parse_document(after(text, *steps), "after.yaml").tree


def fault_of(actions: str, *, overlay: str = "1.1.0") -> str:
    """The first message of a step file that is refused when it is read."""
    with pytest.raises(RepositoryError) as caught:
        make_step(actions, overlay=overlay)
    return caught.value.problems[0].message


def overlay_text(actions: str, *, overlay: str = "1.1.0") -> str:
    """The text of a plain overlay with the actions given on lines of a YAML list."""
    return f"overlay: {overlay}\ninfo: {{title: Plain, version: 1.0.0}}\nactions:\n{actions}\n"


def overlaid(
    actions: str, *, overlay: str = "1.1.0", text: str = DOCUMENT, allow_no_match: bool = False
) -> OverlayResult:
    """What a plain overlay makes of a document; raises RepositoryError with every fault."""
    read = read_overlay(
        parse_document(overlay_text(actions, overlay=overlay), "plain.yaml"),
        1,
        allow_no_match=allow_no_match,
    )
    return apply_overlays(make_document(text), [read])


def plain_after(actions: str, *, overlay: str = "1.1.0", text: str = DOCUMENT) -> Any:
    """The tree after a plain overlay."""
    return overlaid(actions, overlay=overlay, text=text).document.tree


def plain_faults(
    actions: str, *, overlay: str = "1.1.0", text: str = DOCUMENT
) -> tuple[Problem, ...]:
    """Every fault of a plain overlay that is refused."""
    with pytest.raises(RepositoryError) as caught:
        overlaid(actions, overlay=overlay, text=text)
    return caught.value.problems
