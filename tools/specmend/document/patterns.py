"""The functions `match` and `search` of JSONPath filters (RFC 9535 section 2.4), bound in time and in length."""

from __future__ import annotations

from time import perf_counter

import regex  # type: ignore[import-untyped]
from iregexp_check import check
from jsonpath_rfc9535 import JSONPathEnvironment
from jsonpath_rfc9535.function_extensions import ExpressionType, FilterFunction
from jsonpath_rfc9535.function_extensions._pattern import map_re

from specmend.document.limits import MAX_DEPTH, MAX_PATTERN, MAX_SECONDS


class PatternRefused(Exception):
    """A pattern takes too long, or is too long to be looked at."""


class BoundEnvironment(JSONPathEnvironment):
    """RFC 9535, with patterns that cannot hang the process; `restart` begins a new query's time."""

    max_recursion_depth = MAX_DEPTH + 1

    def setup_function_extensions(self) -> None:
        """Put the bound functions in the place of the library's own."""
        super().setup_function_extensions()
        self._functions = (_Pattern(whole=True), _Pattern(whole=False))
        self.function_extensions["match"], self.function_extensions["search"] = self._functions

    def restart(self) -> None:
        """Give the next query all of its time."""
        for function in self._functions:
            function.left = float(MAX_SECONDS)


class _Pattern(FilterFunction):
    """`match` where the whole string must fit, else `search`."""

    arg_types = [ExpressionType.VALUE, ExpressionType.VALUE]  # noqa: RUF012 - the library's own way
    return_type = ExpressionType.LOGICAL

    def __init__(self, *, whole: bool) -> None:
        self.whole = whole
        self.left = float(MAX_SECONDS)

    def __call__(self, string: object, pattern: object) -> bool:
        """Whether a string fits a pattern; what is no string or no I-Regexp (RFC 9485) fits nothing."""
        if not isinstance(string, str) or not isinstance(pattern, str):
            return False
        if len(pattern) > MAX_PATTERN:
            raise PatternRefused(
                f"a pattern exceeds the limit of {MAX_PATTERN:,} characters; SPECMEND_MAX_PATTERN raises it"
            )
        if not check(pattern):
            return False
        start = perf_counter()
        try:
            return self._fits(string, pattern)
        except TimeoutError as error:
            raise PatternRefused(
                f"the patterns of the query exceed the limit of {MAX_SECONDS} s;"
                " write them without nested repetitions, or set SPECMEND_MAX_SECONDS to a larger number"
            ) from error
        finally:
            self.left -= perf_counter() - start

    def _fits(self, string: str, pattern: str) -> bool:
        if self.left <= 0:
            raise TimeoutError
        try:
            if self.whole:
                return regex.fullmatch(map_re(pattern), string, timeout=self.left) is not None
            return regex.search(map_re(pattern), string, regex.VERSION1, timeout=self.left) is not None
        except regex.error:
            return False
