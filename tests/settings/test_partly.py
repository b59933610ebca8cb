"""Settings of another time, or with faults, as far as they are known."""

from __future__ import annotations

import pytest

from specmend.settings.partly import read_settings_partly


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("specmend.toml", "", {}),
        ("specmend.toml", "apis = 1\n", {}),
        ("specmend.toml", "[apis]\npets = 1\n", {}),
        ("specmend.toml", '[apis.pets]\nrule = "x"\n', {"pets": ("", "0.1.0")}),
        (
            "specmend.toml",
            '[apis.pets]\npackage = "pets"\nversion = 1\nfuture = true\n',
            {"pets": ("pets", "0.1.0")},
        ),
        (
            "pyproject.toml",
            '[tool.specmend.apis.pets]\nversion = "1.2.0"\nfuture = true\n',
            {"pets": ("", "1.2.0")},
        ),
        ("pyproject.toml", "[tool]\nspecmend = 1\n", {}),
    ],
)
def test_what_is_known_of_settings_of_another_time_is_read(
    name: str, text: str, expected: dict[str, tuple[str, str]]
) -> None:
    found = read_settings_partly(text.encode(), name)
    assert {api: (one.package, one.version) for api, one in found.items()} == expected
