"""Step files written: a new one from its parts, and expectations taken anew in one that exists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from specmend.document.text.document import Document
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.tree.values import replace
from specmend.steps.expectation import as_data
from specmend.steps.leave_out import is_record
from specmend.steps.step import Outcome, Step
from specmend.steps.step_yaml import write_step_yaml


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """The parts of a step to be written.

    `verb` is the fields of its one action beside the target.
    """

    title: str
    reason: str
    target: str
    verb: Mapping[str, Any]
    generator: str = ""
    link: str = ""
    until: str = ""
    expect: Mapping[str, Any] = field(default_factory=dict)


def write_draft(draft: Draft) -> str:
    """The text of a new step file with one action."""
    info = {
        "title": draft.title,
        "x-reason": draft.reason,
        "x-generator": draft.generator,
        "x-link": draft.link,
        "x-until": draft.until,
    }
    action = {"target": draft.target, **draft.verb}
    if draft.expect:
        action["x-expect"] = dict(draft.expect)
    return write_step({key: value for key, value in info.items() if value}, [action])


def write_step(info: Mapping[str, Any], actions: Sequence[Mapping[str, Any]]) -> str:
    """The text of a new step file, an Overlay 1.1 document; `info` has title and `x-reason`."""
    return write_step_yaml(
        {
            "overlay": "1.1.0",
            "info": {"title": info["title"], "version": "1.0.0", **info},
            "actions": [dict(action) for action in actions],
        }
    )


def next_number(steps: Iterable[Step]) -> int:
    """The number after the highest one.

    The step that leaves out what cannot be generated does not count: it stays the last one.
    """
    return max((step.number for step in steps if not is_record(step)), default=0) + 1


def refreshed(outcome: Outcome) -> Document:
    """The step's file with the expectation of each action as it was found.

    Comments and the layout of all other lines stay.
    """
    source = outcome.step.source
    tree = source.tree
    for result in outcome.actions:
        if result.found.matches:
            place = ("actions", result.action.index, "x-expect")
            tree = replace(tree, place, as_data(result.found))
    return rewrite(source, tree)[0]
