"""The types of what an operation answers, by status and media type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from specmend.document.openapi.statuses import status_of
from specmend.generate.client.media import content_of, is_structured, is_text, ranked
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Streaming
from specmend.generate.normalize.media_order import has_records, is_json
from specmend.generate.types.kinds import NONE, OCTETS, TEXT, Type, one_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Results:
    """The types by status pattern, and by media type where these differ.

    `success` are the answers that a method returns, `failure` those that it raises.
    """

    success: Mapping[str, Mapping[str, Type]]
    failure: Mapping[str, Mapping[str, Type]]


def read_results(node: dict[str, Any], reader: Reader) -> Results:
    """The types of all answers.

    `default` is a success only where no other success is declared.
    """
    success: dict[str, Mapping[str, Type]] = {}
    failure: dict[str, Mapping[str, Type]] = {}
    codes = node.get("responses") or {}
    responses = {
        status_of(str(code)) or str(code): codes[code] for code in sorted(codes, key=_rank)
    }
    declared = any(pattern.startswith("2") for pattern in responses)
    for pattern, response in responses.items():
        if pattern.startswith("x-"):
            continue
        is_default = pattern == "default"
        is_success = pattern.startswith("2") or (is_default and not declared)
        kinds = _kinds(response, reader)
        if kinds and not is_success:
            # An error in plain words is told by the exception itself.
            kinds = dict([next(iter(kinds.items()))])
        if kinds:
            (success if is_success else failure)[pattern] = kinds
        if kinds and is_default and is_success:
            failure.setdefault(pattern, kinds)
    return Results(success=success, failure=failure)


def result_type(results: Results, streaming: Streaming | None, reader: Reader) -> str:
    """The type that the method returns when it does not stream; empty where it only streams."""
    if streaming and not results.success:
        return ""
    kinds = [kind for by_media in results.success.values() for kind in by_media.values()]
    return reader.received(one_of(kinds)) if kinds else "None"


def written(kinds: Mapping[str, Mapping[str, Type]], reader: Reader) -> dict[str, Any]:
    """The types as code by status: one type, or one for each media type."""
    texts: dict[str, Any] = {}
    for pattern, by_media in kinds.items():
        codes = {media: reader.checked(kind) for media, kind in by_media.items()}
        texts[pattern] = next(iter(codes.values())) if len(set(codes.values())) == 1 else codes
    return texts


def _rank(pair: tuple[object, object]) -> tuple[bool, str]:
    """Statuses first, and `default` at the end."""
    code = str(pair[0])
    return code == "default", code


def _kinds(response: Any, reader: Reader) -> dict[str, Type]:
    """The type of a response by media type, streams aside; empty where it can only be one."""
    content = content_of(response)
    plain = [name for name in ranked(content) if not has_records(name, content[name])]
    if not content:
        return {"": NONE}
    return {name: _kind(name, content[name], reader) for name in plain}


def _kind(media_type: str, media: Any, reader: Reader) -> Type:
    schema = media.get("schema") if isinstance(media, dict) else None
    kind = reader.types.read(schema)
    if is_json(media_type):
        return kind
    is_open = "*" in media_type or is_text(media_type)
    if is_open and schema is not None and is_structured(kind):
        return kind  # some servers call a document of their own text, or do not say what it is
    is_words = is_text(media_type) or (is_open and kind == TEXT)
    return TEXT if is_words else OCTETS
