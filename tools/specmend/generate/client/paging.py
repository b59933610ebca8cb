"""What the templates are told about lists that come in pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Paging:
    """How the pages of an operation follow each other, in the words of the runtime.

    `item` and `page` are the types of one item and of one page as annotations have them; `name` is
    that of the method that gives all items.
    """

    kind: str
    items: tuple[str | int, ...]
    argument: str
    place: str
    next: tuple[str | int, ...] | None
    more: tuple[str | int, ...] | None
    total: tuple[str | int, ...] | None
    first: int
    item: str
    page: str
    name: str = ""
