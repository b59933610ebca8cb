"""The environment of Jinja that makes every page of report/templates."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from specmend.report.inert import visible


def environment(*, is_html: bool) -> Environment:
    """A new environment; values are escaped in HTML alone, and an unknown name is an error.

    Nor does a value of HTML hold characters that nobody sees.
    """
    return Environment(
        loader=PackageLoader("specmend.report"),
        autoescape=is_html,  # noqa: S701 - the other pages are Markdown
        finalize=_seen if is_html else None,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def html_page(template: str, **values: object) -> str:
    """The page for a browser that a template of report/templates makes of values."""
    return environment(is_html=True).get_template(template).render(values)


def anchors(names: list[str]) -> list[str]:
    """Names for places of a page, each of them once: a number follows one that was there before."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return found


def _seen(value: Any) -> Any:
    return visible(value) if type(value) is str else value
