"""One step settled on the new document: its intents tried, and its file as it is afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from specmend.document.text.document import Document
from specmend.document.tree.values import Tree
from specmend.steps.check_action import Stage, judge_action
from specmend.steps.expectation import as_data, describe, meets
from specmend.steps.line_origins import Lines
from specmend.steps.positional import explained
from specmend.steps.step import Action, Expectation, Step, Verdict
from specmend.update.conflict import plain_conflict
from specmend.update.intent import Intent
from specmend.update.records import ActionFate, Fate, Fields

_VERBS: Final = ("update", "copy", "remove", "x-edit")
_STAYS: Final = frozenset({Fate.KEPT, Fate.REFRESHED, Fate.FOLLOWED, Fate.SHORTENED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Tried:
    """What became of an intent on a tree: the actions that stand with what they find, or why one cannot be made."""

    intent: Intent
    tree: Tree
    stand: tuple[tuple[Action, Expectation | None], ...] = ()
    needless: bool = False
    fault: str = ""
    verdict: Verdict = Verdict.CONFLICT


def settle(
    document: Document, tree: Tree, step: Step, intents: Sequence[Intent]
) -> tuple[Tree, list[ActionFate]]:
    """The tree after the step and the fate of each action; the same tree when one of them is open."""
    now, tried = tree, []
    for intent in intents:
        tried.append(_try(document, now, step, intent))
        now = tried[-1].tree
    if any(one.fault for one in tried):
        return tree, [_left(step, one) for one in tried]
    return now, [_done(step, one) for one in tried]


def left_open(step: Step, intents: Iterable[Intent], why: str) -> list[ActionFate]:
    """The fates of a step that cannot be made as a whole: its first action that stays says why."""
    tried = [Tried(intent=intent, tree=None) for intent in intents]
    first = next((at for at, one in enumerate(tried) if one.intent.stand), 0)
    tried[first] = replace(tried[first], fault=why)
    return [_left(step, one) for one in tried]


def without_conflict(fields: Fields) -> dict[str, Any]:
    """The fields of an action without what was left for a person."""
    return {key: value for key, value in fields.items() if key != "x-conflict"}


def _try(document: Document, tree: Tree, step: Step, intent: Intent) -> Tried:
    if intent.fate is Fate.OPEN and not intent.strict:
        return Tried(
            intent=intent,
            tree=tree,
            fault=intent.words or str(intent.verdict),
            verdict=intent.verdict,
        )
    stage = Stage(document=document, lines=Lines(lines=()))
    stand: list[tuple[Action, Expectation | None]] = []
    needless = False
    for action in intent.stand:
        made, outcome = judge_action(
            stage, tree, step, replace(action, open=None), enforce=intent.strict
        )
        if outcome.verdict is Verdict.ALREADY_UPSTREAM and not intent.strict:
            needless = True
        elif outcome.problem:
            found = f" (found {outcome.problem.found})" if outcome.problem.found else ""
            words = (
                intent.words if intent.fate is Fate.OPEN else f"{outcome.problem.message}{found}"
            )
            verdict = intent.verdict if intent.fate is Fate.OPEN else outcome.verdict
            return Tried(intent=intent, tree=tree, fault=words or str(verdict), verdict=verdict)
        else:
            stand.append((action, outcome.found if outcome.found.matches else None))
            tree = made
    return Tried(intent=intent, tree=tree, stand=tuple(stand), needless=needless)


def _done(step: Step, tried: Tried) -> ActionFate:
    """The fate of an action of a step that can be made."""
    intent, fields = tried.intent, _own_fields(step, tried.intent.action)
    standing = tuple(
        _standing(fields, intent.action, action, found) for action, found in tried.stand
    )
    fate, words = intent.fate, intent.words
    if not standing:
        fate = fate if fate not in _STAYS else Fate.RETIRED
        words = (
            words if fate is intent.fate else f"the document already says so; {words}".rstrip("; ")
        )
    elif fate in {Fate.OPEN, Fate.KEPT}:
        changed = [
            found for action, found in tried.stand if found and not _meets(found, action.expect)
        ]
        was = describe(intent.action.expect) if intent.action.expect else "nothing recorded"
        fate = Fate.REFRESHED if changed else Fate.SHORTENED if tried.needless else Fate.KEPT
        more = f"{was} → {describe(changed[0])}" if changed else ""
        words = "; ".join(filter(None, [words, more]))
    return ActionFate(
        action=intent.action, verdict=intent.verdict, fate=fate, words=words, fields=standing
    )


def _left(step: Step, tried: Tried) -> ActionFate:
    """The fate of an action of a step of which one is open: what is known of it is written all the same."""
    intent, fields = tried.intent, _own_fields(step, tried.intent.action)
    if tried.fault:
        known = intent.conflict or {}
        conflict = {**known, **plain_conflict(str(_for_people(tried.verdict)), tried.fault)}
        return ActionFate(
            action=intent.action, verdict=tried.verdict, fate=Fate.OPEN, words=tried.fault,
            fields=({**fields, "x-conflict": conflict},), conflict=conflict,
        )  # fmt: skip
    found = (*intent.found, *[None] * len(intent.stand))
    standing = tuple(
        _standing(fields, intent.action, action, known)
        for action, known in zip(intent.stand, found, strict=False)
    )
    fate = Fate.KEPT if intent.fate is Fate.OPEN else intent.fate
    return ActionFate(
        action=intent.action, verdict=intent.verdict, fate=fate, words=intent.words, fields=standing
    )


def _for_people(verdict: Verdict) -> Verdict:
    return Verdict.CONFLICT if verdict in {Verdict.APPLIES, Verdict.ALREADY_UPSTREAM} else verdict


def _own_fields(step: Step, action: Action) -> dict[str, Any]:
    return without_conflict(step.source.tree["actions"][action.index])


def _standing(
    fields: Mapping[str, Any], old: Action, new: Action, found: Expectation | None
) -> Fields:
    """The fields of an action that stands for another one; whatever is the same keeps its place in the text."""
    made = dict(fields)
    if replace(new, expect=None, open=None) != replace(old, expect=None, open=None):
        made = _rewritten(fields, new)
    if (
        found is not None
        and found.matches
        and not _meets(found, old.expect if new.expect is None else new.expect)
    ):
        made["x-expect"] = as_data(found)
    return explained(made)


def _rewritten(fields: Mapping[str, Any], new: Action) -> dict[str, Any]:
    verbs: dict[str, Any] = {
        "x-edit": {"name": new.edit, **new.parameters} if new.edit else None,
        "remove": new.remove or None,
        "copy": new.copy or None,
    }
    verb = next(((key, value) for key, value in verbs.items() if value), ("update", new.update))
    made: dict[str, Any] = {}
    for key, value in fields.items():
        if key in _VERBS:
            made[verb[0]] = verb[1]
        else:
            made[key] = new.target if key == "target" else value
    return made


def _meets(found: Expectation, expected: Expectation | None) -> bool:
    return expected is not None and meets(found, expected)
