"""The reference of the limits, made from the records of specmend.limits."""

from __future__ import annotations

from docs.make.markdown import code, table

from specmend.limits import LIMITS, Limit, TimeLimit


def limits() -> str:
    """Every environment variable that sets a limit, with its default and its meaning."""
    rows = ((code(limit.variable), _default(limit), limit.meaning) for limit in LIMITS)
    return table(("variable", "default", "what it limits"), rows)


def _default(limit: Limit | TimeLimit) -> str:
    number = f"{limit.default:,}"
    return f"{number} (at most {limit.most:,})" if limit.most else number
