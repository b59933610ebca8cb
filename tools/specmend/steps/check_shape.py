"""A step file or an overlay held against its schema: every fault with its place and, where there is one, its remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from specmend.document.jsonpath.select import compile_query
from specmend.document.text.document import Document
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import canonical, get
from specmend.errors import Problem, QueryError, did_you_mean
from specmend.steps.accepts import accepts
from specmend.steps.applies_to import is_range_or_text
from specmend.steps.schema import FILLED, OVERLAY_SCHEMA, PATH, STEP_SCHEMA, URI_REFERENCE, VERSION

if TYPE_CHECKING:
    from jsonschema import ValidationError

GAP: Final = "TODO"
"""Stands in a step that a machine proposed, where a person is to say why it is needed."""
_ADVICE = {
    "x-reason": "say in a sentence why this step is needed",
    "x-generator": "name the one generator that needs the step",
    "x-optional": "say in a sentence why the target may select nothing",
    "overlay": "specmend reads Overlay 1.0 and 1.1",
}
_MEANING = {
    FILLED: "a text that is not empty",
    PATH: "a JSONPath that starts with $ (RFC 9535)",
    VERSION: "a version such as 1.1.0",
    URI_REFERENCE: "a URI reference (RFC 3986)",
}
_KINDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "a text (in quotes if it looks like something else)",
    "integer": "a whole number",
    "boolean": "true or false",
}
_VERBS = ("update", "copy", "remove", "x-edit")


def shape_problems(document: Document) -> list[Problem]:
    """Every way in which a step file is not a step file, in the order of the text."""
    problems = [
        *_against(document, STEP_SCHEMA, ()),
        *_beyond_schema(document),
        *_nearly_ours(document),
    ]
    if not problems:
        problems = [
            *_reason(document),
            *_applies_to(document),
            *_actions(document),
        ]
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def overlay_problems(document: Document) -> list[Problem]:
    """Every way in which a file is not an overlay of the standard, in the order of the text."""
    problems = [*_against(document, OVERLAY_SCHEMA, ()), *_beyond_schema(document)]
    for address, action in _each_action(document):
        if "x-edit" in action and not problems:
            problems += _edit(document, (*address, "x-edit"), action["x-edit"])
        verbs = _verbs(action)
        if len(verbs) > 1 and verbs != ["update", "remove"]:
            problems.append(_several(document, address, verbs))
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def _beyond_schema(document: Document) -> Iterator[Problem]:
    """What the standard asks for and the schema cannot say, as far as the rest is well-formed."""
    seen: dict[str, Address] = {}
    old = isinstance(document.tree, dict) and str(document.tree.get("overlay")).startswith("1.0.")
    info = get(document.tree, ("info",))
    if old and isinstance(info, dict) and "description" in info:
        yield document.problem(("info", "description"), "description exists in info from Overlay 1.1 on",
                               expected="overlay: 1.1.0")  # fmt: skip
    for address, action in _each_action(document):
        for key in ("target", "copy"):
            yield from _query(document, (*address, key), action.get(key))
        if old and "copy" in action:
            yield document.problem(
                (*address, "copy"), "copy exists from Overlay 1.1 on", expected="overlay: 1.1.0"
            )
        first = seen.setdefault(canonical(action), address)
        if first is not address:
            line, column = document.place(first)
            yield document.problem(address, "this action is written twice", found=f"first at {line}:{column}",
                                   advice="take one of the two away")  # fmt: skip


def _each_action(document: Document) -> Iterator[tuple[Address, Mapping[str, Any]]]:
    actions = get(document.tree, ("actions",))
    for index, action in enumerate(actions if isinstance(actions, list) else []):
        if isinstance(action, dict):
            yield ("actions", index), action


def _verbs(action: Mapping[str, Any]) -> list[str]:
    """What an action does: `remove: false` equals its absence; `update: false` is an update like any other."""
    return [
        verb
        for verb in _VERBS
        if verb in action and not (verb == "remove" and action[verb] is False)
    ]


def _several(document: Document, address: Address, verbs: list[str]) -> Problem:
    return document.problem(
        address, "an action does exactly one thing", found=", ".join(verbs) or "nothing",
        expected=f"one of {', '.join(_VERBS)}", advice="split it, or take away what it should not do",
    )  # fmt: skip


def _against(document: Document, schema: Mapping[str, Any], base: Address) -> Iterator[Problem]:
    value = get(document.tree, base)
    if accepts(schema, value):
        return
    from jsonschema import Draft202012Validator

    for error in Draft202012Validator(schema).iter_errors(value):
        yield from _problems(document, error, (*base, *error.absolute_path))


def _problems(document: Document, error: ValidationError, address: Address) -> Iterator[Problem]:
    schema: Mapping[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    where = str(address[-1]) if address else "the step file"
    if error.validator == "required":
        missing = [
            name
            for name in schema["required"]
            if isinstance(error.instance, dict) and name not in error.instance
        ]
        name = next(name for name in missing if repr(name) in error.message)
        yield document.problem(
            address, f"{name} is missing in {where}", advice=_ADVICE.get(name, "")
        )
    elif error.validator == "additionalProperties":
        yield from _unknown(document, error.instance, schema, address)
    else:
        wanted = _MEANING.get(str(error.validator_value)) or _in_words(
            str(error.validator), error.validator_value
        )
        yield document.problem(
            address, f"{where} is not right", found=write_json(error.instance)[:80], expected=wanted,
            advice=_ADVICE.get(where, ""),
        )  # fmt: skip


def _in_words(keyword: str, value: Any) -> str:
    """What a keyword of a JSON Schema asks for."""
    if keyword == "type":
        return _KINDS.get(str(value), str(value))
    if keyword == "enum":
        return " or ".join(str(member) for member in value)
    if keyword.startswith("min"):
        return f"{value} or more"
    return f"{keyword} {value}"


def _unknown(
    document: Document, value: Any, schema: Mapping[str, Any], address: Address
) -> Iterator[Problem]:
    known = list(schema["properties"])
    patterns = tuple(schema.get("patternProperties", {}))
    for key in value:
        if key not in known and not (patterns and key.startswith("x-")):
            hint = (
                did_you_mean(key, known)
                or f"the keys here are {', '.join(known)}; others start with x-"
            )
            yield document.problem((*address, key), f"unknown key {key!r}", advice=hint)


def _reason(document: Document) -> Iterator[Problem]:
    if document.tree["info"]["x-reason"].strip() == GAP:
        yield document.problem(("info", "x-reason"), "the reason is still a gap", found=GAP,
                               expected="why this step is needed", advice=_ADVICE["x-reason"])  # fmt: skip


def _applies_to(document: Document) -> Iterator[Problem]:
    for index, version in enumerate(
        document.tree["info"].get("x-applies-to", {}).get("versions", [])
    ):
        if not is_range_or_text(version):
            yield document.problem(
                ("info", "x-applies-to", "versions", index), "this is not a range of versions", found=version,
                expected='as ">=0.5, <0.7", or one version as it is written',
            )  # fmt: skip


def _actions(document: Document) -> Iterator[Problem]:
    for address, action in _each_action(document):
        verbs = _verbs(action)
        if len(verbs) != 1:
            yield _several(document, address, verbs)
        if "x-edit" in action:
            yield from _edit(document, (*address, "x-edit"), action["x-edit"])


def _nearly_ours(document: Document) -> Iterator[Problem]:
    """Foreign `x-` fields are allowed, but not one whose name is nearly that of ours."""
    if isinstance(get(document.tree, ("info",)), dict):
        yield from _mistyped(
            document, ("info",), ("x-reason", "x-generator", "x-link", "x-until", "x-applies-to")
        )
    for address, _ in _each_action(document):
        yield from _mistyped(document, address, ("x-edit", "x-expect", "x-optional", "x-conflict"))


def _mistyped(document: Document, address: Address, known: tuple[str, ...]) -> Iterator[Problem]:
    for key in get(document.tree, address):
        hint = did_you_mean(key, known, 0.85) if key.startswith("x-") and key not in known else ""
        if hint:
            yield document.problem((*address, key), f"unknown key {key!r}", advice=hint)


def _query(document: Document, address: Address, query: Any) -> Iterator[Problem]:
    if not isinstance(query, str) or not query.startswith("$"):
        return
    try:
        compile_query(query)
    except QueryError as error:
        marked = f"{query[: error.offset]} <here> {query[error.offset :]}"
        yield document.problem(address, f"this is not a JSONPath of RFC 9535: {error}", found=marked,
                               advice="names that are not plain words need ['...']")  # fmt: skip


def _edit(document: Document, address: Address, edit: Mapping[str, Any]) -> Iterator[Problem]:
    from specmend.steps.edits.table import EDITS

    name = edit["name"]
    if name not in EDITS:
        hint = did_you_mean(name, EDITS) or f"the edits are {', '.join(EDITS)}"
        yield document.problem((*address, "name"), f"there is no edit named {name!r}", advice=hint)
        return
    schema = dict(EDITS[name].parameters)
    schema["properties"] = {"name": {}, **schema["properties"]}
    yield from _against(document, schema, address)
