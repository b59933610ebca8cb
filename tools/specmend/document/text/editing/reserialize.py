"""A whole document serialized again, for text that cannot be edited in place."""

from __future__ import annotations

from dataclasses import replace

from specmend.document.text.document import Document, parse_document
from specmend.document.text.editing.block import write_after_key
from specmend.document.text.editing.flow import write_value
from specmend.document.text.editing.scalar import write_flow
from specmend.document.text.style import Style, observe
from specmend.document.tree.values import Tree, first_difference, identical
from specmend.errors import EditRefused, Problem, RepositoryError
from specmend.storage.read import refuse_large


def reserialize(document: Document, tree: Tree) -> Document:
    """The document with its whole text serialized again to say `tree`.

    YAML comes out in block style, JSON with its indentation. Line breaks and byte order mark stay;
    comments, anchors and tags are lost. The result is parsed again and compared with the tree that
    was meant. Raises EditRefused when no text of this format says the tree.
    """
    style = observe(_with_line_feeds(document))
    text = _json(document, tree, style) if document.format == "json" else _yaml(tree, style)
    text = ("\ufeff" if document.bom else "") + text.replace("\n", document.newline)
    try:
        refuse_large(len(text.encode()), document.name)
        made = parse_document(text, document.name, document.format)
    except (RepositoryError, UnicodeEncodeError) as error:
        raise _refusal(document, tree, str(error)) from error
    if not identical(made.tree, tree):
        raise _refusal(document, made.tree, "the new text would say something else")
    return made


def reserialized_notice(refused: EditRefused) -> Problem:
    """The warning about a document that was serialized again because an edit of it was refused."""
    why = refused.problems[0].message
    message = f"{why}, so the whole document is serialized again, without its comments"
    return replace(refused.problems[0], message=message, found="", advice="")


def _with_line_feeds(document: Document) -> Document:
    """The document as its layout is observed: a carriage return alone ends a line, too."""
    text = document.text.replace("\r\n", "\n").replace("\r", "\n")
    return (
        document if text == document.text else parse_document(text, document.name, document.format)
    )


def _json(document: Document, tree: Tree, style: Style) -> str:
    return write_value(tree, document, style, "") + (
        "\n" if document.text.endswith(("\n", "\r")) else ""
    )


def _yaml(tree: Tree, style: Style) -> str:
    if not isinstance(tree, dict | list):
        return write_flow(tree, flow=False) + "\n"
    step = style.dash if isinstance(tree, list) else style.indent
    return write_after_key(tree, -step, style).lstrip() + "\n"


def _refusal(document: Document, found: Tree, why: str) -> EditRefused:
    address = first_difference(document.tree, found) or ()
    message = "the document cannot be serialized again"
    return EditRefused(
        document.problem(address, message, found=why, advice="make the edit elsewhere")
    )
