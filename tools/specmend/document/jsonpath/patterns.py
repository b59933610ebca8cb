"""The functions `match` and `search` of JSONPath (RFC 9535, 2.4), bound in time and length."""

from __future__ import annotations

from functools import lru_cache
from time import perf_counter
from typing import Any, Final

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathQuery
from jsonpath_rfc9535.function_extensions import ExpressionType, FilterFunction

from specmend.document.jsonpath.budget import Effort
from specmend.document.jsonpath.iregexp import compile_iregexp, is_iregexp, length_written_out
from specmend.document.jsonpath.query import BoundParser
from specmend.errors import QueryTooCostly
from specmend.limits import MAX_PATTERN, MAX_QUERY, MAX_SECONDS, PATTERN, QUERY, SECONDS

_FREE: Final = 1e-5
_FREE_PER_CHARACTER: Final = 1e-7
"""Seconds that any match may take: only what goes beyond them is taken from the limit."""


class BoundEnvironment(JSONPathEnvironment):
    """RFC 9535 with queries and patterns that cannot hang the process.

    `restart` gives the next query its limits.
    """

    parser_class = BoundParser

    def __init__(self) -> None:
        self.effort = Effort()
        super().__init__()

    def compile(self, query: str) -> JSONPathQuery:
        """Parse a query; raises JSONPathError when it is not RFC 9535 or too long."""
        if len(query) > MAX_QUERY:
            raise JSONPathError(
                f"it exceeds the limit of {MAX_QUERY:,} characters; {QUERY.variable} raises it"
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
        """Whether a string fits a pattern, which must be an I-Regexp (RFC 9485)."""
        if not isinstance(string, str) or not isinstance(pattern, str):
            return False
        free = _FREE + _FREE_PER_CHARACTER * len(string)
        start = perf_counter()
        try:
            return self._fits(string, pattern, self.clock.left + free)
        except TimeoutError as error:
            raise QueryTooCostly(
                f"the patterns of the query exceed the limit of {MAX_SECONDS:g} s;"
                " write them without nested repetitions,"
                f" or set {SECONDS.variable} to a larger number"
            ) from error
        finally:
            self.clock.left -= max(0.0, perf_counter() - start - free)

    def _fits(self, string: str, pattern: str, seconds: float) -> bool:
        if seconds <= 0:
            raise TimeoutError
        compiled = _compiled(pattern)
        if compiled is None:
            return False
        fits = compiled.fullmatch if self.whole else compiled.search
        return fits(string, timeout=seconds) is not None


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> Any:
    """A pattern made ready, or None for what is no I-Regexp.

    Raises QueryTooCostly for one that is too long.
    """
    # What checks a pattern crashes on a very long one, so its length comes first.
    if len(pattern) > MAX_PATTERN:
        raise _too_long()
    if not is_iregexp(pattern):
        return None
    if length_written_out(pattern) > MAX_PATTERN:
        raise _too_long()
    return compile_iregexp(pattern)


def _too_long() -> QueryTooCostly:
    return QueryTooCostly(
        f"a pattern exceeds the limit of {MAX_PATTERN:,} characters, repetitions written out;"
        f" {PATTERN.variable} raises it"
    )
