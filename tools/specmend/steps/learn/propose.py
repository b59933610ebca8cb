"""Steps proposed for what was edited: renames and rules first, then the rest by place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from specmend.document.tree.values import Tree, same
from specmend.errors import ActionFailed
from specmend.steps.learn.changes import remaining_changes
from specmend.steps.learn.extracted import extracted_schemas
from specmend.steps.learn.keys import renamed_keys, renamed_properties
from specmend.steps.learn.members import removed_members
from specmend.steps.learn.paths import moved_prefix, renamed_parameters, renamed_paths
from specmend.steps.learn.renames import renamed_operations, renamed_schemas, renamed_tags
from specmend.steps.learn.rules import rules
from specmend.steps.proposal import Proposal, distance, make

_Recognizer = Callable[[Tree, Tree], Iterable[Proposal]]
_RECOGNIZERS: Final[tuple[_Recognizer, ...]] = (
    moved_prefix,
    renamed_schemas,
    renamed_parameters,
    renamed_paths,
    renamed_operations,
    renamed_tags,
    renamed_properties,
    extracted_schemas,
    renamed_keys,
    rules,
    removed_members,
)
"""Asked in this order; a guess is taken where it brings the document nearer to the edited one."""


def learn(old: Tree, new: Tree) -> tuple[Proposal, ...]:
    """A small series that makes the one document the other, key order aside.

    Empty for equal documents.
    """
    proposals: list[Proposal] = []
    tree, left = old, float(distance(old, new))
    for recognize in _RECOGNIZERS:
        for guess in recognize(tree, new) if left else ():
            after, apart = _try(tree, new, guess)
            if apart < left:
                proposals.append(guess)
                tree, left = after, apart
    for proposal in remaining_changes(tree, new):
        proposals.append(proposal)
        for fields in proposal.actions:
            tree = make(tree, fields)
    if not same(tree, new):
        raise RuntimeError("the steps that were learnt do not make the edited document")
    return tuple(proposals)


def _try(tree: Tree, new: Tree, guess: Proposal) -> tuple[Tree, float]:
    """The tree after a guess, and how far it is from the edited one.

    Infinitely far when the guess cannot be made.
    """
    try:
        for fields in guess.actions:
            tree = make(tree, fields)
    except ActionFailed:
        return tree, float("inf")
    return tree, distance(tree, new)
