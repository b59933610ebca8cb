"""The variables in the URLs of an API's servers, and the values that a client is given for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ._address import filled
from ._record import Record

_UNFIT: Final = r"[\s\x00-\x1f\x7f?#@\\]"


class Variable(Record):
    """A variable by the argument of the client; one without `choices` takes any text that fits there."""

    argument: str
    default: str
    choices: tuple[str, ...] = ()


def read_variables(known: Mapping[str, Variable], given: Mapping[str, str | None], base_url: str) -> dict[str, str]:
    """The value of each variable: the one that is given, or else its default.

    Raises ValueError for a value that cannot be, and for one of a variable that the base URL does not have.
    """
    values = {}
    for name, variable in known.items():
        value = given.get(name)
        if value is not None:
            _check(name, variable, value, base_url)
        values[name] = variable.default if value is None else value
    return values


def _check(name: str, variable: Variable, value: str, base_url: str) -> None:
    before, found, _ = base_url.partition(f"{{{name}}}")
    if not found:
        raise ValueError(f"{variable.argument} says nothing here: the base URL has no {{{name}}}")
    if variable.choices and value not in variable.choices:
        raise ValueError(f"{variable.argument} must be one of {', '.join(variable.choices)}")
    if not value or re.search(_UNFIT, value) or (_is_host(before) and "/" in value):
        raise ValueError(f"{variable.argument} has a character that this part of a URL cannot have, or none")


def _is_host(before: str) -> bool:
    """Whether what follows in a URL is a part of the host or the port; another host would get the keys."""
    return "://" in before and "/" not in before.partition("://")[2]


__all__ = ["Variable", "filled", "read_variables"]
