"""The functions `match` and `search` of JSONPath (RFC 9535, 2.4), bound in time and length."""

from __future__ import annotations

from functools import lru_cache
from time import perf_counter, thread_time
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
        self._clock.restart()


class _Clock:
    """The seconds that are left to the patterns of a query.

    The time of the day costs least to read, and is counted first. Where it runs out, other
    processes may have had it: then the work of this thread alone is counted, from the start.
    """

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Give a query all of its time."""
        self.left = MAX_SECONDS
        self.now = perf_counter

    def go_on(self) -> bool:
        """Whether a query may go on when its time ran out: it may not where it worked all along."""
        if self.now is perf_counter:
            self.left = MAX_SECONDS
            self.now = thread_time
        return self.left > 0


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
        compiled = _compiled(pattern)
        return compiled is not None and self._fits(compiled, string)

    def _fits(self, compiled: Any, string: str) -> bool:
        fits = compiled.fullmatch if self.whole else compiled.search
        free = _FREE + _FREE_PER_CHARACTER * len(string)
        clock = self.clock
        while clock.left > 0 or clock.go_on():
            start = clock.now()
            try:
                found = fits(string, timeout=clock.left + free) is not None
            except TimeoutError:
                clock.left -= max(free, clock.now() - start)
            else:
                clock.left -= max(0.0, clock.now() - start - free)
                return found
        raise QueryTooCostly(
            f"the patterns of the query exceed the limit of {MAX_SECONDS:g} s;"
            " write them without nested repetitions,"
            f" or set {SECONDS.variable} to a larger number"
        )


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
