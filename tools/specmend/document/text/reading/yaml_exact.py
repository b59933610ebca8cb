"""YAML text to nodes: values by the core schema of YAML 1.2, with the place of each in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml import events as ev
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from specmend.document.text.node import Node
from specmend.document.text.reading.core_schema import OLD_BREAKS
from specmend.document.text.reading.yaml_builder import Builder
from specmend.document.text.reading.yaml_fast import compose_yaml
from specmend.document.tree.values import Tree
from specmend.errors import LimitExceeded, Problem
from specmend.limits import DEPTH, MAX_DEPTH, exceeded


def read_yaml(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document; a node tree, or every problem that was found.

    Duplicate keys, keys that are not scalars, undefined aliases and a second document are problems.
    """
    root = compose_yaml(text)
    return read_by_events(text, name) if root is None else (root, [])


def place_yaml(text: str, said: Tree) -> Node:
    """The nodes of a text that was found to say a tree; raises ValueError for any other text."""
    # The composer knows no anchors, tags and merge keys; the exact reader knows them all.
    root = compose_yaml(text, said)
    if root is None:
        root, _ = read_by_events(text, "")
    if root is None:
        raise ValueError("the text is no document")
    return root


def read_by_events(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """The same for any text, event by event; slower, and exact about everything."""
    builder = Builder(text, name)
    fold_events(builder)
    return (None if builder.problems else builder.root), builder.problems


def fold_events(builder: Builder) -> None:
    """Let a builder take all events of its text."""
    text = builder.text
    stand_ins = _stand_ins(text)
    try:
        for event in _events(text.translate(stand_ins) if stand_ins else text):
            builder.take(_restored(event, stand_ins) if stand_ins else event)
    except yaml.MarkedYAMLError as error:
        _report_syntax(builder, error)
    except yaml.reader.ReaderError as error:
        # The parser counts bytes.
        at = len(text.encode()[: error.position].decode(errors="ignore"))
        builder.fault(
            at, f"the character U+{ord(text[at]):04X} is not allowed in YAML", "remove it"
        )
    except LimitExceeded as error:
        builder.fault(builder.offset, str(error), error.advice)


def _report_syntax(builder: Builder, error: yaml.MarkedYAMLError) -> None:
    mark = error.problem_mark or error.context_mark
    at = mark.index if mark else len(builder.text)
    if _flow_depth(builder.text[:at]) > MAX_DEPTH:
        # The scanner reads ahead and has its own limit: the builder may never get there.
        limit = exceeded(DEPTH)
        builder.fault(at, str(limit), limit.advice)
        return
    if builder.text[at : at + 1] == "\t":
        builder.fault(at, "a tab stands where YAML has spaces", "indent this line with spaces")
        return
    message = f"this is not YAML: {error.problem}"
    builder.fault(at, message, "mend the syntax here", error.context or "")


def _flow_depth(text: str) -> int:
    """How many brackets are open at the end of a text."""
    return sum(map(text.count, "[{")) - sum(map(text.count, "]}"))


def _events(text: str) -> Iterator[Any]:
    parser = CParser(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()


def _stand_ins(text: str) -> dict[int, int]:
    """Private characters that stand for the old line breaks, where the text has any."""
    if text.isascii() or not any(character in text for character in OLD_BREAKS):
        return {}
    unused = (code for code in range(0xE000, 0xF900) if chr(code) not in text)
    return dict(zip(map(ord, OLD_BREAKS), unused, strict=False))


def _restored(event: Any, stand_ins: dict[int, int]) -> Any:
    if isinstance(event, ev.ScalarEvent):
        event.value = event.value.translate({private: code for code, private in stand_ins.items()})
    return event
