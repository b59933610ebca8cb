"""A callback may become a webhook, and a webhook a callback."""

from __future__ import annotations

from typing import Any

from specmend.document.tree.pointer import Address
from specmend.matching.called_back import called_otherwise

CALLED: dict[str, Any] = {"post": {"requestBody": {"required": True}, "responses": {"2XX": {}}}}
OTHER: dict[str, Any] = {"get": {"summary": "Else", "responses": {}}}
CALLBACK: Address = ("paths", "/pets", "get", "callbacks", "done")


def document(callbacks: dict[str, Any], webhooks: dict[str, Any]) -> dict[str, Any]:
    return {
        "paths": {"/pets": {"get": {"callbacks": callbacks, "responses": {}}}},
        "webhooks": webhooks,
    }


BACK = document({"done": {"{$url}": CALLED}}, {})
HOOK = document({}, {"petDone": CALLED})


def found(old: Any, new: Any, lost: Address) -> list[Address]:
    return list(called_otherwise(old, new, lost))


def test_a_callback_that_is_a_webhook_now() -> None:
    for lost in (CALLBACK, (*CALLBACK, "{$url}"), (*CALLBACK, "{$url}", "post")):
        assert found(BACK, HOOK, lost) == [("webhooks", "petDone", "post")]


def test_a_webhook_that_is_a_callback_now() -> None:
    assert found(HOOK, BACK, ("webhooks", "petDone")) == [(*CALLBACK, "{$url}", "post")]


def test_what_is_there_still_or_was_there_or_is_something_else() -> None:
    assert found(BACK, BACK, CALLBACK) == []
    both = document({"done": {"{$url}": CALLED}}, {"petDone": CALLED})
    assert found(both, HOOK, CALLBACK) == []
    assert found(BACK, document({}, {"other": OTHER}), CALLBACK) == []
    assert found(BACK, HOOK, ("paths", "/pets")) == []
