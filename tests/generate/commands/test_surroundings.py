"""What a command sees of the machine: its folders, and the variables that are named."""

from __future__ import annotations

import pytest

from specmend.generate.commands.surroundings import surroundings


def test_the_folders_are_new_and_gone_afterwards() -> None:
    with surroundings({"openapi.yaml": b"a: 1\n"}) as place, surroundings({}) as other:
        assert list(place.output.iterdir()) == []
        assert (place.inputs / "openapi.yaml").read_bytes() == b"a: 1\n"
        assert place.root != other.root
        assert place.output.parent == place.inputs.parent
    assert not place.root.exists()


def test_nothing_of_the_caller_gets_through_but_what_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("HTTPS_PROXY", "NPM_TOKEN", "GITHUB_TOKEN", "PYTHONPATH", "JAVA_HOME"):
        monkeypatch.setenv(name, "theirs")
    with surroundings({}) as place:
        seen = place.environment(["JAVA_HOME", "NOT_SET"], 86_400)
        assert "theirs" not in {seen[name] for name in seen if name != "JAVA_HOME"}
        assert (seen["JAVA_HOME"], seen["SOURCE_DATE_EPOCH"], seen["TZ"]) == (
            "theirs",
            "86400",
            "UTC",
        )
        assert seen["HOME"] == str(place.home)
        assert seen["TMPDIR"] == str(place.scratch)
        assert "NOT_SET" not in seen


def test_what_is_named_is_as_it_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/somewhere")
    with surroundings({}) as place:
        assert place.environment(["HOME"], 0)["HOME"] == "/somewhere"
