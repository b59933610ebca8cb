"""Where the files of an API are, and how paths are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings


@pytest.fixture
def api(tmp_path: Path) -> ApiLayout:
    return ApiLayout(name="pets", root=tmp_path, settings=ApiSettings(package="pets"))


def test_every_place_of_an_api_is_below_the_root(api: ApiLayout) -> None:
    places = (
        api.upstream,
        api.pin,
        api.sanitized,
        api.releases,
        api.steps,
        api.retired,
        api.client_modules,
        api.generated,
        api.manifest,
        api.state,
        api.journal,
        api.base,
    )
    assert [api.show(place) for place in places] == [
        "spec/pets/upstream.yaml",
        "spec/pets/pin.toml",
        "spec/pets/sanitized.yaml",
        "spec/pets/releases",
        "patches/pets",
        "patches/pets/retired",
        "patches/pets/client",
        "generated/pets",
        "generated/pets/manifest.json",
        ".specmend/pets.json",
        ".specmend/pets.update",
        ".specmend/pets.base",
    ]


def test_the_sanitized_document_has_the_format_of_upstream(api: ApiLayout) -> None:
    assert api.sanitized.name == "sanitized.yaml"
    api.upstreams[1].parent.mkdir(parents=True)
    api.upstreams[1].write_text("{}")
    assert api.upstream.name == "upstream.json"
    assert api.sanitized.name == "sanitized.json"


def test_a_place_outside_of_the_project_is_shown_whole(api: ApiLayout) -> None:
    outside = api.root.parent / "elsewhere"
    assert api.show(outside) == str(outside)
