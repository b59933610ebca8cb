"""How a document is laid out, observed from its text: what is added looks like what is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from specmend.document.text.document import Document
from specmend.document.text.node import Entry, Node

_LOOK_AT = 400
_COUNT_AT_MOST = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """`indent` is the step of nested mappings in characters, `dash` that of a list under its key.

    `quotes` tells by key which quote its values have ("" as a key: most values). `key_quote` is
    that of most keys that are numbers, "" where they stand plain. `colon` is what stands between
    key and value in flow collections. `multiline` says whether JSON is laid out over lines, `unit`
    is its indentation.
    """

    indent: int = 2
    dash: int = 2
    quotes: Mapping[str, str] = field(default_factory=dict)
    key_quote: str = '"'
    colon: str = ": "
    multiline: bool = False
    unit: str = "  "

    def quote_for(self, key: str) -> str:
        """The quote for a value of a key, where it needs one."""
        return self.quotes.get(key) or self.quotes.get("") or '"'


def observe(document: Document) -> Style:
    """The style of a document, read from its first collections."""
    return _json_style(document) if document.format == "json" else _yaml_style(document)


def _json_style(document: Document) -> Style:
    first = next(iter(document.root.entries), None)
    if first is None:
        return Style(multiline=True)
    lead = document.text[document.root.start + 1 : first.head]
    colon = document.text[first.key.end : first.value.start] if first.key else ": "
    return Style(colon=colon, multiline="\n" in lead, unit=lead.rpartition("\n")[2] or "  ")


def _yaml_style(document: Document) -> Style:
    indent = dash = None
    for parent, entry in islice(_nested(document.root), _LOOK_AT):
        width = _column(document, entry.value) - _column(document, parent)
        if entry.value.kind == "mapping" and entry.key:
            indent = indent or width
        elif entry.value.kind == "sequence" and entry.key:
            dash = width if dash is None else dash
    entries = list(islice(_entries(document.root), _COUNT_AT_MOST))
    return Style(
        indent=indent or 2,
        dash=2 if dash is None else max(dash, 0),
        quotes=_quotes(entries),
        key_quote=_key_quote(entries),
    )


def _quotes(entries: list[Entry]) -> dict[str, str]:
    """The quote that most quoted values of each key have."""
    counts: dict[str, Counter[str]] = {}
    for entry in entries:
        if entry.value.style in {"'", '"'}:
            for key in {"", entry.name if isinstance(entry.name, str) else ""}:
                counts.setdefault(key, Counter())[entry.value.style] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in counts.items()}


def _key_quote(entries: list[Entry]) -> str:
    """The quote of most keys that are numbers, else of most quoted keys."""
    quoted = [
        entry.key
        for entry in entries
        if entry.key and (entry.key.style or isinstance(entry.key.value, int))
    ]
    numbers = Counter(key.style for key in quoted if str(key.value).isdecimal())
    common = (numbers or Counter(key.style for key in quoted)).most_common(1)
    return common[0][0] if common else '"'


def _entries(root: Node) -> Iterator[Entry]:
    todo = [root]
    while todo:
        entries = todo.pop().entries
        yield from entries
        todo += [entry.value for entry in reversed(entries) if entry.value.children]


def _nested(root: Node) -> Iterator[tuple[Node, Entry]]:
    """Block collections on lines of their own under a key of a block mapping, breadth first."""
    level = [root]
    while level:
        below: list[Node] = []
        for node in level:
            for entry in node.entries:
                if (
                    entry.value.kind in {"mapping", "sequence"}
                    and not entry.value.flow
                    and entry.value.entries
                ):
                    below.append(entry.value)
                    if node.kind == "mapping":
                        yield node, entry
        level = below


def _column(document: Document, node: Node) -> int:
    return node.start - document.text.rfind("\n", 0, node.start)
