"""Whether a property is one of those that a pattern names (`patternProperties`)."""

from __future__ import annotations

from functools import lru_cache

from specmend.document.tree.breach import Checker
from specmend.document.tree.values import Tree


@lru_cache(maxsize=1000)
def fits_pattern(pattern: str, name: Tree) -> bool:
    """Whether a pattern describes a property (JSON Schema core section 10.3.2.2).

    One that cannot be read may describe any.
    """
    try:
        return not Checker({"pattern": pattern}).breaches(name)
    except ValueError:
        return True
