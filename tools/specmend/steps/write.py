"""Step files written: a new one from its parts, and expectations taken anew without disturbing the rest."""

from __future__ import annotations

import io
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from specmend.document.text.document import Document
from specmend.document.text.editing.block import write_after_key
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.text.style import Style
from specmend.document.tree.values import replace
from specmend.steps.expectation import as_data
from specmend.steps.step import Outcome, Step

_WIDTH = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """The parts of a step to be written; `verb` is the fields of its one action beside the target."""

    title: str
    reason: str
    target: str
    verb: Mapping[str, Any]
    generator: str = ""
    link: str = ""
    until: str = ""
    expect: Mapping[str, Any] = field(default_factory=dict)


def write_draft(draft: Draft) -> str:
    """The text of a new step file, an Overlay 1.1 document."""
    from ruamel.yaml import YAML
    from ruamel.yaml.scalarstring import FoldedScalarString

    info: dict[str, Any] = {"title": draft.title, "version": "1.0.0", "x-reason": draft.reason}
    if len(draft.reason) > _WIDTH - len("  x-reason: "):
        info["x-reason"] = _folded(FoldedScalarString, draft.reason)
    if draft.generator:
        info["x-generator"] = draft.generator
    info |= {
        f"x-{key}": value for key, value in (("link", draft.link), ("until", draft.until)) if value
    }
    action = {"target": draft.target, **draft.verb}
    if draft.expect:
        action["x-expect"] = dict(draft.expect)
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 4096
    stream = io.StringIO()
    yaml.dump({"overlay": "1.1.0", "info": info, "actions": [action]}, stream)
    return stream.getvalue()


def write_step(info: Mapping[str, Any], actions: Sequence[Mapping[str, Any]]) -> str:
    """The text of a step file with any number of actions; `info` has its title and whatever else it says."""
    tree = {
        "overlay": "1.1.0",
        "info": {"title": "", "version": "1.0.0", **info},
        "actions": [dict(action) for action in actions],
    }
    return write_after_key(tree, -2, Style()).lstrip("\n") + "\n"


def file_name(number: int, title: str) -> str:
    """The name of a step file: its number and its title in small letters."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)[:8] or ["step"]
    return f"{number:04}-{'-'.join(words)}.yaml"


def next_number(steps: Iterable[Step]) -> int:
    """The number after the highest one."""
    return max((step.number for step in steps), default=0) + 1


def refreshed(outcome: Outcome) -> Document:
    """The step's file with the expectation of each action as it was found; comments and layout stay."""
    source = outcome.step.source
    tree = source.tree
    for result in outcome.actions:
        if result.found.matches:
            tree = replace(
                tree, ("actions", result.action.index, "x-expect"), as_data(result.found)
            )
    return rewrite(source, tree)[0]


def _folded(kind: Any, text: str) -> Any:
    """A folded block scalar breaks where its positions say so."""
    lines = textwrap.wrap(text, _WIDTH - 4, break_long_words=False, break_on_hyphens=False)
    scalar = kind("\n".join(lines).replace("\n", " "))
    positions, at = [], -1
    for line in lines[:-1]:
        at += len(line) + 1
        positions.append(at)
    scalar.fold_pos = positions
    return scalar
