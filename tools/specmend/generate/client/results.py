"""The types of what an operation answers, by status."""

from __future__ import annotations

from typing import Any

from specmend.generate.client.records import Streaming
from specmend.generate.client.wording import Wording
from specmend.generate.normalize.media_order import has_records

# Results that are the body as it is.
_WHOLE = ("None", "str", "bytes")


def read_results(
    endpoint: Any, node: dict[str, Any], wording: Wording
) -> tuple[dict[str, str], dict[str, str]]:
    """The types by status pattern.

    `default` is a success only where no other success is declared.
    """
    success: dict[str, str] = {}
    failure: dict[str, str] = {}
    declared = any(str(code).startswith("2") for code in node.get("responses", {}))
    for response in endpoint.responses:
        pattern = response.status_code.pattern
        is_default = pattern == "default"
        is_success = pattern.startswith("2") or (is_default and not declared)
        content = node["responses"].get(pattern, {}).get("content") or {}
        text = _body_type(response, content, wording, is_success=is_success)
        if text:
            (success if is_success else failure)[pattern] = text
        if text and is_default:
            failure.setdefault(pattern, text)
    return success, failure


def result_type(success: dict[str, str], streaming: Streaming | None) -> str:
    """The type that the method returns when it does not stream; empty where it only streams."""
    if streaming and not success:
        return ""
    types = sorted(dict.fromkeys(success.values()), key=lambda text: text == "None")
    return " | ".join(types) or "None"


def _body_type(
    response: Any, content: dict[str, Any], wording: Wording, *, is_success: bool
) -> str:
    """The type of a response that is no stream; empty where it can only be one."""
    plain = [name for name, media in content.items() if not has_records(name, media)]
    if content and not plain:
        return ""
    text = _result_type(plain[0], response, wording) if plain else "None"
    if is_success and text not in _WHOLE and any(_is_words(n, content[n]) for n in plain[1:]):
        text += " | str"
    return text


def _result_type(media_type: str, response: Any, wording: Wording) -> str:
    essence = media_type.partition(";")[0].strip().lower()
    if essence.endswith(("/json", "+json")):
        return wording.received(response.prop)
    return "str" if essence.startswith("text/") else "bytes"


def _is_words(media_type: str, media: dict[str, Any]) -> bool:
    """Whether this is text for people, and not a document that some servers send as text."""
    return media_type.startswith("text/") and (media.get("schema") or {}).get("type") == "string"
