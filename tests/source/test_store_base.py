"""The document before the last fetch, kept until the update has seen it."""

from __future__ import annotations

from pathlib import Path

from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings
from specmend.source.store import keep_base, read_base


def make(root: Path, text: str) -> ApiLayout:
    """An API with an upstream document."""
    api = ApiLayout(name="pets", root=root, settings=ApiSettings(package="pets"))
    api.upstream.parent.mkdir(parents=True, exist_ok=True)
    api.upstream.write_text(text)
    return api


def test_nothing_is_kept_unless_it_is_asked_for(tmp_path: Path) -> None:
    assert read_base(make(tmp_path, "a: 1")) is None


def test_the_first_document_stays_however_often_another_one_comes(tmp_path: Path) -> None:
    for text in ("a: 1", "a: 2", "a: 3"):
        api = make(tmp_path, text)
        keep_base(api)
    found = read_base(api)
    assert found
    assert found.tree == {"a": 1}


def test_a_document_that_came_back_has_none_before_it(tmp_path: Path) -> None:
    keep_base(make(tmp_path, "a: 1"))
    assert read_base(make(tmp_path, "a: 1")) is None


def test_json_is_told_by_its_text(tmp_path: Path) -> None:
    keep_base(make(tmp_path, '{"a": 1}'))
    found = read_base(make(tmp_path, "a: 2"))
    assert found
    assert (found.format, found.tree) == ("json", {"a": 1})
