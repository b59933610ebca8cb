"""What a published document becomes before it is pinned: one document, of OpenAPI."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from specmend.document.text.document import Document
from specmend.document.text.editing.reserialize import reserialize, reserialized_notice
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.text.encoding import encoding_of
from specmend.document.text.node import find_entry
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Draft, Tree
from specmend.errors import EditRefused, OutsideError, Problem
from specmend.source.address import Address as From
from specmend.source.answer import Answer
from specmend.source.bundle.bundle import RULE as BUNDLE
from specmend.source.bundle.bundle import bundle
from specmend.source.conversion import RULE as CONVERSION
from specmend.source.conversion import convert, is_swagger
from specmend.source.pin import SourceRecord
from specmend.source.reach import Reach
from specmend.source.sources import open_sources


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """The document to be pinned, and how it was made of what was published.

    `made_by` names the rules that made it, with their versions; without any, it is what was
    published, byte for byte. `sources` are the files that it was made of. `original` is what was
    converted. `remarks` say what a person should know.
    """

    document: Document
    original: Document | None = None
    made_by: tuple[str, ...] = ()
    sources: tuple[SourceRecord, ...] = ()
    remarks: tuple[Problem, ...] = ()


def prepare(
    document: Document, address: From, answer: Answer, reach: Reach, *, kept_as: str = ""
) -> Prepared:
    """Make one document of a published one and all files that it refers to, and of OpenAPI.

    The remarks on a conversion are about what was published, or, where that was many files, about
    the one document that is `kept_as` the original. Raises OutsideError with every reference that
    cannot be followed.
    """
    bundled = _bundled(document, address, answer, reach)
    if not is_swagger(bundled.document):
        return bundled
    name = kept_as if bundled.made_by and kept_as else document.name
    converted, remarks = convert(bundled.document, name)
    return replace(
        bundled,
        document=converted,
        original=bundled.document,
        made_by=(*bundled.made_by, CONVERSION),
        remarks=(*bundled.remarks, *remarks),
    )


def _bundled(document: Document, address: From, answer: Answer, reach: Reach) -> Prepared:
    with open_sources(document, address, answer, reach) as sources:
        bundled = bundle(sources.root, sources, keeps_broken=reach.keeps_broken)
        records = sources.records
    if bundled.problems:
        raise OutsideError(*bundled.problems)
    if bundled.tree is document.tree:
        published = _as_published(document, answer, records)
        return replace(published, remarks=bundled.remarks)
    made, notices = written(document, bundled.tree)
    return Prepared(
        document=made,
        made_by=(*_recoding(answer), BUNDLE),
        sources=records,
        remarks=(*bundled.remarks, *notices),
    )


def _as_published(
    document: Document, answer: Answer, records: tuple[SourceRecord, ...]
) -> Prepared:
    """One document alone; it is only told where it was in another encoding than UTF-8."""
    made_by = _recoding(answer)
    return Prepared(document=document, made_by=made_by, sources=records if made_by else ())


def _recoding(answer: Answer) -> tuple[str, ...]:
    """What was done to a text in another encoding, for the pin."""
    encoding = encoding_of(answer.data or b"")
    return () if encoding == "utf-8" else (f"{encoding[:6]} to utf-8",)


def written(document: Document, tree: Tree) -> tuple[Document, tuple[Problem, ...]]:
    """A document with its text edited to say a tree, or written anew with a notice.

    Raises OutsideError where no text says the tree.
    """
    try:
        return rewrite(_with_room(document, tree), tree)[0], ()
    except EditRefused as refused:
        try:
            return reserialize(document, tree), (reserialized_notice(refused),)
        except EditRefused as error:
            raise OutsideError(*error.problems) from error


def _with_room(document: Document, tree: Tree) -> Document:
    """A document without the references in braces that make room for more than a reference.

    What replaces `{$ref: a.yaml}` would have to stay in the braces; it is written in blocks then.
    """
    if document.format == "json":
        return document
    draft = Draft(document.tree)
    for address in _replaced(document.tree, tree, ()):
        if find_entry(document.root, address)[1].flow:
            draft.replace(address, None)
    return rewrite(document, draft.tree)[0]


def _replaced(old: Tree, new: Tree, address: Address) -> Iterator[Address]:
    """The places at which a reference alone became something else."""
    if old is new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        if list(old) == ["$ref"] and "$ref" not in new:
            yield address
            return
        for key in old:
            yield from _replaced(old[key], new.get(key), (*address, key))
    elif isinstance(old, list) and isinstance(new, list):
        for index, (before, after) in enumerate(zip(old, new, strict=False)):
            yield from _replaced(before, after, (*address, index))
