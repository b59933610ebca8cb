"""The edit drop-default: defaults go, and only where there are some."""

from __future__ import annotations

from tests.steps.edits.actions import edit
from tests.steps.series import after, refusal

BEFORE = """\
servers:
  - url: "{host}"
    variables:
      host: {default: localhost}
A:
  type: string
  default: x # wrong
B: {type: string, default: 'y'}
C: {type: string}
"""


def test_the_defaults_go() -> None:
    meant = BEFORE.replace("  default: x # wrong\n", "").replace(", default: 'y'", "")
    assert after(BEFORE, edit("drop-default", target="$['A', 'B']")) == meant


def test_a_schema_without_a_default_and_a_server_variable_are_refused() -> None:
    assert (
        refusal(BEFORE, edit("drop-default", target="$['A', 'C']"))[1].message
        == "this schema has no default"
    )
    step = edit("drop-default", target="$.servers[*].variables.host")
    assert refusal(BEFORE, step)[1].message == "a server variable needs its default"
