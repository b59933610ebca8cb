"""Trials: each mutation judged as it is, with other key order, and with another layout."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import yaml
from tests.drift.mutations import MUTATIONS, Trial, parameter_trial, shuffled, trial

from specmend.document.text.document import Document, parse_document
from specmend.drift.judge import judge_series
from specmend.drift.verdicts import ActionVerdict
from specmend.steps.proposal import as_action
from specmend.steps.step import Step, Verdict


@dataclass
class Tally:
    """What came of many trials."""

    trials: int = 0
    wrong: list[str] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)
    moved: int = 0
    found: int = 0
    decoys: int = 0

    def __str__(self) -> str:
        counts = ", ".join(f"{number} {verdict}" for verdict, number in self.verdicts.most_common())
        return (
            f"{self.trials} mutations, {len(self.wrong)} wrong: {counts}; "
            f"of {self.moved} that moved, "
            f"{self.found} found among {self.decoys} decoys"
        )


def run(number: int, luck: random.Random) -> Tally:
    """So many trials; each is judged in three forms."""
    tally = Tally()
    names = list(MUTATIONS)
    for index in range(number):
        if index % 4 == 3:
            one = parameter_trial(luck)
        else:
            one = trial(luck)
            name = names[index % len(names)]
            one.told.append(name)
            MUTATIONS[name](one, luck)
        _judge(one, tally, luck)
    return tally


def _judge(one: Trial, tally: Tally, luck: random.Random) -> None:
    tally.trials += 1
    forms = [as_json(one.new), as_json(shuffled(one.new, luck)), as_yaml(one.new)]
    verdicts = [judged(as_json(one.old), form, one.fields) for form in forms]
    first = verdicts[0]
    tally.verdicts[str(first.verdict)] += 1
    if {verdict.verdict for verdict in verdicts} != {one.expected}:
        told = ", ".join(str(verdict.verdict) for verdict in verdicts)
        tally.wrong.append(
            f"{one.kind}, {one.told}: expected {one.expected}, found {told} "
            f"({first.message}) {one.fields}"
        )
    if one.expected is Verdict.MOVED:
        tally.moved += 1
        tally.decoys += one.decoys
        places = {place.now_at for place in first.places}
        tally.found += any(
            at is not None and at[: len(one.moved_to)] == one.moved_to for at in places
        )


def judged(old: Document, new: Document, fields: dict[str, Any]) -> ActionVerdict:
    """The verdict of one action."""
    step = Step(
        number=1, title="A step", reason="It is needed.", actions=(as_action(fields),), source=old
    )
    ((verdict,),) = (found.actions for found in judge_series(old, new, [step]))
    return verdict


def as_json(tree: Any) -> Document:
    """A document as JSON."""
    return parse_document(json.dumps(tree), "api.json")


def as_yaml(tree: Any) -> Document:
    """The same document as YAML, in another layout."""
    return parse_document(yaml.safe_dump(tree, sort_keys=False, indent=4, width=60), "api.yaml")
