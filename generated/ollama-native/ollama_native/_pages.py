# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Lists that come in pages: their items one after the other, or page by page."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Literal, Self, TypeAlias, TypeVar

import httpx2 as httpx
from pydantic import BaseModel

from . import errors
from ._extra import check_names
from ._link_header import link_to
from ._operation import NOT_GIVEN, Arguments, Operation
from ._record import Record, replace
from ._redirect import origin

if TYPE_CHECKING:
    from ._transport import AsyncTransport, Transport

Place: TypeAlias = tuple[str | int, ...]
"""Where a value is in an answer: attributes, keys of maps, and indexes of lists."""

ItemT = TypeVar("ItemT")
PageT = TypeVar("PageT")


class Paging(Record):
    """How the pages of an operation follow each other, and where the items of a page are.

    `argument` travels in `place` and names the page that is asked for. `next` is the next cursor or URL, `more` says
    whether there is another page, `total` how many items there are, or pages for the kind `page`. The first page has
    the number `first`.
    """

    kind: Literal["cursor", "page", "offset", "link"]
    items: Place = ()
    argument: str = ""
    place: Literal["path", "query", "headers", "cookies", "fields"] = "query"
    next: Place | None = None
    more: Place | None = None
    total: Place | None = None
    first: int = 0


class Pager(Generic[ItemT, PageT]):
    """An iterator over the items of all pages; each page is asked for when its first item is.

    Iterating raises what the method for a single page raises, and PaginationError for pages without an end.
    """

    def __init__(
        self,
        transport: Transport,
        operation: Operation,
        arguments: Arguments,
        paging: Paging,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        check_names(extra or {})
        walk = _Walk(paging, arguments)
        self._pages: Generator[PageT, None, None] = _pages(transport, operation, walk, extra)
        self._items: Generator[ItemT, None, None] = _items(self._pages, walk)

    def pages(self) -> Iterator[PageT]:
        """The pages that have not been asked for yet."""
        return self._pages

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> ItemT:
        return next(self._items)


class AsyncPager(Generic[ItemT, PageT]):
    """An asynchronous iterator over the items of all pages; otherwise like Pager."""

    def __init__(
        self,
        transport: AsyncTransport,
        operation: Operation,
        arguments: Arguments,
        paging: Paging,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        check_names(extra or {})
        walk = _Walk(paging, arguments)
        self._pages: AsyncGenerator[PageT, None] = _pages_async(transport, operation, walk, extra)
        self._items: AsyncGenerator[ItemT, None] = _items_async(self._pages, walk)

    def pages(self) -> AsyncIterator[PageT]:
        """The pages that have not been asked for yet."""
        return self._pages

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> ItemT:
        return await anext(self._items)


def value_at(value: Any, place: Place) -> Any:
    """The value at a place; None where something on the way is not there."""
    for key in place:
        if isinstance(key, int):
            value = value[key] if value else None
        elif isinstance(value, Mapping):
            value = value.get(key)
        else:
            value = getattr(value, key, None)
    return value


class _Walk:
    """Where the walk over the pages of one call stands: what the next request asks for."""

    def __init__(self, paging: Paging, arguments: Arguments) -> None:
        self.arguments = arguments
        self.url = ""
        self._paging = paging
        self._seen: set[Any] = set()
        given = getattr(arguments, paging.place).get(paging.argument)
        self._given = None if given is NOT_GIVEN else given
        if paging.kind == "cursor":
            self._seen.add(self._given)
        self._last = b""

    def items(self, page: Any) -> Sequence[Any]:
        return value_at(page, self._paging.items) or ()

    def advance(self, page: Any, response: httpx.Response) -> bool:
        """Turn to the page behind this one; False where this is the last."""
        paging = self._paging
        more = None if paging.more is None else value_at(page, paging.more)
        following = None if more is False else self._following(page, response)
        if following is None:
            if more:
                raise _lost(response, "says that there are more pages, and does not name the next one")
            return False
        if following in self._seen:
            raise _lost(response, "names a page that was there before")
        self._seen.add(following)
        if paging.kind == "link":
            self.url = following
        else:
            values = getattr(self.arguments, paging.place)
            changed: dict[str, Any] = {paging.place: {**values, paging.argument: following}}
            self.arguments = replace(self.arguments, **changed)
        return True

    def _following(self, page: Any, response: httpx.Response) -> Any:
        """The cursor, number or URL of the next page; None where there is none."""
        paging = self._paging
        if paging.kind == "cursor":
            return value_at(page, paging.next or ()) or None
        if paging.kind == "link":
            return _link(page, response, paging.next)
        count = len(self.items(page))
        if not count:
            return None
        self._check_change(page, response)
        reached = int(paging.first if self._given is None else self._given)
        self._given = reached + (1 if paging.kind == "page" else count)
        total = None if paging.total is None else value_at(page, paging.total)
        return None if total is not None and self._given >= total + paging.first else self._given

    def _check_change(self, page: Any, response: httpx.Response) -> None:
        """The same objects again say that the server does not heed the number of the page."""
        if response.content == self._last and isinstance(self.items(page)[0], (BaseModel, Mapping)):
            raise _lost(response, "is the same as that for the page before")
        self._last = response.content


def _link(page: Any, response: httpx.Response, place: Place | None) -> str | None:
    """The URL of the next page, in the answer or in its header Link (RFC 8288 section 3)."""
    link = link_to("next", response.headers.get("link", "")) if place is None else value_at(page, place)
    if not link:
        return None
    asked = response.request.url
    url = asked.join(str(link))
    if origin(url) != origin(asked):
        raise _lost(response, f"has the next page on another server, {url.scheme}://{url.host}")
    return str(url)


def _lost(response: httpx.Response, words: str) -> errors.PaginationError:
    url = response.request.url.copy_with(userinfo=None, query=None)
    return errors.PaginationError(response, f"the answer of {response.request.method} {url} {words}")


def _pages(
    transport: Transport, operation: Operation, walk: _Walk, extra: Mapping[str, Any] | None
) -> Generator[Any, None, None]:
    while True:
        page, response = transport.page(operation, walk.arguments, extra, walk.url)
        yield page
        if not walk.advance(page, response):
            return


async def _pages_async(
    transport: AsyncTransport, operation: Operation, walk: _Walk, extra: Mapping[str, Any] | None
) -> AsyncGenerator[Any, None]:
    while True:
        page, response = await transport.page(operation, walk.arguments, extra, walk.url)
        yield page
        if not walk.advance(page, response):
            return


def _items(pages: Iterator[Any], walk: _Walk) -> Generator[Any, None, None]:
    for page in pages:
        yield from walk.items(page)


async def _items_async(pages: AsyncIterator[Any], walk: _Walk) -> AsyncGenerator[Any, None]:
    async for page in pages:
        for item in walk.items(page):
            yield item
