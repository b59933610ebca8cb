"""Places of a document selected by a JSONPath query (RFC 9535)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from specmend.document.pointer import Address
from specmend.document.tree import Tree

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathQuery


class BadQuery(Exception):
    """A query is not RFC 9535; `offset` is the character of the query at which it stops being one."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def select(query: str, tree: Tree) -> tuple[Address, ...]:
    """The addresses that a query selects, in document order, each once (RFC 9535 nodelists may repeat).

    Raises BadQuery when the query is not well-formed, or nests too deep to be evaluated.
    """
    compiled = compile_query(query)
    try:
        return tuple(dict.fromkeys(node.location for node in compiled.find(tree)))
    except RecursionError as error:
        raise BadQuery("the query or the document nests too deep", 0) from error


@lru_cache(maxsize=1024)
def compile_query(query: str) -> JSONPathQuery:
    """Parse a query; raises BadQuery when it is not RFC 9535."""
    from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError

    try:
        return JSONPathEnvironment().compile(query)
    except JSONPathError as error:
        offset = error.token.index if error.token else 0
        raise BadQuery(str(error).split(", line ")[0], offset) from error
    except RecursionError as error:
        raise BadQuery("the query nests too deep", 0) from error
