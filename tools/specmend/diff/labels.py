"""How the objects of OpenAPI are called in messages."""

from __future__ import annotations

from typing import Any, Final

from specmend.document.openapi.operations import METHODS

_WORDS: Final = {
    "request body": "request",
    "response": "answer {}",
    "media type": "content {}",
    "header": "header `{}`",
    "server": "server {}",
    "server variable": "variable `{}`",
    "security requirement": "security {}",
    "security scheme": "security scheme {}",
    "tag": "tag {}",
    "encoding": "encoding `{}`",
    "example": "example {}",
    "link": "link {}",
    "callback": "callback {}",
    "path item": "path {}",
}
_SILENT: Final = ("media type",)
"""Objects that go without saying where there is only one."""


def label(kind: str, name: Any, *, several: bool = True) -> tuple[str, ...]:
    """The words for an object of a kind by its name, from the object that holds it."""
    if kind == "schema":
        return () if name == "schema" else (str(name),)
    if kind in _SILENT and not several:
        return ()
    if kind == "parameter":
        return (_parameter(name) if isinstance(name, tuple) else f"parameter {name}",)
    if kind == "security requirement":
        return (f"security {_requirement(name)}",)
    if kind == "operation" and name in METHODS:
        return (str(name).upper(),)
    return (_WORDS.get(kind, "{}").format(name),)


def _parameter(identity: tuple[str, ...]) -> str:
    """A parameter as its name and its place; a damaged one may lack either."""
    name, where = identity[:2]
    place = f" ({where})" if where else ""
    return f"parameter `{name}`{place}" if name else f"parameter without a name{place}"


def _requirement(name: Any) -> str:
    """A requirement as its schemes with their scopes; `none` for one without schemes.

    One that comes again has a mark beside them.
    """
    schemes = [
        f"`{one[0]}`" + (f" ({', '.join(one[1])})" if one[1] else "")
        for one in name
        if isinstance(one, tuple)
    ]
    return " and ".join(schemes) or "none"
