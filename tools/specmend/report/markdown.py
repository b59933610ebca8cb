"""Markdown pages made from templates, and how values stand in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from jinja2 import Environment

from specmend.document.text.editing.block import write_after_key
from specmend.document.text.editing.scalar import write_json
from specmend.document.text.one_line import one_line
from specmend.document.text.style import Style
from specmend.document.tree.values import MISSING, Tree
from specmend.report.inert import code, inert, seen, shortened, visible
from specmend.report.pages import environment
from specmend.report.steps import StepRecord
from specmend.steps.step_name import digits_of

SHORT: Final = 60
"""Characters up to which a value stands in a table whole."""


def render(template: str, **values: object) -> str:
    """The page that a template of report/templates makes of values."""
    return _pages().get_template(template).render(values)


def macros(template: str, **values: object) -> object:
    """The macros of a template of report/templates, as functions of an object."""
    pages = _pages()
    pages.globals.update(values)
    return pages.get_template(template).module


def unbroken(text: str) -> str:
    """Text in a cell that a browser keeps on one line, however many columns stand beside it."""
    return inert(text).replace(" ", "&nbsp;")


def value_in_cell(
    value: Tree,
    most: int = SHORT,
) -> str:
    """A value in a cell of a table, cut to `most` characters; `absent` for none."""
    if value is MISSING:
        return "absent"
    return code(one_line(value, most))


def value_as_block(value: Tree) -> str:
    """A value as a block of YAML, between more backticks than any in it; ` absent` for none."""
    if value is MISSING:
        return " absent"
    written = write_after_key(
        value,
        -2,
        Style(),
    ).lstrip("\n ")
    return f"\n\n{fenced(written, 'yaml')}"


def fenced(text: str, language: str) -> str:
    """Lines as code, between more backticks than any in them (CommonMark section 4.5)."""
    fence = max("```", _longer_than_any_in(text), key=len)
    return f"{fence}{language}\n{visible(text)}\n{fence}"


def has_short_values(record: StepRecord) -> bool:
    """Whether every value of a step's record can stand in a table whole."""
    for row in record.rows:
        for value in (row.before, row.after):
            if value is not MISSING and len(write_json(value)) > SHORT:
                return False
    return True


def _pages() -> Environment:
    pages = environment(is_html=False)
    pages.filters.update(_FILTERS)
    pages.tests["short"] = has_short_values
    return pages


def _longer_than_any_in(text: str) -> str:
    runs = re.findall("`+", text)
    return "`" + max(
        runs,
        key=len,
        default="",
    )


def _escaped(text: str) -> str:
    """What a person wrote, in which links stay links and nothing is HTML."""
    return text.replace("<", "&lt;")


def _linked(link: str) -> str:
    """What a person gave as a link; text where it is none that stays between its brackets."""
    is_link = re.fullmatch(r"https?://[^\s<>|`]+", link)
    return f"<{seen(link)}>" if is_link else inert(link)


_FILTERS: Final[Mapping[str, Callable[..., str]]] = {
    "block": value_as_block,
    "code": code,
    "digits": digits_of,
    "escaped": _escaped,
    "inert": inert,
    "linked": _linked,
    "short": shortened,
    "unbroken": unbroken,
    "value": value_in_cell,
}
