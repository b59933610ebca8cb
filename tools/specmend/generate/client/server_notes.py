"""What docstrings and README say of the servers of a client."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from specmend.generate.client.server import ServerArgument

_OWN: Final = (
    "Other places for the servers that some operations have of their own: {}. Without one they are "
    "where the document says, and get keys only while the base URL is one of the document's."
)


def server_notes(
    arguments: Sequence[ServerArgument], own: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Each argument that says where servers are, and what becomes of it."""
    for one in arguments:
        yield one.argument, " ".join(_sentences(one))
    if own:
        listed = ", ".join(f"`{url}`" for url in own)
        yield "servers", _OWN.format(listed)


def _sentences(one: ServerArgument) -> Iterator[str]:
    variable = one.variable
    place = f"`{{{variable.name}}}` in the base URL"
    yield f"What stands for {place}; `{variable.default}` unless given."
    if variable.description:
        first = variable.description
        yield first if first.endswith((".", "!", "?")) else f"{first}."
