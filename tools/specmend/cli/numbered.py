"""A step asked for by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specmend.errors import Problem, RepositoryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from specmend.steps.step import Step


def numbered(steps: Sequence[Step], number: int, api: str) -> Step:
    """The step of a number; raises RepositoryError when the series has none."""
    found = next((step for step in steps if step.number == number), None)
    if found is None:
        known = ", ".join(str(step.number) for step in steps) or "none"
        raise RepositoryError(
            Problem(message=f"{api} has no step {number}", expected=known, advice=f"see specmend log {api}")
        )
    return found
