"""What two documents say at a place, by plain look-ups: judges verdicts, and shares no code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

ABSENT: Any = type("Absent", (), {"__repr__": lambda _: "absent"})()
Place = tuple[Any, ...]
_WORDS = {"description", "title", "summary", "example", "examples", "externalDocs"}
_SILENT = {
    "minItems": 0,
    "minLength": 0,
    "nullable": False,
    "deprecated": False,
    "additionalProperties": True,
}


def look(tree: Any, place: Place) -> Any:
    """The value at a place, or ABSENT."""
    for token in place:
        if (isinstance(tree, dict) and token in tree) or (
            isinstance(tree, list) and isinstance(token, int) and token < len(tree)
        ):
            tree = tree[token]
        else:
            return ABSENT
    return tree


def equal(one: Any, other: Any) -> bool:
    """Whether two values are the same JSON, the order of keys aside."""
    if one is ABSENT or other is ABSENT:
        return one is other
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def means(one: Any, other: Any, key: Any, home: Any, away: Any) -> bool:
    """Whether they are the same but for words, empty keywords, order of sets, references."""
    if equal(one, other):
        return True
    if one is ABSENT or other is ABSENT:
        present = other if one is ABSENT else one
        return key in _SILENT and equal(present, _SILENT[key])
    return equal(_plain(one, home, 0), _plain(other, away, 0)) or equal(
        _plain(one, None, 0), _plain(other, None, 0)
    )


def _plain(value: Any, tree: Any, depth: int) -> Any:
    """A value written out: references followed, without words, null as a type."""
    if isinstance(value, list):
        made = [_plain(member, tree, depth) for member in value]
        return sorted(made, key=lambda member: json.dumps(member, sort_keys=True))
    if not isinstance(value, dict) or depth > 6:
        return value
    reference = value.get("$ref")
    if tree is not None and isinstance(reference, str) and reference.startswith("#/"):
        return _plain(look(tree, tuple(reference[2:].split("/"))), tree, depth + 1)
    kept = {
        k: v
        for k, v in value.items()
        if k not in _WORDS and not (k in _SILENT and equal(v, _SILENT[k]))
    }
    if kept.pop("nullable", False) is True:
        kept["type"] = [kept.get("type"), "null"]
    return {key: _plain(member, tree, depth + 1) for key, member in kept.items()}


def writes(action: Any, target: Any, place: Place) -> Iterator[tuple[Place, Any, Any]]:
    """Each place that an action writes to below a target, with the value before and after."""
    if action.remove or action.edit == "remove-where":
        yield place, target, ABSENT
    elif action.edit == "set-value":
        yield place, target, action.parameters["value"]
    elif not action.edit and not action.copy:
        yield from _merged(target, action.update, place)


def _merged(target: Any, update: Any, place: Place) -> Iterator[tuple[Place, Any, Any]]:
    if isinstance(target, dict) and isinstance(update, dict) and update:
        for key, value in update.items():
            yield from _merged(target.get(key, ABSENT), value, (*place, key))
    elif isinstance(target, list):
        yield place, target, [*target, *(update if isinstance(update, list) else [update])]
    else:
        yield place, target, update
