"""Archives are attested by the identity of a run, for the indexes that take attestations."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from specmend.errors import OutsideError
from specmend.release import attestations
from specmend.release.archives import Archive
from specmend.release.attestations import attest, takes_attestations
from specmend.release.indexes import find_index
from specmend.release.programs import Ended, Surroundings, run_program

SIGNER = Path(__file__).with_name("fake_signer.py")
LOOPBACK = "http://127.0.0.1:8080/simple/"


@pytest.fixture
def identity(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A run that may sign, and the stand-in for what signs."""

    def run(arguments: Sequence[str], folder: Path, around: Surroundings) -> Ended:
        return run_program([sys.executable, str(SIGNER), *arguments[1:]], folder, around)

    monkeypatch.setattr(attestations, "find_spec", lambda _: True)
    monkeypatch.setattr(attestations, "run_module", run)
    monkeypatch.setenv("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "of this run")
    monkeypatch.setenv("GITHUB_REF", "refs/heads/main")
    return monkeypatch


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        ("pypi", True),
        ("testpypi", True),
        (LOOPBACK, False),
        ("https://pypi.example/simple/", False),
    ],
)
def test_the_public_indexes_take_attestations(index: str, expected: bool) -> None:
    publish_url = index if "://" in index else ""
    assert takes_attestations(find_index(index, publish_url)) is expected


@pytest.mark.usefixtures("identity")
def test_each_archive_gets_its_own(archives: tuple[Archive, ...]) -> None:
    found = {name: json.loads(data) for name, data in attest(archives).items()}
    assert found == {archive.name: {"signed": archive.digest} for archive in archives}
    assert attest(()) == {}


def test_without_a_signer_it_says_what_to_install(
    archives: tuple[Archive, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attestations, "find_spec", lambda _: None)
    with pytest.raises(OutsideError, match="pypi-attestations is not installed"):
        attest(archives)


def test_without_an_identity_it_says_what_the_job_needs(
    archives: tuple[Archive, ...], identity: pytest.MonkeyPatch
) -> None:
    identity.delenv("ACTIONS_ID_TOKEN_REQUEST_TOKEN")
    with pytest.raises(OutsideError, match="the archives cannot be attested") as raised:
        attest(archives)
    assert "id-token: write" in raised.value.problems[0].advice


def test_what_is_no_attestation_is_not_sent(
    archives: tuple[Archive, ...], identity: pytest.MonkeyPatch
) -> None:
    identity.setenv("GITHUB_REF", "refs/heads/BROKEN_SIGNER")
    with pytest.raises(OutsideError, match="the archives cannot be attested") as raised:
        attest(archives)
    assert raised.value.problems[0].found == f"no attestation of {archives[0].name}"
