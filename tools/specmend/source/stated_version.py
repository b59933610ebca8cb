"""The version that a document states of its API, read without reading the document whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec
import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

_LONGEST: Final = 40
_PLACE: Final = ("info", "version")
_BEGINNINGS: Final = (MappingStartEvent, SequenceStartEvent)
_ENDS: Final = (MappingEndEvent, SequenceEndEvent)


class _Info(msgspec.Struct):
    version: str | int | float = ""


class _Head(msgspec.Struct):
    info: _Info


def stated_version(data: bytes, ending: str) -> str:
    """`info.version` as it is written, shortened; empty where none can be read.

    `ending` is that of the file: `.json` or `.yaml`.
    """
    found = _of_json(data) if ending == ".json" else _of_yaml(data)
    return found if len(found) <= _LONGEST else f"{found[: _LONGEST - 1]}…"


def _of_json(data: bytes) -> str:
    try:
        return str(msgspec.json.decode(data, type=_Head).info.version)
    except (msgspec.DecodeError, RecursionError, ValueError):
        return ""


def _of_yaml(data: bytes) -> str:
    parser = CParser(data)
    try:
        while not isinstance(event := parser.get_event(), MappingStartEvent):
            if event is None:
                return ""
        return _value_at(parser, _PLACE)
    except (yaml.YAMLError, ValueError):
        return ""
    finally:
        parser.dispose()


def _value_at(parser: Any, place: Sequence[str]) -> str:
    """The scalar at a place of the mapping that has just begun; empty where there is none."""
    name, *others = place
    while not isinstance(key := parser.get_event(), _ENDS):
        _skip(parser, key)
        value = parser.get_event()
        if not isinstance(key, ScalarEvent) or key.value != name:
            _skip(parser, value)
        elif others:
            return _value_at(parser, others) if isinstance(value, MappingStartEvent) else ""
        else:
            return str(value.value) if isinstance(value, ScalarEvent) else ""
    return ""


def _skip(parser: Any, event: Any) -> None:
    """Read to the end of what an event began."""
    depth = int(isinstance(event, _BEGINNINGS))
    while depth:
        event = parser.get_event()
        depth += isinstance(event, _BEGINNINGS)
        depth -= isinstance(event, _ENDS)
