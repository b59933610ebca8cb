"""How the objects of OpenAPI are called in messages."""

from __future__ import annotations

from typing import Any, Final

from specmend.document.openapi.operations import METHODS

_WORDS: Final = {
    "request body": "request",
    "response": "answer {}",
    "media type": "content {}",
    "parameter": "parameter `{}` ({})",
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
        return (_WORDS[kind].format(*name[:2]) if isinstance(name, tuple) else f"parameter {name}",)
    if kind == "security requirement":
        return (f"security {_requirement(name)}",)
    if kind == "operation" and name in METHODS:
        return (str(name).upper(),)
    return (_WORDS.get(kind, "{}").format(name),)


def _requirement(name: Any) -> str:
    """A requirement as its schemes with their scopes; `none` for one without schemes."""
    schemes = [
        f"`{scheme}`" + (f" ({', '.join(scopes)})" if scopes else "") for scheme, scopes in name
    ]
    return " and ".join(schemes) or "none"
