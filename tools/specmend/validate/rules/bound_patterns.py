"""The patterns of a document's schemas, tried by the validator on default values: bound in time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from time import perf_counter
from types import SimpleNamespace
from typing import Any, Final

import regex  # type: ignore[import-untyped]

from specmend.errors import PatternTimeout
from specmend.limits import MAX_SECONDS

_SEARCHING: Final = ("jsonschema._keywords", "jsonschema._utils", "jsonschema._legacy_keywords")


@contextmanager
def bound_patterns() -> Iterator[None]:
    """Let the validator try patterns up to the limit of time; raises PatternTimeout beyond it."""
    left = MAX_SECONDS

    def search(pattern: str, text: str) -> Any:
        nonlocal left
        start = perf_counter()
        try:
            return regex.search(pattern, text, timeout=max(left, 1e-4))
        except TimeoutError as error:
            raise PatternTimeout(
                f"the patterns of the schemas exceed the limit of {MAX_SECONDS:g} s;"
                " write them without nested repetitions,"
                " or set SPECMEND_MAX_SECONDS to a larger number"
            ) from error
        finally:
            left -= max(0.0, perf_counter() - start - 1e-3)

    modules = [import_module(name) for name in _SEARCHING]
    kept = [vars(module)["re"] for module in modules]
    for module, own in zip(modules, kept, strict=True):
        vars(module)["re"] = SimpleNamespace(**{**vars(own), "search": search})
    try:
        yield
    finally:
        for module, own in zip(modules, kept, strict=True):
            vars(module)["re"] = own
