"""The reference of the Python library, made from its classes and their docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from types import FunctionType
from typing import Any

from docs.make.markdown import code, table

import specmend

CLASSES = ("Project", "Api")
ERRORS = ("SpecmendError", "RepositoryError", "OutsideError", "Problem")


def methods(name: str) -> str:
    """The methods of a public class, each with how it is called and what it does."""
    rows = ((code(_call(key, method)), _text(method)) for key, method in _methods(name))
    return table(("method", "what it does"), rows)


def functions() -> str:
    """The public functions that need no project."""
    names = [name for name in specmend.__all__ if inspect.isfunction(getattr(specmend, name))]
    rows = ((code(_call(name, getattr(specmend, name))), _text(_public(name))) for name in names)
    return table(("function", "what it does"), rows)


def records() -> str:
    """Every other public class, and what it holds."""
    names = [
        name
        for name in specmend.__all__
        if name not in {*CLASSES, *ERRORS} and inspect.isclass(_public(name))
    ]
    rows = ((code(name), _text(_public(name)), _attributes(_public(name))) for name in names)
    return table(("name", "what it is", "what it has"), rows)


def errors() -> str:
    """The public exceptions, and the record of one problem."""
    return table(("name", "what it is"), ((code(name), _text(_public(name))) for name in ERRORS))


def _public(name: str) -> Any:
    return getattr(specmend, name)


def _methods(name: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    for key in vars(_public(name)):
        method = getattr(_public(name), key)
        if not key.startswith("_") and callable(method):
            yield key, method


def _attributes(record: type) -> str:
    """The fields of a record with its properties, or the members of an enumeration."""
    if issubclass(record, Enum):
        return ", ".join(code(member.name) for member in record)
    names = [field.name for field in fields(record)] if is_dataclass(record) else []
    names += [key for key, value in vars(record).items() if _is_shown(key, value)]
    return ", ".join(map(code, names))


def _is_shown(key: str, value: object) -> bool:
    """Whether a member of a class is a property or a method for everybody."""
    return not key.startswith("_") and isinstance(value, property | FunctionType)


def _call(name: str, function: Callable[..., Any]) -> str:
    """How a function is called: its parameters and their defaults, without types."""
    signature = inspect.signature(function)
    parameters = [
        parameter.replace(annotation=inspect.Parameter.empty)
        for key, parameter in signature.parameters.items()
        if key != "self"
    ]
    return f"{name}{inspect.Signature(parameters)}"


def _text(value: Any) -> str:
    """The docstring on one line."""
    return " ".join((inspect.getdoc(value) or "").split())
