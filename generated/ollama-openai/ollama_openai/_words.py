# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""What a server's answer says in words: its error, its status, how long to wait."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

_SHOWN = 300


def error_text(body: Any) -> str:
    """The words of an error body: its `error`, `message` or `detail`, wherever it keeps them."""
    if isinstance(body, str):
        return body.strip()[:_SHOWN]
    if isinstance(body, list):
        return next((text for member in body if (text := error_text(member))), "")
    if isinstance(body, dict):
        for key in ("error", "message", "detail", "title", "description", "msg"):
            text = error_text(body.get(key))
            if text:
                return text
    return ""


def phrase(status_code: int) -> str:
    """The words of a status, or nothing where it has none."""
    try:
        return HTTPStatus(status_code).phrase
    except ValueError:
        return ""


def wait_of(headers: Mapping[str, str]) -> float | None:
    """The seconds that `Retry-After` asks for (RFC 9110 section 10.2.3): a number, or a date."""
    text = headers.get("retry-after", "").strip()
    if text.replace(".", "", 1).isdigit():
        return float(text)
    if not text:
        return None
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
