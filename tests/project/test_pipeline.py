"""The pipeline as values: sanitized, validated and built, with nothing written."""

from __future__ import annotations

import pytest
from tests.cli.project import DOCUMENT, Folder
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.errors import RepositoryError
from specmend.project.api import Api
from specmend.project.pipeline import (
    findings_of,
    package_plan,
    refuse_invalid,
    sanitize,
    warnings_of,
)


def test_a_sanitized_document_has_the_name_of_its_file(api: Api) -> None:
    sanitized = sanitize(api)
    assert sanitized.document.name == "spec/pets/sanitized.yaml"
    assert "/v1/pets" in sanitized.series.document.text
    assert "/v1/pets" not in sanitized.document.text
    assert sanitized.pin.origin == "the pets"
    assert not api.sanitized.exists()


def test_every_fault_of_pin_and_steps_is_raised_at_once(files: Folder, api: Api) -> None:
    files.write("spec/pets/upstream.yaml", DOCUMENT + "# more\n")
    files.write("patches/pets/second.yaml", "overlay: 1.1.0\n")
    with pytest.raises(RepositoryError) as caught:
        sanitize(api, raise_on_problem=False)
    assert [problem.message for problem in caught.value.problems] == [
        "the upstream document is not the one that was pinned",
        "this is not the name of a step file",
    ]


def test_problems_of_steps_are_raised_unless_they_are_wanted_in_the_answer(
    files: Folder, api: Api
) -> None:
    files.write(SECOND, ALLOW_NO_PETS.replace("before: 1", "before: 7"))
    with pytest.raises(RepositoryError, match="not what"):
        sanitize(api)
    sanitized = sanitize(api, raise_on_problem=False)
    assert [problem.file for problem in sanitized.applied.problems] == [SECOND]


def test_a_fault_that_a_step_makes_is_refused_with_its_file(files: Folder, api: Api) -> None:
    files.write(SECOND, ALLOW_NO_PETS.replace("update: 0", "update: many"))
    with pytest.raises(RepositoryError) as caught:
        refuse_invalid(sanitize(api))
    problem = caught.value.problems[0]
    assert problem.message.startswith("the result is not valid: ")
    assert problem.file == "spec/pets/sanitized.yaml"
    assert SECOND in problem.advice


def test_a_fault_that_upstream_has_is_a_warning(files: Folder, api: Api) -> None:
    files.pin(DOCUMENT.replace("minItems: 1 #", "minItems: many #"))
    sanitized = sanitize(api)
    assert {finding.origin for finding in findings_of(sanitized)} == {"upstream"}
    (warning, *_) = warnings_of(refuse_invalid(sanitized))
    assert ": upstream's own fault: " in warning


def test_the_year_of_the_header_is_that_of_the_pin(api: Api) -> None:
    plan = package_plan(sanitize(api))
    assert plan.header == "Copyright 2025 the pets"
    assert (plan.api, plan.package, plan.http) == ("pets", "pets", "httpx2")
