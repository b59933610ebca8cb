"""Whose fault a finding is: upstream's, or that of a step, which is named."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from tests.busy import busy_machine
from tests.steps.series import make_document, run

from specmend.steps.apply import Applied
from specmend.validate.check import validate_result
from specmend.validate.finding import Finding

UPSTREAM = """
    openapi: 3.0.3
    info:
      title: Pets
      version: "1"
    paths:
      /api/pets/{id}:
        get:
          operationId: one
          responses:
            "200":
              description: ok
              content:
                application/json:
                  schema:
                    $ref: "#/components/schemas/Pet"
      /api/toys:
        get:
          responses:
            "200": {description: ok}
    components:
      schemas:
        Pet:
          type: object
          properties:
            name: {type: string, default: 3}
            tags:
              type: array
              items: {$ref: "#/components/schemas/Tag"}
        Tag: {type: string}
"""
MOVE = "- {target: $, x-edit: {name: move-path-prefix, prefix: /api}}"
SHIFT = "- {target: $.info, update: {description: x, license: {name: MIT}}}"
HARMLESS = "- {target: $.info.title, update: Cats}"


def judge(*steps: str) -> list[Finding]:
    """The findings of the document after steps that all apply."""
    applied: Applied = run(UPSTREAM, *steps)
    assert not applied.problems
    return sorted(validate_result(make_document(UPSTREAM), applied), key=lambda f: f.line)


def origins(*steps: str) -> dict[str, tuple[str, int]]:
    """Each finding's message with its origin and its step."""
    return {finding.message: (finding.origin, finding.step) for finding in judge(*steps)}


LOST = "no parameter is declared for 'id' in the path '/api/pets/{id}'"
DEFAULT = "'default' is 3 and not a string"
OWN = {LOST: ("upstream", 0), DEFAULT: ("upstream", 0)}


def test_without_steps_every_fault_is_upstreams() -> None:
    assert origins() == OWN


REMOVE = "- {target: \"$.paths['/api/toys']\", remove: true}"


@pytest.mark.parametrize("step", [HARMLESS, SHIFT, REMOVE])
def test_upstreams_faults_stay_upstreams_when_lines_shift(step: str) -> None:
    assert origins(step) == OWN


def test_the_place_is_that_in_the_result() -> None:
    assert [finding.line for finding in judge(SHIFT)] == [finding.line + 3 for finding in judge()]


def test_upstreams_faults_stay_upstreams_when_the_key_of_the_path_is_renamed() -> None:
    assert origins(MOVE) == {
        LOST.replace("/api/pets", "/pets"): ("upstream", 0),
        DEFAULT: ("upstream", 0),
    }


def test_a_fault_on_a_line_that_a_step_wrote_is_that_steps() -> None:
    made = origins(HARMLESS, "- {target: $.components.schemas.Tag, update: {default: 7}}")
    assert made["'default' is 7 and not a string"] == ("step", 2)


def test_a_fault_on_an_untouched_line_is_that_of_the_step_that_made_it() -> None:
    made = origins(HARMLESS, "- {target: $.components.schemas.Tag, remove: true}", SHIFT)
    assert made["the reference #/components/schemas/Tag leads nowhere"] == ("step", 2)


def test_so_it_is_when_the_path_is_renamed_later() -> None:
    add = """
        - target: $.paths
          update:
            /api/new:
              get: {responses: {'200': {description: ok}}}
    """
    drop = "- {target: \"$.paths['/api/toys'].get.responses\", remove: true}"
    made = origins(HARMLESS, add, drop, MOVE)
    assert made["this operation lacks 'responses'"] == ("step", 3)


def test_a_step_that_makes_a_fault_which_upstream_has_elsewhere_is_still_named() -> None:
    move_away = "- {target: $.info.version, remove: true}"
    again = "- {target: $.info.title, remove: true}"
    made = {finding.message: finding.step for finding in judge(HARMLESS, move_away, again)}
    assert made["info lacks 'version'"] == 2
    assert made["info lacks 'title'"] == 3


def test_the_same_message_at_another_place_is_counted_and_not_taken_for_the_old_one() -> None:
    text = UPSTREAM.replace("name: {type: string, default: 3}", "name: {type: string}").replace(
        '/api/toys:\n        get:\n          responses:\n            "200": {description: ok}',
        '/api/toys:\n        get:\n          responses:\n            "200": {}',
    )
    steps = (
        HARMLESS,
        SHIFT,
        "- {target: \"$.paths['/api/pets/{id}'].get.responses['200'].description\", remove: true}",
    )
    applied = run(text, *steps)
    assert not applied.problems
    found = [
        f
        for f in validate_result(make_document(text), applied)
        if f.message == "this response lacks 'description'"
    ]
    assert sorted((f.origin, f.step) for f in found) == [("step", 3), ("upstream", 0)]


def test_a_fault_that_a_step_mends_is_gone() -> None:
    assert DEFAULT not in origins("- {target: $..name.default, remove: true}")


def test_a_step_that_did_not_apply_is_to_blame_for_nothing() -> None:
    applied = run(
        UPSTREAM,
        "- {target: $.nowhere, remove: true}",
        "- {target: $.components.schemas.Tag, remove: true}",
    )
    made = {
        f.message: f.step
        for f in validate_result(make_document(UPSTREAM), applied)
        if f.origin == "step"
    }
    assert made == {"the reference #/components/schemas/Tag leads nowhere": 2}


SEVERAL = """
import sys
from specmend.document.text.document import parse_document
from specmend.validate.check import validate_document

schema = {
    "type": "nonsense", "required": "a", "anyOf": [{"type": 1}, {"enum": 5, "default": "x"}],
    "properties": {
        "b": {"pattern": "(", "minLength": -1, "maxLength": "x", "enum": []},
        "c": {"oneOf": [{"items": {"type": ["x", 5]}}, {"not": {"required": [1, 1]}}, 7]},
        "d": {"allOf": [{"additionalProperties": {"discriminator": {"mapping": 1}}}]},
    },
    "default": {"b": 1}, "minProperties": 5, "foo": 1,
}
parameter = {"in": "nowhere", "schema": schema, "content": {}, "style": 5, "required": "yes"}
for version in ("3.0.3", "3.1.0", "3.2.0"):
    tree = {
        "openapi": version, "info": {"title": 1}, "extra": 1, "security": [{"k": []}],
        "paths": {"/{a}": {"get": {"parameters": [parameter], "responses": {"2": {}}}}},
        "components": {"schemas": {"A": schema}, "securitySchemes": {"s": {"type": "oauth2"}}},
    }
    import json
    for finding in validate_document(parse_document(json.dumps(tree, indent=1), "a.json")):
        print(finding.location, finding.rule, finding.message)
"""


def test_the_findings_and_their_order_are_the_same_under_every_hash_seed() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", SEVERAL],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in range(10)
    }
    assert len(told) == 1
    (lines,) = told
    # Each fault of the schema in each place that has it.
    for wrong in ("minLength", "maxLength", "pattern", "enum", "required", "type"):
        assert lines.count(f"'{wrong}' ") >= 3 or wrong == "pattern"
    assert lines.count("is no regular expression") == 6


SLOW = """
import json
from specmend.document.text.document import parse_document
from specmend.validate.check import validate_document

slow = {"type": "string", "pattern": "^(a+)+$", "default": "a" * 40 + "b"}
looks = {"type": "string", "pattern": "^(?=(x+x+)+y)", "example": "x" * 40}
tree = {
    "openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {},
    "components": {"schemas": {f"{n}": dict(slow if n % 2 else looks) for n in range(20)}},
}
for finding in validate_document(parse_document(json.dumps(tree, indent=1), "a.json")):
    print(finding.location, finding.rule, finding.level, finding.message)
"""


def test_the_findings_are_the_same_on_a_busy_machine() -> None:
    words = [sys.executable, "-c", SEVERAL + SLOW]
    quiet = subprocess.run(words, capture_output=True, check=True, text=True).stdout
    with busy_machine():
        loaded = subprocess.run(words, capture_output=True, check=True, text=True).stdout
    assert quiet
    assert loaded == quiet
