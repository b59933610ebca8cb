"""The law of forms on many steps: the order of keys and the format change no word of an update."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml
from tests.properties.moves.nodes import Tree

from specmend.document.text.document import Document, parse_document
from specmend.steps.step import Step
from specmend.update.plan import intents_of, plan_update
from specmend.update.records import UpdatePlan

NAME = "spec/api/upstream"
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def forms(tree: Tree) -> Iterator[tuple[str, Document]]:
    """A document as JSON and as YAML, with its keys as they are and turned round."""
    for turn, made in (("", tree), (", turned", turned(tree))):
        yield f"JSON{turn}", parse_document(json.dumps(made, indent=1), f"{NAME}.json")
        text = yaml.dump(made, Dumper=DUMPER, sort_keys=False, allow_unicode=True)
        yield f"YAML{turn}", parse_document(text, f"{NAME}.yaml")


def turned(value: Any) -> Any:
    """A value with the keys of every object in it the other way round."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    if isinstance(value, list):
        return [turned(member) for member in value]
    return value


def differences(old: Document, tree: Tree, steps: tuple[Step, ...]) -> list[str]:
    """What an update to the document in one form says otherwise than in another."""
    said = {form: words_of(planned(old, new, steps)) for form, new in forms(tree)}
    first = said["JSON"]
    return [
        f"{form}: {one} <> {other}"
        for form, words in said.items()
        for one, other in zip(first, words, strict=True)
        if one != other
    ]


def planned(old: Document, new: Document, steps: tuple[Step, ...]) -> UpdatePlan:
    """The update to a document."""
    intents = intents_of(old, new, steps, "python")
    return plan_update(new, steps, intents, "python", {})


def words_of(plan: UpdatePlan) -> list[Any]:
    """All that an update says of each action; lists in the order of a document are sorted."""
    return [
        (
            f"{step.step.number}.{action.action.number}",
            str(action.verdict),
            str(action.update),
            _words(action.message),
            _plain(list(action.fields)),
        )
        for step in plan.steps
        for action in step.actions
    ]


def _words(message: str) -> list[str]:
    """The words of a message without the places, which come in the order of the document."""
    if "…" in message:
        # Of an object that is cut off, the first keys are shown.
        return ["…"]
    # Of several places, the first ones are named.
    message = re.sub(r"[$/]\S+", "", message)
    return sorted(re.findall(r"[^\s,;{}\[\]]+", message))


def _plain(value: Any) -> Any:
    """Fields of a step; the words and the places of a conflict in the order of the alphabet."""
    if isinstance(value, dict) or hasattr(value, "items"):
        made = {key: _plain(member) for key, member in value.items()}
        if isinstance(made.get("message"), str):
            made["message"] = _words(made["message"])
        for key in ("places", "candidates", "joined", "left"):
            if isinstance(made.get(key), list):
                made[key] = sorted(made[key], key=lambda one: json.dumps(one, sort_keys=True))
        return made
    if isinstance(value, list | tuple):
        return [_plain(member) for member in value]
    return value
