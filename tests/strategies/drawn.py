"""Random documents as a list: the same ones for the same seed, and no two alike."""

from __future__ import annotations

import re
from typing import Any, Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.strategies.documents import documents

from specmend.validate.rules.table import faults_of

TOLERATED: Final = re.compile("Required list has not defined properties|the validator breaks off")
"""What the validator says of valid documents.

JSON Schema 2020-12 lets `required` name what `properties` does not have (section 6.5.3 of its
validation part). An array of itself below an `allOf` breaks the validator off.
"""


def is_valid(tree: Any) -> bool:
    """Whether a document is valid for our own validator."""
    errors = [fault.message for fault in faults_of(tree) if fault.level == "error"]
    return all(TOLERATED.search(message) for message in errors)


def drawn(number: int, start: int, **wanted: Any) -> list[dict[str, Any]]:
    """So many documents; `wanted` are arguments of the strategy.

    Hypothesis varies what it drew before, so that many documents have their paths in common. Of
    those the first is taken.
    """
    found: dict[tuple[str, ...], dict[str, Any]] = {}

    @seed(start)
    @settings(
        max_examples=number * 5 + 20,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents(**wanted))
    def collect(tree: dict[str, Any]) -> None:
        found.setdefault(tuple(tree["paths"]), tree)

    collect()
    return list(found.values())[-number:]
