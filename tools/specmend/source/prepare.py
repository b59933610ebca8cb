"""What a published document becomes before it is pinned: one document, of all of its files."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.document.text.document import Document
from specmend.document.text.editing.reserialize import reserialize, reserialized_notice
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.tree.values import Tree
from specmend.errors import EditRefused, OutsideError, Problem
from specmend.source.address import Address
from specmend.source.answer import Answer
from specmend.source.bundle.bundle import RULE, bundle
from specmend.source.pin import SourceRecord
from specmend.source.reach import Reach
from specmend.source.sources import open_sources


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """The document to be pinned, and how it was made of what was published.

    `made_by` names the rules that made it, with their versions; without any, it is what was
    published, byte for byte. `sources` are the files that it was made of. `remarks` say what a
    person should know.
    """

    document: Document
    made_by: tuple[str, ...] = ()
    sources: tuple[SourceRecord, ...] = ()
    remarks: tuple[Problem, ...] = ()


def prepare(document: Document, address: Address, answer: Answer, reach: Reach) -> Prepared:
    """Make one document of a published one and all files that it refers to.

    Raises OutsideError with every reference that cannot be followed.
    """
    with open_sources(document, address, answer, reach) as sources:
        bundled = bundle(sources.root, sources)
        records = sources.records
    if bundled.problems:
        raise OutsideError(*bundled.problems)
    if bundled.tree is document.tree:
        return Prepared(document=document)
    made, notices = written(document, bundled.tree)
    return Prepared(
        document=made,
        made_by=(RULE,),
        sources=records,
        remarks=(*bundled.remarks, *notices),
    )


def written(document: Document, tree: Tree) -> tuple[Document, tuple[Problem, ...]]:
    """A document with its text edited to say a tree, or written anew with a notice.

    Raises OutsideError where no text says the tree.
    """
    try:
        return rewrite(document, tree)[0], ()
    except EditRefused as refused:
        try:
            return reserialize(document, tree), (reserialized_notice(refused),)
        except EditRefused as error:
            raise OutsideError(*error.problems) from error
