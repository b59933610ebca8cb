"""A part of a YAML text to nodes, where anchors that it uses stand in another part."""

from __future__ import annotations

from typing import Any

from specmend.document.text.node import Node
from specmend.document.text.reading.yaml_builder import Builder, Collection
from specmend.document.text.reading.yaml_exact import fold_events
from specmend.document.tree.values import Tree, identical


def place_part(text: str, meant: Tree) -> Node | None:
    """The nodes of a part that says a tree, in its order of keys; None where it does not.

    What an alias and a merge key bring in is not looked at: whoever needs the proof reads the
    whole text.
    """
    builder = _PartBuilder(text, "")
    fold_events(builder)
    root = builder.root
    return root if root and not builder.problems and take_values(root, meant) else None


class _PartBuilder(Builder):
    """Takes every alias as it is."""

    def alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self.add(Node("alias", None, start, start, end, anchor=event.anchor), 1)

    def merge(self, parent: Collection, node: Node) -> None:  # noqa: ARG002
        parent.merge = []


def take_values(node: Node, meant: Tree) -> bool:
    """Whether a node says a tree, aliases left out; the tree becomes its value."""
    if node.kind == "scalar":
        return identical(node.value, meant)
    if node.kind == "mapping":
        if not isinstance(meant, dict) or not (node.merges or list(node.value) == list(meant)):
            return False
        own = [entry for entry in node.entries if entry.name in node.value]
        takes = all(e.name in meant and take_values(e.value, meant[str(e.name)]) for e in own)
    elif node.kind == "sequence":
        if not isinstance(meant, list) or len(meant) != len(node.entries):
            return False
        takes = all(take_values(e.value, one) for e, one in zip(node.entries, meant, strict=True))
    else:
        takes = True
    node.value = meant
    return takes
