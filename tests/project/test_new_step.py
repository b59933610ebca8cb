"""A new step: tried before it is written, with what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
import yaml
from tests.cli.project import Folder
from tests.project.steps import ALLOW_NO_PETS, MIN_ITEMS, SECOND

from specmend.errors import RepositoryError
from specmend.project.api import Api
from specmend.project.new_step import StepRequest, create_step

REQUEST = StepRequest(
    title="Allow no pets", target=MIN_ITEMS, reason="A shop may be empty.", action={"update": 0}
)


def test_the_file_has_what_was_asked_for_and_what_was_found(files: Folder, api: Api) -> None:
    step = create_step(api, REQUEST)
    assert (step.number, step.file, step.target, step.is_open) == (2, SECOND, MIN_ITEMS, False)
    assert yaml.safe_load(files.read(SECOND)) == yaml.safe_load(ALLOW_NO_PETS)
    assert len(api.sanitize().applied.outcomes) == 2


def test_all_that_can_be_said_is_written(files: Folder, api: Api) -> None:
    request = replace(
        REQUEST,
        description="None at all.",
        number=7,
        generator="go",
        link="https://example.com/1",
        until="they agree",
    )
    text = files.read(create_step(api, request).file)
    tree = yaml.safe_load(text)
    assert tree["actions"][0]["description"] == "None at all."
    info = tree["info"]
    assert (info["x-generator"], info["x-link"]) == ("go", "https://example.com/1")
    assert info["x-until"] == "they agree"


def test_a_member_that_was_counted_is_named(api: Api) -> None:
    action = {"remove": True}
    step = create_step(api, replace(REQUEST, target="$.servers[0]", action=action))
    assert step.target == "$.servers[?@.url == 'http://localhost/v1']"


@pytest.mark.parametrize(("target", "gap"), [("$.info", {}), (MIN_ITEMS, 1), ("$.servers", [])])
def test_without_an_action_the_file_has_a_gap_that_changes_nothing(
    files: Folder, api: Api, target: str, gap: object
) -> None:
    step = create_step(api, replace(REQUEST, target=target, action={}))
    assert step.is_open
    (action,) = yaml.safe_load(files.read(step.file))["actions"]
    assert action == {"target": target, "update": gap}


@pytest.mark.parametrize(
    ("target", "action", "message"),
    [
        ("$.nothing", {"remove": True}, "the target $.nothing selects nothing"),
        ("$", {"x-edit": {"name": "no-edit"}}, "there is no edit named 'no-edit'"),
        (
            "$",
            {"x-edit": {"name": "rename-schema", "names": {"No": "One"}}},
            "there is no schema No",
        ),
    ],
)
def test_a_step_that_cannot_be_made_is_named_by_its_title_and_not_by_a_file(
    files: Folder, api: Api, target: str, action: Mapping[str, Any], message: str
) -> None:
    before = files.files()
    with pytest.raises(RepositoryError) as caught:
        create_step(api, replace(REQUEST, target=target, action=action))
    (problem, *_) = caught.value.problems
    assert problem.message.startswith("the step “Allow no pets” cannot be made: ")
    assert message in problem.message
    assert problem.location == ""
    assert files.files() == before


@pytest.mark.parametrize(
    ("target", "message"),
    [("$.[", "is not a JSONPath of RFC 9535"), ("$.nothing", "$.nothing selects nothing")],
)
def test_a_gap_needs_a_place(api: Api, target: str, message: str) -> None:
    with pytest.raises(RepositoryError) as caught:
        create_step(api, replace(REQUEST, target=target, action={}))
    assert message in caught.value.problems[0].message


def test_a_number_that_is_taken_is_refused(api: Api) -> None:
    with pytest.raises(RepositoryError, match="the number 0001 is taken"):
        create_step(api, replace(REQUEST, number=1))


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (REQUEST, ""),
        (replace(REQUEST, number=9999), ""),
        (replace(REQUEST, number=2), ""),
        (replace(REQUEST, reason=""), "the reason (x-reason) of a new step is empty"),
        (replace(REQUEST, reason=" \n"), "the reason (x-reason) of a new step is empty"),
        (replace(REQUEST, title=""), "the title of a new step is empty"),
        (replace(REQUEST, title="  "), "the title of a new step is empty"),
        (replace(REQUEST, number=0), "the number (--number) is not right"),
        (replace(REQUEST, number=-1), "the number (--number) is not right"),
        (replace(REQUEST, number=10_000), "the number (--number) is not right"),
    ],
)
def test_an_empty_word_or_a_number_that_no_file_can_have_is_refused(
    files: Folder, api: Api, request_: StepRequest, message: str
) -> None:
    before = files.files()
    if not message:
        assert create_step(api, request_).number == (request_.number or 2)
        return
    with pytest.raises(RepositoryError) as caught:
        create_step(api, request_)
    (problem,) = caught.value.problems
    assert (problem.message, problem.location) == (message, "")
    assert files.files() == before


def test_every_fault_of_a_request_is_told_at_once(api: Api) -> None:
    with pytest.raises(RepositoryError) as caught:
        create_step(api, replace(REQUEST, title="", reason="", number=0))
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize(
    ("action", "place"),
    [
        ({"update": object()}, "/update"),
        ({"update": {1: 2}}, "/update"),
        ({"update": {"a": [float("inf")]}}, "/update/a/0"),
        ({1: 2}, "its root"),
    ],
)
def test_a_value_that_json_cannot_hold_is_refused_with_its_place(
    files: Folder, api: Api, action: Mapping[str, Any], place: str
) -> None:
    before = files.files()
    with pytest.raises(RepositoryError, match="what JSON cannot hold") as caught:
        create_step(api, replace(REQUEST, action=action))
    assert caught.value.problems[0].message.endswith(f"at {place}")
    assert files.files() == before


def test_an_action_that_holds_itself_is_refused(api: Api) -> None:
    action: dict[str, Any] = {}
    action["update"] = action
    with pytest.raises(RepositoryError, match="or holds itself"):
        create_step(api, replace(REQUEST, action=action))


def test_after_the_last_number_there_is_none(files: Folder, api: Api) -> None:
    files.write(f"patches/pets/9999-{SECOND[18:]}", ALLOW_NO_PETS)
    with pytest.raises(RepositoryError, match="there is no number after 9999"):
        create_step(api, replace(REQUEST, action={}))


def test_earlier_steps_must_apply(files: Folder, api: Api) -> None:
    files.write(SECOND, ALLOW_NO_PETS.replace("before: 1", "before: 7"))
    with pytest.raises(RepositoryError) as caught:
        create_step(api, REQUEST)
    assert caught.value.problems[0].file == SECOND
