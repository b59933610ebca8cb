"""The patterns of a document's schemas, tried by the validator on default values: bound in time."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from types import ModuleType, SimpleNamespace
from typing import Any

from specmend.errors import PatternTimeout
from specmend.limits import MAX_SECONDS
from specmend.validate.rules.ecma import compiled, is_expression


@contextmanager
def bound_patterns() -> Iterator[None]:
    """Let the validator try patterns up to the limit of time; raises PatternTimeout beyond it."""
    left = MAX_SECONDS

    def search(pattern: str, text: str) -> Any:
        nonlocal left
        start = perf_counter()
        if not is_expression(pattern):
            # That is a fault by itself; no value is one because of it.
            return True
        try:
            return compiled(pattern).search(text, timeout=max(left, 1e-4))
        except TimeoutError as error:
            raise PatternTimeout(
                f"the patterns of the schemas exceed the limit of {MAX_SECONDS:g} s;"
                " write them without nested repetitions,"
                " or set SPECMEND_MAX_SECONDS to a larger number"
            ) from error
        finally:
            left -= max(0.0, perf_counter() - start - 1e-3)

    modules = _searching()
    kept = [vars(module)["re"] for module in modules]
    for module, own in zip(modules, kept, strict=True):
        vars(module)["re"] = SimpleNamespace(**{**vars(own), "search": search})
    try:
        yield
    finally:
        for module, own in zip(modules, kept, strict=True):
            vars(module)["re"] = own


def _searching() -> list[ModuleType]:
    """The modules of the validator that try patterns by `re`, whatever their names are."""
    import jsonschema

    package = jsonschema.__name__
    known = [module for name, module in sys.modules.items() if name.partition(".")[0] == package]
    return [module for module in known if vars(module).get("re") is re]
