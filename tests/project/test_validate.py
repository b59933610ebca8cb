"""Documents of an API, and any document, compared with the standard."""

from __future__ import annotations

from tests.cli.project import DOCUMENT, Folder
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.document.text.document import parse_document
from specmend.project.api import Api
from specmend.project.validate import validate_api, validate_file


def test_a_valid_api_is_ok(api: Api) -> None:
    validation = validate_api(api)
    assert validation.ok
    assert (validation.upstream, validation.result) == ((), ())


def test_a_fault_of_upstream_is_allowed_and_one_of_a_step_is_not(files: Folder, api: Api) -> None:
    files.pin(DOCUMENT.replace("title: Pets, ", ""))
    assert validate_api(api).ok
    files.write(SECOND, ALLOW_NO_PETS.replace("update: 0", "update: many"))
    validation = validate_api(api)
    assert not validation.ok
    assert {finding.origin for finding in validation.upstream} == {"upstream"}
    assert {finding.step for finding in validation.result if finding.origin == "step"} == {2}


def test_a_document_is_an_overlay_or_follows_openapi() -> None:
    assert validate_file(parse_document(DOCUMENT, "a.yaml")).ok
    broken = validate_file(parse_document("openapi: 3.0.3\n", "b.yaml"))
    assert (broken.file, broken.kind, broken.ok) == ("b.yaml", "openapi", False)
    assert broken.findings
    overlay = validate_file(parse_document("overlay: 1.1.0\n", "c.yaml"))
    assert (overlay.kind, overlay.ok, overlay.findings) == ("overlay", False, ())
    assert overlay.problems
