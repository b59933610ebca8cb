"""The keys of `content` are media types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.kinds import is_stray_extension, spot_at
from specmend.document.openapi.media_types import is_media_range, is_multipart
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "contents"

_CONTENT: Final = "content"


def _holder(_scope: Scope, address: Address, holder: Any) -> Iterator[Fault]:
    """A warning for each key of another form (OpenAPI 3.0.3 and 3.1 sections 4.7.3 and 4.8.3)."""
    content = holder[_CONTENT]
    for key, media in content.items() if isinstance(content, dict) else ():
        place = (*address, _CONTENT, key)
        if not is_media_range(key) and not is_stray_extension(spot_at(place[:-1]), key, media):
            yield Fault(
                rule=NAME,
                address=place,
                message=f"'{key}' is no media type, such as application/json",
                level="warning",
                advice="record a step with the edit rename-key",
            )


def _body(scope: Scope, address: Address, body: Any) -> Iterator[Fault]:
    """A fault for parts that nothing describes (3.0.4 and 3.1.1, Encoding Object)."""
    content = body[_CONTENT]
    for key, media in content.items() if isinstance(content, dict) else ():
        if scope.is_32 or not is_multipart(key) or not isinstance(media, dict):
            continue
        if "schema" not in media and "$ref" not in media:
            yield Fault(
                rule=NAME,
                address=(*address, _CONTENT, key),
                message=f"a body of {key} lacks 'schema', which says what its parts are",
                advice="record a step that adds it",
            )


CHECKS: Final[Mapping[str, Check]] = {
    **{f"{kind}.{_CONTENT}": _holder for kind in ("parameter", "header", "response")},
    f"request body.{_CONTENT}": lambda *given: (*_holder(*given), *_body(*given)),
}
