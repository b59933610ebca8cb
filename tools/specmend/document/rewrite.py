"""A document's text changed to say another tree, touching only the stretches that must change."""

from __future__ import annotations

from specmend.document.block_rewrite import rewrite_block
from specmend.document.document import Document, parse_document
from specmend.document.flow_rewrite import rewrite_flow
from specmend.document.node import Node, find_entry
from specmend.document.rewriter import Rewriter
from specmend.document.style import observe
from specmend.document.text_edit import TextEdit, in_order, splice
from specmend.document.tree import Tree, first_difference, get, identical, same
from specmend.errors import EditRefused, Problem, RepositoryError


def rewrite(document: Document, tree: Tree) -> tuple[Document, tuple[TextEdit, ...]]:
    """The document with its text edited to say `tree`, and the edits, in order of their places.

    The result is parsed again and compared with the tree that was meant. Raises EditRefused, naming the
    construct and its place, when the text holds something that cannot be edited in place.
    """
    if identical(document.tree, tree):
        return document, ()
    rewriter = Rewriter(document=document, style=observe(document), block=rewrite_block, flow=rewrite_flow)
    _refuse_shared(document, tree)
    rewriter.walk(document.root, document.tree, tree, None)
    edits = tuple(TextEdit(e.start, e.end, e.text.replace("\n", document.newline)) for e in rewriter.edits)
    try:
        edits = in_order(edits)
    except ValueError as error:
        raise EditRefused(_whole(document, document.tree, tree, str(error))) from error
    return _verified(document, splice(document.text, edits), tree), edits


def _verified(document: Document, text: str, tree: Tree) -> Document:
    try:
        made = parse_document(("\ufeff" if document.bom else "") + text, document.name, document.format)
    except RepositoryError as error:
        raise EditRefused(_whole(document, document.tree, tree, str(error))) from error
    if not identical(made.tree, tree):
        raise EditRefused(_whole(document, made.tree, tree, "the edited text would say something else"))
    return made


def _whole(document: Document, found: Tree, meant: Tree, why: str) -> Problem:
    address = first_difference(found, meant) or ()
    return document.problem(
        address,
        "the text here cannot be edited in place",
        found=why,
        advice="write this part of the document in plain block style, or make the edit elsewhere",
    )


def _refuse_shared(document: Document, tree: Tree) -> None:
    """An anchored value that changes would change every alias of it with it: say so instead."""
    if "*" not in document.text or document.format == "json":
        return
    aliases: dict[str, int] = {}
    anchored: list[tuple[Node, tuple[str | int, ...]]] = []
    todo: list[tuple[Node, tuple[str | int, ...]]] = [(document.root, ())]
    while todo:
        node, address = todo.pop()
        if node.kind == "alias":
            aliases.setdefault(node.anchor, node.start)
        elif node.anchor:
            anchored.append((node, address))
        todo += [(entry.value, (*address, entry.name)) for entry in node.entries]
    problems = [
        document.problem(
            address,
            f"the value with the anchor &{node.anchor} is used elsewhere by its alias",
            found=f"*{node.anchor} at line {document.position(aliases[node.anchor])[0]}",
            expected="a change of this place alone",
            advice="write the value out where the alias stands, in a step of its own",
        )
        for node, address in anchored
        if node.anchor in aliases and not same(node.value, get(tree, address))
    ]
    if problems:
        raise EditRefused(*problems)


__all__ = ["find_entry", "rewrite"]
