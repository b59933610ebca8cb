"""The series as one plain overlay, which does what the steps do."""

from __future__ import annotations

import pytest
from tests.cli.project import Folder
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.document.text.document import parse_document
from specmend.document.tree.values import same
from specmend.errors import NotExpressible, RepositoryError
from specmend.project import export as module
from specmend.project.api import Api
from specmend.project.export import export_series
from specmend.project.overlay import overlay_document
from specmend.project.pipeline import sanitize


def test_the_overlay_makes_the_sanitized_document_without_fields_of_ours(
    files: Folder, api: Api
) -> None:
    files.write(SECOND, ALLOW_NO_PETS)
    sanitized = sanitize(api)
    overlay = parse_document(export_series(sanitized), "series.yaml")
    assert "x-" not in overlay.text
    result = overlay_document(sanitized.series.document, [overlay])
    assert same(result.document.tree, sanitized.document.tree)


def test_an_api_without_steps_has_nothing_to_export(api: Api) -> None:
    (api.steps / "0001-move-the-prefix.yaml").unlink()
    with pytest.raises(RepositoryError, match="pets has no steps to export"):
        export_series(sanitize(api))


def test_what_overlay_cannot_express_is_refused(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotExpressible("the root becomes a list")

    monkeypatch.setattr(module, "export_overlay", refuse)
    with pytest.raises(RepositoryError, match="Overlay cannot say what these steps do: the root"):
        export_series(sanitize(api))


def test_an_overlay_that_gives_something_else_is_a_bug(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "replay", lambda *_: {})
    with pytest.raises(RuntimeError, match="does not give what the steps give"):
        export_series(sanitize(api))
