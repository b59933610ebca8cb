"""Templates that were compiled once need not be compiled again, and say the same."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from specmend.generate.client.templates import Compiled


@pytest.mark.parametrize("text", ["{{ name }}", "{% for n in [1, 2] %}{{ n }}, {% endfor %}é"])
def test_a_template_is_known_by_its_name_and_its_text(text: str) -> None:
    compiled = Compiled()

    def render(text: str) -> str:
        loader = DictLoader({"one": text})
        environment = Environment(loader=loader, bytecode_cache=compiled, autoescape=True)
        return environment.get_template("one").render(name="x")

    said = render(text)
    assert render(text) == said != ""
    assert len(compiled) == 1
    assert render("other") == "other"
    assert len(compiled) == 2


def test_what_another_process_compiled_is_known_too() -> None:
    compiled, other = Compiled(), Compiled()
    loader = DictLoader({"one": "{{ name }}"})
    Environment(loader=loader, bytecode_cache=other, autoescape=True).get_template("one")
    compiled.learn(other.known)
    assert compiled.known == other.known
    assert len(compiled) == 1
