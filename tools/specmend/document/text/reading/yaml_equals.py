"""Whether a YAML text says a tree: read event by event, and nothing built from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yaml import events as ev
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from specmend.document.text.reading.core_schema import OLD_BREAKS, resolve
from specmend.document.tree.values import Tree


def says(text: str, tree: Tree) -> bool:
    """Whether a text says exactly a tree; False for any text with anchors, tags or merge keys."""
    if not text.isascii() and any(character in text for character in OLD_BREAKS):
        return False
    parser = CParser(text)
    try:
        get = parser.get_event
        started = _is(get(), ev.StreamStartEvent) and _is(get(), ev.DocumentStartEvent)
        said = started and _value(get(), get, tree)
        return said and _is(get(), ev.DocumentEndEvent) and _is(get(), ev.StreamEndEvent)
    except (yaml.YAMLError, ValueError):
        return False
    finally:
        parser.dispose()


def _is(event: Any, kind: type) -> bool:
    return event.__class__ is kind


def _value(event: Any, get: Callable[[], Any], tree: Tree) -> bool:
    if event.__class__ is ev.AliasEvent or event.anchor is not None or event.tag is not None:
        return False
    if tree.__class__ is dict:
        return event.__class__ is ev.MappingStartEvent and _members(get, tree)
    if tree.__class__ is list:
        return event.__class__ is ev.SequenceStartEvent and _items(get, tree)
    return event.__class__ is ev.ScalarEvent and _scalar(event, tree)


def _members(get: Callable[[], Any], tree: dict[str, Tree]) -> bool:
    scalar = ev.ScalarEvent
    for name, value in tree.items():
        key = get()
        if (
            key.__class__ is not scalar
            or key.value != name
            or key.tag is not None
            or key.anchor is not None
        ):
            return False
        event = get()
        if (
            event.__class__ is scalar and event.style and event.tag is None
        ):  # as below, without two calls
            if event.value != value or event.anchor is not None:
                return False
        elif not _value(event, get, value):
            return False
    return "<<" not in tree and _is(get(), ev.MappingEndEvent)


def _items(get: Callable[[], Any], tree: list[Tree]) -> bool:
    for value in tree:
        event = get()
        if event.__class__ is ev.SequenceEndEvent or not _value(event, get, value):
            return False
    return _is(get(), ev.SequenceEndEvent)


def _scalar(event: Any, tree: Tree) -> bool:
    value = event.value if event.style else resolve(event.value)
    return value.__class__ is tree.__class__ and bool(value == tree)
