"""Checks a step file or an overlay: every fault with its place and, if there is one, its remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.jsonpath.select import compile_query
from specmend.document.text.document import Document
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import canonical, get
from specmend.errors import Problem, QueryError, did_you_mean
from specmend.steps.action_number import NUMBER, numbers_twice
from specmend.steps.applies_to import is_range_or_text
from specmend.steps.edit_parameters import parameters_fit
from specmend.steps.fields import overlay_fields, step_fields
from specmend.steps.schema import OVERLAY_SCHEMA, STEP_SCHEMA
from specmend.steps.schema_faults import ADVICE, schema_faults
from specmend.steps.step import VERBS

GAP: Final = "TODO"
"""Stands in a step that a machine proposed, where a person is to say why it is needed."""

PATHS: Final = ("target", "copy")
"""The fields of an action that are queries."""

_OUR_INFO: Final = ("x-reason", "x-generator", "x-link", "x-until", "x-applies-to")
_OUR_ACTION: Final = ("x-edit", "x-expect", "x-optional", "x-number", "x-conflict")
_NEARLY: Final = 0.85


def shape_problems(document: Document, *, with_gaps: bool = False) -> list[Problem]:
    """Every way in which a step file is not a step file, in the order of the text.

    `with_gaps` lets a reason be a gap still.
    """
    problems = [
        *_schema_problems(document, is_step=True),
        *_beyond_schema(document),
        *_nearly_ours(document),
    ]
    if not problems:
        problems = [
            *([] if with_gaps else _reason(document)),
            *_applies_to(document),
            *_actions(document),
            *_numbers(document),
        ]
    return _in_order(problems)


def overlay_problems(document: Document) -> list[Problem]:
    """Every way in which a file is not an overlay of the standard, in the order of the text."""
    problems = [*_schema_problems(document, is_step=False), *_beyond_schema(document)]
    for address, action in _each_action(document):
        if "x-edit" in action and not problems:
            problems += _edit(document, (*address, "x-edit"), action["x-edit"])
        verbs = _verbs(action)
        if len(verbs) > 1 and verbs != ["update", "remove"]:
            problems.append(_several(document, address, verbs))
    return _in_order(problems)


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def _schema_problems(document: Document, *, is_step: bool) -> Iterator[Problem]:
    read, schema = (step_fields, STEP_SCHEMA) if is_step else (overlay_fields, OVERLAY_SCHEMA)
    if read(document.tree) is None:
        yield from schema_faults(document, schema, document.tree, ())


def _beyond_schema(document: Document) -> Iterator[Problem]:
    """What the standard asks for and the schema cannot say, as far as the rest is well-formed."""
    is_10 = str(get(document.tree, ("overlay",))).startswith("1.0.")
    if is_10:
        yield from _only_in_11(document)
    seen: dict[str, Address] = {}
    for address, action in _each_action(document):
        for key in PATHS:
            yield from _query(document, (*address, key), action.get(key))
        first = seen.setdefault(canonical(action), address)
        if first is not address:
            yield _written_twice(document, address, first)


def _only_in_11(document: Document) -> Iterator[Problem]:
    """The fields that came with Overlay 1.1: `info.description` and `copy`."""
    expected = "overlay: 1.1.0"
    info = get(document.tree, ("info",))
    if isinstance(info, dict) and "description" in info:
        message = "description exists in info from Overlay 1.1 on"
        yield document.problem(("info", "description"), message, expected=expected)
    for address, action in _each_action(document):
        if "copy" in action:
            message = "copy exists from Overlay 1.1 on"
            yield document.problem((*address, "copy"), message, expected=expected)


def _written_twice(document: Document, address: Address, first: Address) -> Problem:
    line, column = document.place(first)
    return document.problem(
        address,
        "this action is written twice",
        found=f"first at {line}:{column}",
        advice="remove one of the two",
    )


def _each_action(document: Document) -> Iterator[tuple[Address, Mapping[str, Any]]]:
    actions = get(document.tree, ("actions",))
    for index, action in enumerate(actions if isinstance(actions, list) else []):
        if isinstance(action, dict):
            yield ("actions", index), action


def _verbs(action: Mapping[str, Any]) -> list[str]:
    """What an action does: `remove: false` equals its absence, `update: false` does not."""
    present = [verb for verb in VERBS if verb in action]
    return [verb for verb in present if not (verb == "remove" and action[verb] is False)]


def _several(document: Document, address: Address, verbs: list[str]) -> Problem:
    return document.problem(
        address,
        "an action does exactly one thing",
        found=", ".join(verbs) or "nothing",
        expected=f"one of {', '.join(VERBS)}",
        advice="split it, or remove what it should not do",
    )


def _reason(document: Document) -> Iterator[Problem]:
    if document.tree["info"]["x-reason"].strip() == GAP:
        yield document.problem(
            ("info", "x-reason"),
            "the reason is still a gap",
            found=GAP,
            expected="why this step is needed",
            advice=ADVICE["x-reason"],
        )


def _applies_to(document: Document) -> Iterator[Problem]:
    versions = get(document.tree, ("info", "x-applies-to", "versions"))
    for index, version in enumerate(versions if isinstance(versions, list) else []):
        if not is_range_or_text(version):
            yield document.problem(
                ("info", "x-applies-to", "versions", index),
                "this is not a range of versions",
                found=version,
                expected='as ">=0.5, <0.7", or one version as it is written',
            )


def _actions(document: Document) -> Iterator[Problem]:
    for address, action in _each_action(document):
        verbs = _verbs(action)
        if len(verbs) != 1:
            yield _several(document, address, verbs)
        if "x-edit" in action:
            yield from _edit(document, (*address, "x-edit"), action["x-edit"])


def _numbers(document: Document) -> Iterator[Problem]:
    """Actions that say the number of another one: a decision would be about both."""
    actions = document.tree["actions"]
    for index, first in numbers_twice(actions):
        line, column = document.place(("actions", first, NUMBER))
        yield document.problem(
            ("actions", index, NUMBER),
            "another action of this step has this number",
            found=f"first at {line}:{column}",
            expected="a number for each action",
            advice="give it another number, or remove the field",
        )


def _nearly_ours(document: Document) -> Iterator[Problem]:
    """Foreign `x-` fields are allowed, but not one whose name is nearly that of ours."""
    if isinstance(get(document.tree, ("info",)), dict):
        yield from _mistyped(document, ("info",), _OUR_INFO)
    for address, _ in _each_action(document):
        yield from _mistyped(document, address, _OUR_ACTION)


def _mistyped(document: Document, address: Address, known: tuple[str, ...]) -> Iterator[Problem]:
    for key in get(document.tree, address):
        if not key.startswith("x-") or key in known:
            continue
        hint = did_you_mean(key, known, _NEARLY)
        if hint:
            yield document.problem((*address, key), f"unknown key '{key}'", advice=hint)


def _query(document: Document, address: Address, query: Any) -> Iterator[Problem]:
    if not isinstance(query, str) or not query.startswith("$"):
        return
    try:
        compile_query(query)
    except QueryError as error:
        yield document.problem(
            address,
            f"this is not a JSONPath of RFC 9535: {error}",
            found=f"{query[: error.offset]} <here> {query[error.offset :]}",
            advice="names that are not plain words need ['...']",
        )


def _edit(document: Document, address: Address, edit: Mapping[str, Any]) -> Iterator[Problem]:
    from specmend.steps.edits.table import EDITS

    name = edit["name"]
    if name not in EDITS:
        hint = did_you_mean(name, EDITS) or f"the edits are {', '.join(EDITS)}"
        yield document.problem((*address, "name"), f"there is no edit named '{name}'", advice=hint)
        return
    schema = EDITS[name].parameters
    parameters = {key: value for key, value in edit.items() if key != "name"}
    if not parameters_fit(schema, parameters):
        named = {**schema, "properties": {"name": {}, **schema["properties"]}}
        yield from schema_faults(document, named, parameters, address)
