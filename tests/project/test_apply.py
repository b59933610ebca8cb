"""Sanitized documents written, and steps applied to other documents."""

from __future__ import annotations

import pytest
from tests.cli.project import DOCUMENT, Folder
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.document.text.document import parse_document
from specmend.errors import RepositoryError
from specmend.project.api import Api
from specmend.project.apply import apply_apis, apply_to, sanitize_apis
from specmend.project.cache import written_before
from specmend.project.repository import Project


def test_the_sanitized_document_is_written_and_remembered(api: Api) -> None:
    (sanitized,) = apply_apis([api])
    assert api.sanitized.read_bytes() == sanitized.applied.document.encode()
    assert written_before(api)
    assert not api.generated.exists()


def test_an_edited_document_is_only_replaced_where_that_is_wanted(built: Api) -> None:
    built.sanitized.write_bytes(b"mine: 1\n")
    with pytest.raises(RepositoryError, match="edited by hand"):
        apply_apis([built])
    assert built.sanitized.read_bytes() == b"mine: 1\n"
    apply_apis([built], overwrite=True)
    assert built.sanitized.read_bytes() != b"mine: 1\n"


def test_the_problems_of_all_apis_come_together(files: Folder, api: Api) -> None:
    files.write(SECOND, ALLOW_NO_PETS.replace("before: 1", "before: 2"))
    with pytest.raises(RepositoryError) as caught:
        sanitize_apis([api, api])
    assert [problem.file for problem in caught.value.problems] == [SECOND, SECOND]
    with pytest.raises(RepositoryError):
        Project.find(api.root).sanitize()


def test_expectations_do_not_count_on_another_document(files: Folder, api: Api) -> None:
    files.write(SECOND, ALLOW_NO_PETS)
    other = parse_document(DOCUMENT.replace("minItems: 1 #", "minItems: 3 #"), "other.yaml")
    applied = apply_to(api, other)
    assert "minItems: 0 # at least one" in applied.document.text


def test_steps_that_do_not_apply_are_left_out_where_that_is_wanted(files: Folder, api: Api) -> None:
    files.write(SECOND, ALLOW_NO_PETS)
    other = parse_document(DOCUMENT.replace("          minItems: 1 # at least one\n", ""), "o.yaml")
    with pytest.raises(RepositoryError, match="selects nothing"):
        apply_to(api, other)
    applied = apply_to(api, other, partial=True)
    assert len(applied.problems) == 1
    assert "\n  /pets:\n" in applied.document.text


def test_another_document_is_serialized_again_where_that_is_wanted(api: Api) -> None:
    anchored = DOCUMENT.replace("  /v1/pets:", "  ? /v1/pets\n  :")
    other = parse_document(anchored, "other.yaml")
    with pytest.raises(RepositoryError, match="explicit key"):
        apply_to(api, other)
    assert "/pets" in apply_to(api, other, reserialize=True).document.text
