"""Attests archives: who built them, signed with the identity that a run in CI has (PEP 740)."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import urlsplit

from specmend.errors import OutsideError, Problem
from specmend.release.archives import Archive
from specmend.release.indexes import KNOWN, Index
from specmend.release.programs import Surroundings, run_module

SIGNER: Final = "pypi_attestations"
"""The module that signs; the package index runs the same one to verify."""

SUFFIX: Final = ".publish.attestation"
"""What the name of an archive gets for its attestation."""

_HOSTS: Final = {urlsplit(known.publish_url).hostname for known in KNOWN.values()}
_IDENTITY: Final = ("ACTIONS_ID_TOKEN_", "GITHUB_", "GITLAB_", "CI_", "CIRCLE", "SIGSTORE_")
_NETWORK: Final = {"HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"}


def takes_attestations(index: Index) -> bool:
    """Whether an index takes attestations; of those that are known, PyPI and TestPyPI do."""
    return urlsplit(index.upload).hostname in _HOSTS


def attest(archives: Sequence[Archive]) -> Mapping[str, bytes]:
    """The attestation of each archive by its name.

    Raises OutsideError where nothing can sign, or where the run has no identity to sign with.
    """
    if not archives:
        return {}
    if find_spec(SIGNER) is None:
        message = "pypi-attestations is not installed, which signs attestations"
        advice = "pip install 'specmend[attestations]', or leave out --attest"
        raise OutsideError(Problem(message=message, advice=advice))
    with TemporaryDirectory() as name:
        folder = Path(name)
        paths = [str(archive.write(folder)) for archive in archives]
        ended = run_module([SIGNER, "sign", *paths], folder, Surroundings(variables=_identity()))
        if ended.code:
            raise _unsigned(ended.words)
        return {archive.name: _signed(folder, archive) for archive in archives}


def _identity() -> Mapping[str, str]:
    """What tells the signer who this run is, and how it reaches the network."""
    return {
        name: value
        for name, value in os.environ.items()
        if name.startswith(_IDENTITY) or name.upper() in _NETWORK
    }


def _signed(folder: Path, archive: Archive) -> bytes:
    try:
        attestation = (folder / f"{archive.name}{SUFFIX}").read_bytes()
        json.loads(attestation)
    except (OSError, ValueError) as error:
        raise _unsigned(f"no attestation of {archive.name}") from error
    return attestation


def _unsigned(found: str) -> OutsideError:
    message = "the archives cannot be attested"
    advice = "the job needs the right `id-token: write`; outside of CI, leave out --attest"
    return OutsideError(Problem(message=message, found=found, advice=advice))
