"""Places of a document selected by a JSONPath query (RFC 9535)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.remembered import remembered
from specmend.document.tree.values import Tree
from specmend.errors import QueryError
from specmend.limits import MAX_NODES

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathQuery

    from specmend.document.jsonpath.patterns import BoundEnvironment

_FOREIGN: Final = (
    (r"~", "the key selector ~ is an extension"),
    (r"\^", "the parent selector ^ is an extension"),
    (r"-[^\W\d]", "put a name with a hyphen in brackets and quotes"),
    (r"/", "put a name with a slash in brackets and quotes"),
    (r"\d", "put a name that starts with a digit in brackets and quotes"),
    (r"`", "the operators in backticks are extensions"),
    (r"=~", "the comparison =~ is an extension; there are match() and search()"),
    (r"(?<===)=", "the comparison === is an extension; there is =="),
    (r"\(.*\)\]", "the script expression (…) is an extension"),
    (
        r"in\b|nin\b|subsetof\b|anyof\b|noneof\b|contains\b",
        "operators that are words are extensions",
    ),
    (r"and\b|or\b|not\b", "operators that are words are extensions; there are && || !"),
    (
        r"(property|parent|parentProperty|path|root)\b",
        "the words @property, @parent and the like are extensions",
    ),
    (r"@\w+\(\)", "the type selectors such as @string() are extensions"),
    (r"\(\)", "a function at the end of a path is an extension"),
)  # fmt: skip
"""What other JSONPath dialects have, as it stands where RFC 9535 goes no further."""


def select(query: str, tree: Tree) -> tuple[Address, ...]:
    """The addresses that a query selects, in document order, each once.

    The nodelists of RFC 9535 may repeat them. Raises QueryError when the query is not well-formed,
    nests too deep to be evaluated, takes more steps than the limit, or has patterns that take too
    long.
    """
    from jsonpath_rfc9535 import JSONPathError

    compiled = compile_query(query)
    _environment().restart()
    try:
        places = [node.location for node in islice(compiled.finditer(tree), MAX_NODES + 1)]
    except (RecursionError, JSONPathError) as error:
        raise QueryError("the query or the document nests too deep", 0) from error
    if len(places) > MAX_NODES:
        raise QueryError(
            f"the query selects more than {MAX_NODES:,} places, the limit of SPECMEND_MAX_NODES", 0
        )
    return tuple(dict.fromkeys(places))


@remembered(50)
def places_of(tree: Tree, query: str) -> tuple[Address, ...]:
    """The same, looked up once for each tree while documents are compared."""
    return select(query, tree)


@lru_cache(maxsize=1024)
def compile_query(query: str) -> JSONPathQuery:
    """Parse a query; raises QueryError when it is not RFC 9535."""
    from jsonpath_rfc9535 import JSONPathError

    try:
        return _environment().compile(query)
    except JSONPathError as error:
        offset = error.token.index if error.token else 0
        raise QueryError(_foreign(query, offset) or str(error.args[0]), offset) from error
    except RecursionError as error:
        raise QueryError("the query nests too deep", 0) from error


@lru_cache(maxsize=1)
def _environment() -> BoundEnvironment:
    from specmend.document.jsonpath.patterns import BoundEnvironment

    return BoundEnvironment()


def _foreign(query: str, offset: int) -> str:
    """The name of the extension that a query uses at an offset, or an empty string."""
    return next(
        (message for pattern, message in _FOREIGN if re.compile(pattern).match(query, offset)), ""
    )
