"""Every page is made by one environment: HTML is escaped, and an unknown name is an error."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from specmend.report.pages import environment


@pytest.mark.parametrize(
    ("is_html", "expected"), [(False, "<a> & b\n"), (True, "&lt;a&gt; &amp; b\n")]
)
def test_values_are_escaped_in_html_alone(is_html: bool, expected: str) -> None:
    template = environment(is_html=is_html).from_string("{{ value }}\n")
    assert template.render(value="<a> & b") == expected


@pytest.mark.parametrize("is_html", [False, True])
def test_an_unknown_name_is_an_error(is_html: bool) -> None:
    with pytest.raises(UndefinedError):
        environment(is_html=is_html).from_string("{{ nothing }}").render()
