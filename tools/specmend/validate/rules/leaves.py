"""The errors of a JSON Schema that tell something, instead of the one that holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import ValidationError

_Branch = list["ValidationError"]


def leaves(error: ValidationError) -> list[ValidationError]:
    """The errors inside an error of `oneOf` or `anyOf`: all those of the branch that was meant.

    An error is given itself where no branch is, and where each only wants another field.
    """
    branches = _meant(error)
    if not branches or (len(branches) > 1 and all(map(_only_wants, branches))):
        return [error]
    # Each error is looked into once: compositions nest as deep as documents do.
    inside = [[leaf for inner in branch for leaf in leaves(inner)] for branch in branches]
    refers = "$ref" in fields_of(error)
    distances = [
        _distance(branch, len(found), refers=refers)
        for branch, found in zip(branches, inside, strict=True)
    ]
    return inside[distances.index(min(distances))]


def wanted(error: ValidationError) -> list[str]:
    """The fields of which an object needs one, where each branch only wants another field."""
    return [name for branch in _meant(error) for inner in branch for name in listed_by(inner)]


def listed_by(error: ValidationError) -> list[str]:
    """The names that the keyword of an error lists."""
    listed: Any = error.validator_value
    return [str(name) for name in listed]


def fields_of(error: ValidationError) -> list[str]:
    """The fields of the object of an error; none of any other value."""
    instance: Any = error.instance
    return list(instance) if isinstance(instance, dict) else []


def _meant(error: ValidationError) -> list[_Branch]:
    """The branches without that of a reference, where the object is none."""
    branches = _branches(error)
    others = [branch for branch in branches if not any(map(_wants_reference, branch))]
    return branches if "$ref" in fields_of(error) or not others else others


def _branches(error: ValidationError) -> list[_Branch]:
    """The errors of each branch, in the order of the branches."""
    branches: dict[int | str, _Branch] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    return list(branches.values())


def _only_wants(branch: _Branch) -> bool:
    return all(error.validator == "required" and not error.path for error in branch)


def _distance(branch: _Branch, count: int, *, refers: bool) -> tuple[bool, bool, int, int]:
    """How far a value is from what a branch describes; `refers` says that it is a reference.

    `count` is the number of errors that tell something.
    """
    of_other_kind = refers and any(list(error.path)[:1] != ["$ref"] for error in branch)
    of_other_type = any(error.validator == "type" and not error.path for error in branch)
    shallow = [error for error in branch if len(error.path) <= 1]
    words = sum(error.validator in {"enum", "const"} for error in shallow)
    return of_other_kind, of_other_type, words, count


def _wants_reference(error: ValidationError) -> bool:
    return error.validator == "required" and error.validator_value == ["$ref"] and not error.path
