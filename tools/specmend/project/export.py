"""The series of an API as one plain Overlay document."""

from __future__ import annotations

from specmend.document.tree.values import same
from specmend.errors import NotExpressible, Problem, RepositoryError
from specmend.project.pipeline import Sanitized
from specmend.steps.exchange.export import export_overlay, replay, write_overlay


def export_series(sanitized: Sanitized) -> str:
    """The text of one Overlay 1.1 document that does what the active steps do.

    It is tried on the upstream document first. Raises RepositoryError when there are no steps, or
    when Overlay cannot express what they do.
    """
    name, series = sanitized.api.name, sanitized.series
    steps = [outcome.step for outcome in sanitized.applied.outcomes]
    if not steps:
        raise RepositoryError(Problem(message=f"{name} has no steps to export"))
    upstream = series.document.tree
    try:
        overlay = export_overlay(f"What specmend changes in {name}", upstream, steps)
    except NotExpressible as error:
        message = f"Overlay cannot say what these steps do: {error}"
        raise RepositoryError(Problem(message=message)) from error
    if not same(replay(upstream, overlay), sanitized.applied.document.tree):
        raise RuntimeError("the exported overlay does not give what the steps give")
    return write_overlay(overlay)
