"""The environment of Jinja that makes every page of report/templates."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment(*, is_html: bool) -> Environment:
    """A new environment; values are escaped in HTML alone, and an unknown name is an error."""
    return Environment(
        loader=PackageLoader("specmend.report"),
        autoescape=is_html,  # noqa: S701 - the other pages are Markdown
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
