"""Markdown pages made from templates, and how values stand in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from specmend.document.text.editing.block import write_after_key
from specmend.document.text.editing.scalar import write_json
from specmend.document.text.one_line import one_line
from specmend.document.text.style import Style
from specmend.document.tree.values import MISSING, Tree
from specmend.report.pages import environment
from specmend.report.steps import StepRecord

SHORT: Final = 60
"""Characters up to which a value stands in a table whole."""


def render(template: str, **values: object) -> str:
    """The page that a template of report/templates makes of values."""
    pages = environment(is_html=False)
    pages.filters.update(_FILTERS)
    pages.tests["short"] = has_short_values
    return pages.get_template(template).render(values)


def cell(text: str) -> str:
    """Text in a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def unbroken(text: str) -> str:
    """Text in a cell that a browser keeps on one line, however many columns stand beside it."""
    return _escaped(cell(text).replace("&", "&amp;")).replace(" ", "&nbsp;")


def code(text: str) -> str:
    """Text as code, between more backticks than any in it (CommonMark section 6.1)."""
    if "`" not in text:
        return f"`{text}`"
    ticks = _longer_than_any_in(text)
    return f"{ticks} {text} {ticks}"


def value_in_cell(
    value: Tree,
    most: int = SHORT,
) -> str:
    """A value in a cell of a table, cut to `most` characters; `absent` for none."""
    if value is MISSING:
        return "absent"
    return cell(code(one_line(value, most)))


def value_as_block(value: Tree) -> str:
    """A value as a block of YAML, between more backticks than any in it; ` absent` for none."""
    if value is MISSING:
        return " absent"
    written = write_after_key(
        value,
        -2,
        Style(),
    ).lstrip("\n ")
    fence = max(
        "```",
        _longer_than_any_in(written),
        key=len,
    )
    return f"\n\n{fence}yaml\n{written}\n{fence}"


def has_short_values(record: StepRecord) -> bool:
    """Whether every value of a step's record can stand in a table whole."""
    for row in record.rows:
        for value in (row.before, row.after):
            if value is not MISSING and len(write_json(value)) > SHORT:
                return False
    return True


def _longer_than_any_in(text: str) -> str:
    runs = re.findall("`+", text)
    return "`" + max(
        runs,
        key=len,
        default="",
    )


def _escaped(text: str) -> str:
    """Text in which nothing is HTML."""
    return text.replace("<", "&lt;")


_FILTERS: Final[Mapping[str, Callable[..., str]]] = {
    "cell": cell,
    "unbroken": unbroken,
    "code": code,
    "value": value_in_cell,
    "block": value_as_block,
    "escaped": _escaped,
}
