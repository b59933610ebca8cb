"""Sends a file to a package index through twine, and tells by status what the index answered."""

from __future__ import annotations

import configparser
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from specmend.errors import OutsideError, Problem
from specmend.release.archives import Archive
from specmend.release.indexes import Index
from specmend.release.quiet import quiet_twine
from specmend.source.address import is_loopback, plain

if TYPE_CHECKING:
    import requests
    from twine.repository import Repository

SILENCE: Final = 60.0
"""Seconds that an index may say nothing."""

TOKEN_USER: Final = "__token__"  # noqa: S105 - a name for tokens, no token
"""The user name that stands for a token."""

_ONCE: Final = 1
_ATTESTATION: Final = "attestation.json"
_MOST_DIGITS: Final = 9
_NO_CREDENTIALS: Final = (
    "set TWINE_PASSWORD to a token (and TWINE_USERNAME where the index has users), or write them"
    " into ~/.pypirc or the keyring; in CI, trusted publishing needs the right `id-token: write`"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """What an index answered to a file.

    A `status` of 0 says that no answer came. `reason` is the phrase beside the status, or why there
    is no answer. `wait` are the seconds that the index asks to wait.
    """

    status: int = 0
    reason: str = ""
    wait: float = 0.0

    @property
    def is_taken(self) -> bool:
        """Whether the index says that it has the file now."""
        return self.status // 100 == 2  # noqa: PLR2004 - the class of a status (RFC 9110)


class Uploader:
    """A way to an index with the credentials that twine finds: environment, .pypirc, keyring, CI.

    Raises OutsideError where there are none.
    """

    def __init__(self, index: Index) -> None:
        with quiet_twine(), _told(index):
            self._repository = _repository(index)

    def send(self, archive: Archive, attestation: bytes = b"") -> Sent:
        """Send a file once; what the index answers, or that it does not, is no error here.

        An `attestation` of the file is sent with it (PEP 740).
        """
        with TemporaryDirectory() as name, quiet_twine():
            folder = Path(name)
            if attestation:
                (folder / _ATTESTATION).write_bytes(attestation)
            return self._send(archive.write(folder))

    def reach(self) -> Sent:
        """Ask the address for uploads for anything; a status of 0 says that nobody is there."""
        import requests

        try:
            answer = self._repository.session.head(self._repository.url, allow_redirects=False)
        except requests.RequestException as error:
            return Sent(reason=_failed(error))
        return Sent(status=answer.status_code, reason=plain(answer.reason or ""))

    def close(self) -> None:
        """Leave the index."""
        self._repository.close()

    def _send(self, path: Path) -> Sent:
        import requests
        from twine.package import PackageFile

        try:
            package = PackageFile.from_filename(str(path), None)
            attestation = path.parent / _ATTESTATION
            if attestation.exists():
                package.add_attestations([str(attestation)])
            answer = self._repository.upload(package, max_redirects=_ONCE)
        except requests.RequestException as error:
            return Sent(reason=_failed(error))
        wait = answer.headers.get("Retry-After", "")
        return Sent(
            status=answer.status_code,
            reason=plain(answer.reason or ""),
            wait=float(wait[:_MOST_DIGITS]) if wait.isascii() and wait.isdecimal() else 0.0,
        )


def _failed(error: requests.RequestException) -> str:
    """Why no answer came, in our words."""
    import requests

    if isinstance(error, requests.Timeout):
        return f"the index said nothing for {SILENCE:g} seconds"
    if isinstance(error, requests.exceptions.SSLError):
        return "the certificate of the index is not one to trust"
    return "the connection broke"


def _repository(index: Index) -> Repository:
    from twine.settings import Settings

    user, password = _given(index)
    repository = Settings(
        username=user,
        password=password,
        non_interactive=True,
        repository_url=index.upload,
        cacert=os.environ.get("TWINE_CERT"),
        disable_progress_bar=True,
    ).create_repository()
    for scheme in ("https://", "http://"):
        repository.session.mount(scheme, _patient_adapter())
    # This machine is not asked through a proxy.
    repository.session.trust_env = not is_loopback(urlsplit(index.upload).hostname or "")
    return repository


def _given(index: Index) -> tuple[str | None, str | None]:
    """User and password of the environment or of the section of .pypirc with the index's name."""
    from twine.utils import DEFAULT_CONFIG_FILE, get_config

    section = (get_config(DEFAULT_CONFIG_FILE).get(index.name) if index.name else None) or {}
    # A CI gives a secret that it does not have as an empty text.
    user = os.environ.get("TWINE_USERNAME") or section.get("username")
    password = os.environ.get("TWINE_PASSWORD") or section.get("password")
    if password is None and user not in {None, TOKEN_USER}:
        password = os.environ.get("TWINE_PASSWORD")  # A user may have an empty one.
    return (TOKEN_USER if user is None and password else user), password


def _patient_adapter() -> Any:
    """What carries requests, for no longer than an index may say nothing."""
    from requests.adapters import HTTPAdapter

    class Patient(HTTPAdapter):
        def send(self, request: Any, *args: Any, **words: Any) -> Any:
            return super().send(request, *args, **{**words, "timeout": SILENCE})

    return Patient()


@contextmanager
def _told(index: Index) -> Iterator[None]:
    """A context in which what keeps twine from credentials is told in our words."""
    import requests
    from twine.exceptions import NonInteractive, TrustedPublishingFailure, TwineException

    try:
        yield
    except NonInteractive as error:
        message = f"there are no credentials for {index.shown}"
        raise _error(message, _NO_CREDENTIALS) from error
    except TrustedPublishingFailure as error:
        message = f"{index.shown} does not trust this run to publish"
        advice = "name the repository, the workflow and the environment to the index as a publisher"
        raise _error(message, advice) from error
    except requests.RequestException as error:
        message = f"{index.shown} cannot be asked for a token of trusted publishing"
        raise _error(message, "try again, or set TWINE_PASSWORD to a token") from error
    except (TwineException, configparser.Error, OSError, UnicodeError) as error:
        message = "the credentials cannot be read"
        raise _error(message, "look at ~/.pypirc") from error


def _error(message: str, advice: str) -> OutsideError:
    return OutsideError(Problem(message=message, advice=advice))
