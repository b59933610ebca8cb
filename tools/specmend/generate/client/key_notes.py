"""What docstrings and README say of the keys of a client."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from specmend.document.openapi.security import alternatives, required_of
from specmend.generate.client.security import API_KEY, Scheme, Security
from specmend.generate.docstring import safe_text

_WIDTH = 108

_ONLY_THERE = "It goes to the server of `base_url` only, and to another machine only by https."
_CALLABLE = "A callable is asked for one before each request."


def key_notes(security: Security) -> Iterator[tuple[str, str]]:
    """Each argument for a key, and what becomes of it."""
    single = security.schemes.get(security.single)
    if single is not None and single.argument != API_KEY:
        yield API_KEY, f"Another name for `{single.argument}`, the one key of this API."
    for scheme in security.schemes.values():
        yield scheme.argument, " ".join(_sentences(scheme))


def needs_of(security: Security, document: dict[str, Any], node: dict[str, Any]) -> str:
    """The keys and scopes that an operation needs; empty where it says nothing of its own.

    The scopes are those of tokens, or since OpenAPI 3.1 roles of any scheme.
    """
    if not security.schemes:
        return ""
    own = security.own(document, node)
    ways = list(dict.fromkeys(_ways(security, required_of(document, node))))
    if own is None and not any("(" in way for way in ways):
        return ""
    return f"Needs {', or '.join(ways)}." if ways else "Needs no key."


def in_init_note(note: tuple[str, str]) -> str:
    """A note as the docstring of the client has it, on lines of fitting width."""
    text = safe_text(": ".join(note))
    return textwrap.fill(text, _WIDTH, subsequent_indent=" " * 12, break_long_words=False)


def way_of(scheme: Scheme) -> str:
    """How a key travels, in a few words."""
    if scheme.place == "query":
        return f"sent in the query as `{scheme.wire}`"
    if scheme.place == "cookie":
        return f"sent as the cookie `{scheme.wire}`"
    if scheme.kind == "key":
        return f"sent in the header `{scheme.wire}`"
    if scheme.kind == "basic":
        return "a pair of user and password, or `user:password`, sent as basic credentials"
    if scheme.kind == "http":
        return (
            "the whole credentials, sent in the header `Authorization`; or an auth object of httpx"
        )
    return "sent as a bearer token"


def _ways(security: Security, listed: Any) -> Iterator[str]:
    for alternative in alternatives(listed):
        parts = []
        for name, scopes in alternative.items():
            scheme = security.schemes.get(name)
            named = ", ".join(map(str, scopes)) if isinstance(scopes, list) else ""
            if scheme is not None:
                parts.append(f"`{scheme.argument}`{f' ({named})' if named else ''}")
        # One of certificates alone is none of keys.
        if parts or not alternative:
            yield " and ".join(parts) or "no key"


def _sentences(scheme: Scheme) -> Iterator[str]:
    way = way_of(scheme)
    yield f"{way[0].upper()}{way[1:]}."
    if scheme.deprecated:
        yield "Deprecated by the API."
    if scheme.description:
        first = " ".join(scheme.description.partition("\n\n")[0].split())
        yield first if first.endswith((".", "!", "?")) else f"{first}."
    if scheme.kind != "basic":
        yield _CALLABLE
    yield _ONLY_THERE
