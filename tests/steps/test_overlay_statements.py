"""Statements S1 to S4 and S17 to S21 of the Overlay standard: versions, order, queries, formats.

Where the standard lets a fault pass in silence (no match, both update and copy),
a step is an error.
The numbers are those of the list that was drawn up from Overlay 1.0.0 and 1.1.0.
"""

from __future__ import annotations

import json

import pytest
from tests.steps.overlays import (
    DOCUMENT,
    fault_of,
    overlaid,
    overlay_text,
    plain_after,
    plain_faults,
    tree_after,
)
from tests.steps.series import after, make_document, make_step, refusal, run

from specmend.document.text.document import parse_document
from specmend.errors import RepositoryError
from specmend.steps.apply import apply_steps
from specmend.steps.exchange.plain_overlay import apply_overlays, read_overlay
from specmend.steps.step import Verdict


@pytest.mark.parametrize("version", ["1.0.0", "1.0.9", "1.1.0", "1.1.7"])
def test_s01_the_patch_digit_of_the_version_makes_no_difference(version: str) -> None:
    step = make_step("- {target: $.info, update: {x: 1}}", overlay=version)
    assert (
        apply_steps(make_document(DOCUMENT), [step], enforce=False).document.tree["info"]["x"] == 1
    )


@pytest.mark.parametrize("version", ["2.0.0", "1.2.0", "0.9.0", "1.1", "1.1.0-rc1", "1"])
def test_s01_an_unknown_version_is_refused(version: str) -> None:
    assert (
        fault_of("- {target: $.info, update: {x: 1}}", overlay=f"'{version}'")
        == "overlay is not right"
    )


def test_s02_an_action_that_does_nothing_is_an_error_here() -> None:
    assert fault_of("- {target: $.info}") == "an action does exactly one thing"


def test_s02_an_unknown_field_is_refused_unless_it_starts_with_x() -> None:
    assert fault_of("- {target: $.info, update: {x: 1}, updte: 2}") == "unknown key 'updte'"
    assert make_step("- {target: $.info, update: {x: 1}, x-vendor: 2}").actions[0].update == {
        "x": 1
    }


def test_s02_copy_does_not_exist_in_1_0() -> None:
    assert (
        fault_of("- {target: $.info, copy: $.tags}", overlay="1.0.0")
        == "copy exists from Overlay 1.1 on"
    )


def test_s03_actions_run_in_order_each_on_the_result_of_the_one_before() -> None:
    tree = tree_after(
        """
        - {target: $.info, update: {contact: {}}}
        - {target: $.info.contact, update: {name: me}}
        """
    )
    assert tree["info"]["contact"] == {"name": "me"}


def test_s03_a_removed_key_may_be_made_again() -> None:
    tree = tree_after(
        "- {target: $.info.title, remove: true}\n- {target: $.info, update: {title: Cats}}"
    )
    assert tree["info"] == {"version": "1", "title": "Cats"}


@pytest.mark.parametrize(
    "verb", ["update: 1", "remove: true", "copy: $.info", "x-edit: {name: set-value, value: 1}"]
)
def test_s04_a_target_that_selects_nothing_is_an_error_here(verb: str) -> None:
    verdict, problem = refusal(DOCUMENT, f"- {{target: $.nowhere, {verb}}}")
    assert verdict is Verdict.GONE
    assert problem.message == "the target $.nowhere selects nothing"


@pytest.mark.parametrize(
    ("target", "left"),
    [("$.tags[?@.name == 'a' && match(@.name, '[ab]')]", "bc"),
     ("$.tags[?search(@.name, 'a') || length(@.name) > 1]", "bc"),
     ("$.tags[?count(@.*) == 1]", ""), ("$.tags[-3:-1]", "c"), ("$.tags[?@.name]", ""),
     ("$.tags[?!@.none]", ""),
     ("$..[?@.name == 'b']", "ac")],
)  # fmt: skip
def test_s17_the_filters_of_rfc_9535_work(target: str, left: str) -> None:
    tags = tree_after(f'- {{target: "{target}", description: It is about filters., remove: true}}')[
        "tags"
    ]
    assert "".join(tag["name"] for tag in tags) == left


@pytest.mark.parametrize(
    "target",
    ["$.info.title~", "$.components.schemas.simple-user", "$.paths./x", "$..",
     "$.tags[?(@.name =~ /a/)]",
     "$.tags[(@.length-1)]", "$.tags^"],
)  # fmt: skip
def test_s17_extensions_of_json_path_are_refused(target: str) -> None:
    assert fault_of(f'- {{target: "{target}", remove: true}}').startswith(
        "this is not a JSONPath of RFC 9535"
    )


def test_s17_a_property_called_length_can_be_selected() -> None:
    assert tree_after("- {target: $.length, update: 2}", text="length: 1\n") == {"length": 2}


def test_s19_steps_and_documents_may_be_yaml_or_json_in_every_mix() -> None:
    action = {"target": "$.info", "update": {"x": 1}}
    for text in (DOCUMENT, '{"info": {"title": "Pets"}}\n'):
        for written in (f"- {json.dumps(action)}", "- target: $.info\n  update:\n    x: 1"):
            assert tree_after(written, text=text)["info"]["x"] == 1


def test_s20_a_key_of_digits_is_a_string_however_it_is_written() -> None:
    text = "responses:\n  200: {description: ok}\n"
    assert tree_after(
        "- {target: \"$.responses['200']\", update: {description: no}}", text=text
    ) == {"responses": {"200": {"description": "no"}}}
    assert tree_after('- {target: $.responses, update: {"200": {x: 1}}}', text=text) == {
        "responses": {"200": {"description": "ok", "x": 1}}
    }


def test_s21_descriptions_and_x_fields_never_change_the_result() -> None:
    plain = after(DOCUMENT, "- {target: $.info, update: {x: 1}}")
    told = "- {target: $.info, description: why, x-vendor: {a: 1}, update: {x: 1}}"
    assert after(DOCUMENT, told) == plain
    step = make_step(told, info="x-speakeasy: {a: 1}\ndescription: long")
    assert apply_steps(make_document(DOCUMENT), [step], enforce=False).document.text == plain


@pytest.mark.parametrize("version", ["1.0.0", "1.0.9", "1.1.0", "1.1.7"])
def test_s01_plain_overlays_of_both_versions_are_applied(version: str) -> None:
    assert plain_after("- {target: $.info, update: {x: 1}}", overlay=version)["info"]["x"] == 1


@pytest.mark.parametrize("version", ["2.0.0", "1.2.0", "0.9.0"])
def test_s01_an_unknown_version_of_a_plain_overlay_is_refused_with_a_reason(version: str) -> None:
    (problem,) = plain_faults("- {target: $.info, update: {x: 1}}", overlay=version)
    assert (problem.location, problem.found) == ("plain.yaml:1:1", f'"{version}"')
    assert problem.advice == "specmend reads Overlay 1.0 and 1.1"


def test_s02_an_action_with_a_target_alone_does_nothing_in_a_plain_overlay() -> None:
    done = overlaid("- {target: $.info}")
    assert done.document.text == make_document(DOCUMENT).text
    assert "changes nothing" in done.outcomes[0].notes[0].message


def test_s02_copy_does_not_exist_in_a_plain_overlay_of_1_0() -> None:
    (problem,) = plain_faults("- {target: $.info, copy: $.paths}", overlay="1.0.0")
    assert problem.message == "copy exists from Overlay 1.1 on"


def test_s04_a_target_that_selects_nothing_is_fine_with_a_written_reason() -> None:
    applied = run(DOCUMENT, "- {target: $.nowhere, remove: true, x-optional: It may be gone.}")
    assert not applied.problems
    assert applied.outcomes[0].notes[0].message.endswith("which is allowed: It may be gone.")


def test_s04_a_target_that_selects_nothing_is_fine_when_the_run_is_lax() -> None:
    actions = "- {target: $.nowhere, update: 1}\n- {target: $.info.title, update: Cats}"
    assert overlaid(actions, allow_no_match=True).document.tree["info"]["title"] == "Cats"
    assert len(plain_faults(actions)) == 1


def test_s17_a_query_that_is_not_rfc_9535_is_refused_by_the_name_of_what_it_uses() -> None:
    assert "a name with a hyphen" in fault_of("- {target: $.a.simple-user, remove: true}")
    assert "the key selector ~" in fault_of('- {target: "$.info.title~", remove: true}')
    assert "the parent selector ^" in fault_of('- {target: "$.tags^", remove: true}')


@pytest.mark.parametrize(
    "extends", ["https://example.com/a.yaml", "../a.yaml", "a.json#/x", "urn:a:b", ""]
)
def test_s18_extends_is_a_uri_reference_that_nobody_fetches(extends: str) -> None:
    text = overlay_text("- {target: $.info, update: {x: 1}}") + f"extends: '{extends}'\n"
    assert read_overlay(parse_document(text, "plain.yaml"), 1).title == "Plain"


def test_s19_plain_overlays_and_documents_may_be_yaml_or_json_in_every_mix() -> None:
    in_json = {"overlay": "1.1.0", "info": {"title": "t", "version": "1"},
               "actions": [{"target": "$.info", "update": {"x": 1}}]}  # fmt: skip
    for text, form in ((DOCUMENT, "yaml"), ('{"info": {"title": "Pets"}}\n', "json")):
        for written in (json.dumps(in_json), overlay_text("- target: $.info\n  update:\n    x: 1")):
            read = read_overlay(parse_document(written, "overlay"), 1)
            done = apply_overlays(
                make_document(text) if form == "yaml" else parse_document(text, "d.json"), [read]
            )
            assert (done.document.tree["info"]["x"], done.document.format) == (1, form)


def test_s20_dates_and_old_booleans_of_an_overlay_are_texts() -> None:
    tree = plain_after(
        "- {target: $.info, update: {a: 2025-01-02, b: off, c: 012, d: 0o14, e: 1_000}}"
    )
    assert [tree["info"][key] for key in "abcde"] == ["2025-01-02", "off", 12, 12, "1_000"]


def test_s20_a_number_that_json_cannot_hold_is_refused_in_a_json_document() -> None:
    read = read_overlay(
        parse_document(overlay_text("- {target: $.a, update: .nan}"), "plain.yaml"), 1
    )
    with pytest.raises(RepositoryError):
        apply_overlays(parse_document('{"a": 1}', "d.json"), [read])


def test_s21_comments_of_the_document_stay_and_those_of_the_overlay_have_no_effect() -> None:
    text = "a: 1 # one\n# two\nb: 2\n"
    done = overlaid("# three\n- {target: $.a, update: 3} # four", text=text)
    assert done.document.text == "a: 3 # one\n# two\nb: 2\n"
