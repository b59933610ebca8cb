"""Claims about fields of the standard, and what is looked at to see whether they are true."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from pydantic import TypeAdapter
from tests.wire.loopback import Reply
from tests.wire.raw import Raw
from tests.wire.standard_fields import VERSIONS

Does: TypeAlias = Literal["honored", "refused", "warned", "silent"]
Place: TypeAlias = tuple[str | int, ...]

Options: TypeAlias = Mapping[str, Any]

MARK = "@"
"""Stands in a probe for what tells its two operations, and all others, apart."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What came of one call: the requests that were sent, the last of them, result or error.

    `signature` is that of the method; `declared` and `links` are what the answer has of these.
    """

    urls: tuple[str, ...] = ()
    raw: Raw | None = None
    signature: str = ""
    declared: Options = field(default_factory=dict)
    links: Options = field(default_factory=dict)
    result: Any = None
    error: Exception | None = None


Look: TypeAlias = Callable[[Seen], Any]


@dataclass(frozen=True, kw_only=True)
class Probe:
    """An operation with a field, and the same one without it, or with `instead`.

    `at` is where the field stands: below `operation`, `components` or the `variables` of the
    server. `look` says what is looked at of a call with the arguments `call` of a client made with
    `client`, which may depend on the module, and `expect` what is seen there only with the field.
    Of what is refused or warned about `words` is a part. With `whole` the answer is looked at, too.
    """

    operation: Mapping[str, Any]
    at: Place
    components: Mapping[str, Any] = field(default_factory=dict)
    variables: Mapping[str, Any] = field(default_factory=dict)
    instead: Any = ...
    path: str = ""
    call: Mapping[str, Any] = field(default_factory=dict)
    client: Options | Callable[[Any], Options] = field(default_factory=dict)
    answer: Reply = field(default_factory=lambda: Reply(status=204))
    look: Look | None = None
    expect: Any = None
    words: str = ""
    whole: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """What the client does about a field of an object, in the versions that the row is about."""

    kind: str
    field: str
    does: Does
    words: str
    probe: Probe
    versions: Sequence[str] = VERSIONS

    @property
    def name(self) -> str:
        """The row in the name of a test."""
        return f"{self.kind}.{self.field}".replace(" ", "-")


def query(found: Seen) -> Any:
    return found.raw.query if found.raw else type(found.error).__name__


def target(found: Seen) -> Any:
    return found.raw.target if found.raw else type(found.error).__name__


def body(found: Seen) -> Any:
    return found.raw.body.decode() if found.raw else type(found.error).__name__


def header(name: str) -> Look:
    return lambda found: found.raw.header(name) if found.raw else type(found.error).__name__


def parts(found: Seen) -> Any:
    """A body of multipart without its boundary, as text."""
    if found.raw is None:
        return type(found.error).__name__
    boundary = (found.raw.header("content-type") or "").partition("boundary=")[2]
    return found.raw.body.decode().replace(boundary, "B")


def sent(found: Seen) -> Any:
    """Whether a request was sent."""
    return found.raw is not None


def first_url(found: Seen) -> Any:
    """Where the first request went, which is the one for a token."""
    return found.urls[0] if found.urls else type(found.error).__name__


def last_url(found: Seen) -> Any:
    """Where the request went."""
    return found.urls[-1] if found.urls else type(found.error).__name__


def credentials(module: Any) -> Options:
    """A client that has the credentials of a client of OAuth."""
    return {"key@": module.ClientCredentials("id", "secret")}


def refresh(module: Any) -> Options:
    """A client that has a refresh token."""
    return {"key@": module.RefreshToken("r", client_id="id")}


def result(found: Seen) -> Any:
    """The result as JSON, else the name of the error."""
    if found.error is not None:
        return type(found.error).__name__
    return TypeAdapter(Any).dump_python(
        found.result, mode="json", by_alias=True, exclude_unset=True
    )


def error(found: Seen) -> Any:
    """The name of the error, else nothing."""
    return type(found.error).__name__ if found.error else ""


def everything(found: Seen) -> Any:
    """The request, and the result or the error."""
    request = (found.raw.method, found.raw.target, found.raw.body) if found.raw else None
    kept = [
        (name, text)
        for name, text in (found.raw.headers if found.raw else ())
        if name.lower() != "content-type" or "boundary" not in text
    ]
    shown = found.error and (type(found.error).__name__)
    return request, kept, shown or result(found)
