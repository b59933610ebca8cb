"""A document's text changed to say another tree, touching only the stretches that must change."""

from __future__ import annotations

import re
from dataclasses import replace

from specmend.document.text.document import Document, parse_document, restated
from specmend.document.text.editing.aliases import expand_aliases
from specmend.document.text.editing.block_edit import rewrite_block
from specmend.document.text.editing.flow_edit import rewrite_flow
from specmend.document.text.editing.incremental import place_again
from specmend.document.text.editing.rewriter import Rewriter
from specmend.document.text.style import Style, observe
from specmend.document.text.text_edit import TextEdit, in_order, splice
from specmend.document.tree.values import Tree, first_difference, identical
from specmend.errors import EditRefused, Problem, RepositoryError

_LONE_CR = re.compile(r"\r(?!\n)")


def rewrite(
    document: Document, tree: Tree, style: Style | None = None
) -> tuple[Document, tuple[TextEdit, ...]]:
    """The document with its text edited to say `tree`, and the edits, in order of their places.

    What is added looks like `style`, that of the document where none is given. The result is
    parsed again and compared with the tree that was meant. Raises EditRefused, naming the
    construct and its place, when the text holds something that cannot be edited in place.
    """
    if identical(document.tree, tree):
        return document, ()
    edits = _edits(document, tree, style or observe(document))
    return _verified(document, splice(document.text, edits), tree), edits


def rewrite_in_series(
    document: Document, tree: Tree, style: Style
) -> tuple[Document, tuple[TextEdit, ...]]:
    """The same for one of many edits: only the parts that this one touches are parsed again.

    The caller compares the whole text with the tree after the last edit; see restated.
    """
    if identical(document.tree, tree):
        return document, ()
    edits = _edits(document, tree, style)
    text = splice(document.text, edits)
    root = place_again(document, text, tree, edits)
    if root is None:
        return _verified(document, text, tree), edits
    made = replace(document, data=text.encode(), tree=tree, indent=None)
    # What the properties would find again.
    vars(made).update(text=text, root=root, is_ordinary=document.is_ordinary)
    return made, edits


def _edits(document: Document, tree: Tree, style: Style) -> tuple[TextEdit, ...]:
    rewriter = Rewriter(document=document, style=style, block=rewrite_block, flow=rewrite_flow)
    if "\r" in document.text and (found := _LONE_CR.search(document.text)):
        rewriter.refuse(
            found.start(),
            "a line that ends in a carriage return alone",
            "end lines with a line feed",
        )
    rewriter.walk(document.root, document.tree, tree, None)
    expand_aliases(rewriter)
    edits = tuple(
        TextEdit(e.start, e.end, e.text.replace("\n", document.newline)) for e in rewriter.edits
    )
    try:
        return _with_last_break(document, tree, in_order(edits))
    except ValueError as error:
        raise EditRefused(_whole(document, document.tree, tree, str(error))) from error


def _with_last_break(
    document: Document, tree: Tree, edits: tuple[TextEdit, ...]
) -> tuple[TextEdit, ...]:
    """The edits, and a line break after a literal block that now ends a text without one."""
    last, end = edits[-1], len(document.text)
    while isinstance(tree, dict | list) and tree:
        tree = list(tree.values() if isinstance(tree, dict) else tree)[-1]
    written = last.end == end and last.text and not last.text.endswith(('"', "'", "}", "]", "\n"))
    needs = not document.text.endswith("\n") and isinstance(tree, str) and tree.endswith("\n")
    return (*edits, TextEdit(end, end, document.newline)) if written and needs else edits


def _verified(document: Document, text: str, tree: Tree) -> Document:
    try:
        made = restated(document, text, tree)
    except RepositoryError as error:
        raise EditRefused(_whole(document, document.tree, tree, str(error))) from error
    if made is None:
        found = parse_document(text, document.name, document.format).tree
        raise EditRefused(_whole(document, found, tree, "the edited text would say something else"))
    return made


def _whole(document: Document, found: Tree, meant: Tree, why: str) -> Problem:
    address = first_difference(found, meant) or ()
    return document.problem(
        address,
        "the text here cannot be edited in place",
        found=why,
        advice="write this part of the document in plain block style, or make the edit elsewhere",
    )
