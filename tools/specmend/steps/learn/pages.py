"""Guesses which lists come in pages: by the names of parameters, and of what an answer has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from specmend.document.openapi.operations import Operation, operations
from specmend.document.openapi.references import resolve
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree

MARKS: Final = ("x-pagination", "x-speakeasy-pagination", "x-fern-pagination", "x-ms-pageable")
"""What says already how an operation pages."""

_CURSORS: Final = """
    after cursor page_token pagetoken starting_after next_token nexttoken continuation_token
    continuationtoken marker start_cursor page_cursor pagination_token
""".split()  # noqa: SIM905 - a list would have a line for each
_FOLLOWING: Final = """
    next_cursor nextcursor next_page_token nextpagetoken next_token nexttoken end_cursor endcursor
    continuation_token continuationtoken next_marker nextmarker next after cursor
""".split()  # noqa: SIM905 - as above
_PAGES: Final = ("page", "page_number", "pagenumber", "page_no", "pageno", "page_num", "pagenum")
_OFFSETS: Final = ("offset", "skip")
_MORE: Final = ("has_more", "hasmore", "has_next", "hasnext", "has_next_page", "hasnextpage")
_ITEMS: Final = ("data", "items", "results", "values", "entries", "records", "list")


@dataclass(frozen=True, kw_only=True, slots=True)
class PagesGuess:
    """An operation, and the `x-pagination` that it probably needs."""

    operation: Operation
    mark: Mapping[str, str]

    @property
    def address(self) -> Address:
        """Where the mark belongs."""
        return self.operation.address


def guess_pages(tree: Tree) -> Iterator[PagesGuess]:
    """A guess for each list without a mark; only what GET answers is looked at."""
    for operation in operations(tree):
        if operation.method == "GET" and not set(MARKS) & set(operation.node):
            mark = _Look(tree, operation).mark()
            if mark:
                yield PagesGuess(operation=operation, mark=mark)


class _Look:
    """What an operation takes and answers, by names in small letters."""

    def __init__(self, tree: Tree, operation: Operation) -> None:
        self._tree = tree
        shared = tree["paths"][operation.path].get("parameters") or ()
        given = [self._at(one) for one in (*shared, *(operation.node.get("parameters") or ()))]
        self._queries = [str(one.get("name")) for one in given if one.get("in") == "query"]
        codes = operation.node.get("responses") or {}
        success = sorted(code for code in map(str, codes) if code.startswith("2"))
        self._answer = self._at(codes.get(success[0])) if success else {}

    def mark(self) -> dict[str, str]:
        """The mark that fits best; empty where nothing fits."""
        schema = self._schema()
        items = self._items(schema)
        if items is None:
            return {}
        kind = self._kind(schema)
        return kind and {**kind, **({"items": items} if items else {})}

    def _kind(self, schema: Mapping[str, Any]) -> dict[str, str]:
        places = dict(self._places(schema))
        following = next((places[name] for name in _FOLLOWING if name in places), "")
        cursor = self._query(_CURSORS)
        if cursor and following:
            found = {"kind": "cursor", "argument": cursor, "next": following}
        elif any(str(name).lower() == "link" for name in self._answer.get("headers") or ()):
            return {"kind": "link"}
        elif page := self._query(_PAGES):
            found = {"kind": "page", "argument": page}
        elif offset := self._query(_OFFSETS):
            found = {"kind": "offset", "argument": offset}
        else:
            return {}
        more = next((places[name] for name in _MORE if name in places), "")
        return {**found, **({"more": more} if more else {})}

    def _query(self, names: tuple[str, ...] | list[str]) -> str:
        by_small = {name.lower(): name for name in self._queries}
        return next((by_small[name] for name in names if name in by_small), "")

    def _schema(self) -> dict[str, Any]:
        content = self._answer.get("content") or {}
        media: Any = next((one for name, one in content.items() if "json" in name), {})
        return self._at(self._at(media).get("schema"))

    def _items(self, schema: Mapping[str, Any]) -> str | None:
        """The place of the list; empty where the answer is it, and None where there is none."""
        if self._is(schema, "array"):
            return ""
        lists = [name for name, one in self._properties(schema) if self._is(one, "array")]
        named = [name for name in lists if name.lower() in _ITEMS]
        return next(iter(named or (lists if len(lists) == 1 else ())), None)

    def _places(self, schema: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """The places of single values in an answer and in its objects, by their small names."""
        inner = []
        for name, one in self._properties(schema):
            if self._is(one, "string", "boolean", "integer"):
                yield name.lower(), name
            else:
                inner.append((name, one))
        for outer, one in inner:
            for name, value in self._properties(one):
                if self._is(value, "string", "boolean", "integer"):
                    yield name.lower(), f"{outer}.{name}"

    def _properties(self, schema: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        for part in (schema, *map(self._at, schema.get("allOf") or ())):
            for name, one in (part.get("properties") or {}).items():
                yield str(name), self._at(one)

    def _is(self, schema: Mapping[str, Any], *types: str) -> bool:
        found = schema.get("type")
        return bool({*types} & {*(found if isinstance(found, list) else [found])})

    def _at(self, node: Any) -> dict[str, Any]:
        """What a node is, or refers to."""
        reference = node.get("$ref") if isinstance(node, dict) else None
        found = resolve(self._tree, reference) if isinstance(reference, str) else node
        return found if isinstance(found, dict) else {}
