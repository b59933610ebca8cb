"""Documents of a few lines, read as YAML and as JSON, for the tests of what is learnt."""

from __future__ import annotations

import json
from collections.abc import Iterable
from textwrap import dedent
from typing import Final

from specmend.document.text.document import parse_document
from specmend.document.tree.values import Tree
from specmend.steps.proposal import Fields, Proposal, make

FORMS: Final = ("yaml", "json")


def tree_of(text: str, form: str) -> Tree:
    """The tree of a YAML text: read as it is, or written as JSON and read from that."""
    tree = parse_document(dedent(text), "document.yaml").tree
    if form == "yaml":
        return tree
    return parse_document(json.dumps(tree, indent=2), "document.json").tree


def after(tree: Tree, proposals: Iterable[Proposal]) -> Tree:
    """The tree after every action of the proposals, one after another."""
    for proposal in proposals:
        for fields in proposal.actions:
            tree = make(tree, fields)
    return tree


def steps(proposals: Iterable[Proposal]) -> list[tuple[str, list[Fields]]]:
    """The title of each proposal with its actions."""
    return [(proposal.title, list(proposal.actions)) for proposal in proposals]
