"""The functions `match` and `search` of JSONPath filters (RFC 9535 section 2.4), bound in time and in length."""

from __future__ import annotations

import re
from functools import lru_cache
from time import perf_counter
from typing import Any, Final

import regex  # type: ignore[import-untyped]
from iregexp_check import check
from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathQuery
from jsonpath_rfc9535.function_extensions import ExpressionType, FilterFunction
from jsonpath_rfc9535.function_extensions._pattern import map_re

from specmend.document.jsonpath.budget import Effort
from specmend.document.jsonpath.query import BoundParser
from specmend.errors import QueryTooCostly
from specmend.limits import MAX_PATTERN, MAX_QUERY, MAX_SECONDS

_FREE: Final = 1e-5
_FREE_PER_CHARACTER: Final = 1e-7
"""Seconds that a match takes in any case, at the most: only what goes beyond them is taken from the limit."""

_TOKEN: Final = re.compile(
    r"\\(?:[pP]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|[()]|\{(\d+)[^}]*\}|.", re.DOTALL
)


class BoundEnvironment(JSONPathEnvironment):
    """RFC 9535, with queries and patterns that cannot hang the process; `restart` begins a new query's limits."""

    parser_class = BoundParser

    def __init__(self) -> None:
        self.effort = Effort()
        super().__init__()

    def compile(self, query: str) -> JSONPathQuery:
        """Parse a query; raises JSONPathError when it is not RFC 9535, or too long to be looked at."""
        if len(query) > MAX_QUERY:
            raise JSONPathError(
                f"it exceeds the limit of {MAX_QUERY:,} characters; SPECMEND_MAX_QUERY raises it"
            )
        return super().compile(query)

    def setup_function_extensions(self) -> None:
        """Put the bound functions in the place of the library's own."""
        super().setup_function_extensions()
        self._clock = _Clock()
        self.function_extensions["match"] = _Pattern(self._clock, whole=True)
        self.function_extensions["search"] = _Pattern(self._clock, whole=False)

    def restart(self) -> None:
        """Give the next query all of its steps and all of its time."""
        self.effort.restart()
        self._clock.left = MAX_SECONDS


class _Clock:
    """The seconds that are left to the patterns of a query."""

    left = MAX_SECONDS


class _Pattern(FilterFunction):
    """`match` where the whole string must fit, else `search`."""

    arg_types = [ExpressionType.VALUE, ExpressionType.VALUE]  # noqa: RUF012 - the library's own way
    return_type = ExpressionType.LOGICAL

    def __init__(self, clock: _Clock, *, whole: bool) -> None:
        self.clock = clock
        self.whole = whole

    def __call__(self, string: object, pattern: object) -> bool:
        """Whether a string fits a pattern; what is no string or no I-Regexp (RFC 9485) fits nothing."""
        if not isinstance(string, str) or not isinstance(pattern, str):
            return False
        free = _FREE + _FREE_PER_CHARACTER * len(string)
        start = perf_counter()
        try:
            return self._fits(string, pattern, self.clock.left + free)
        except TimeoutError as error:
            raise QueryTooCostly(
                f"the patterns of the query exceed the limit of {MAX_SECONDS:g} s;"
                " write them without nested repetitions, or set SPECMEND_MAX_SECONDS to a larger number"
            ) from error
        finally:
            self.clock.left -= max(0.0, perf_counter() - start - free)

    def _fits(self, string: str, pattern: str, seconds: float) -> bool:
        if seconds <= 0:
            raise TimeoutError
        made = _compiled(pattern, whole=self.whole)
        if made is None:
            return False
        fits = made.fullmatch if self.whole else made.search
        return fits(string, timeout=seconds) is not None


@lru_cache(maxsize=64)
def _compiled(pattern: str, *, whole: bool) -> Any:
    """A pattern made ready, or None for what is no I-Regexp; raises QueryTooCostly for one that is too long."""
    if len(pattern) > MAX_PATTERN or (check(pattern) and _written_out(pattern) > MAX_PATTERN):
        raise QueryTooCostly(
            f"a pattern exceeds the limit of {MAX_PATTERN:,} characters, repetitions written out;"
            " SPECMEND_MAX_PATTERN raises it"
        )
    try:
        # As the library has it: only `search` knows the newer syntax of the module.
        flags = regex.VERSION0 if whole else regex.VERSION1
        return (
            regex.compile(map_re(pattern), flags, cache_pattern=False) if check(pattern) else None
        )
    except regex.error:
        return None


def _written_out(pattern: str) -> int:
    """How many characters a pattern has when a{3} is written as aaa, as the module does it in memory."""
    groups = [0]
    last = 0
    for token in _TOKEN.finditer(pattern):
        if token[0] == "(":
            groups[-1] += last
            groups.append(0)
            last = 0
        elif token[0] == ")":
            last += groups.pop()
        elif token[1]:
            last *= max(1, int(token[1][:9]))
        else:
            groups[-1] += last
            last = 1
    return groups[0] + last
