"""The original of a document that was converted: kept beside it, and converted again to compare."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from specmend.document.text.document import Document, read_document
from specmend.errors import Problem, RepositoryError
from specmend.settings.layout import ApiLayout
from specmend.source.conversion import RULE, convert
from specmend.source.pin import Pin
from specmend.storage.read import is_there, read_file


def original_problems(api: ApiLayout, pin: Pin, upstream: Document) -> tuple[Problem, ...]:
    """What shows that the pinned document is not what its original is converted to.

    Nothing for a document that was not converted.
    """
    if not pin.original:
        return ()
    if not is_there(api.original):
        return (_missing(api),)
    try:
        data = read_file(api.original, api.show(api.original))
        if hashlib.sha256(data).hexdigest() != pin.original:
            return (_changed(api, pin, data),)
        original = read_document(data, api.show(api.original))
    except RepositoryError as error:
        return error.problems
    return tuple(_differences(api, pin, original, upstream))


def holds_original(api: ApiLayout, pin: Pin) -> bool:
    """Whether the original that a pin names is there, and no other one."""
    present = [path for path in api.originals if is_there(path)]
    if not pin.original or len(present) != 1:
        return not (pin.original or present)
    try:
        data = read_file(api.original, api.show(api.original))
    except RepositoryError:
        return False
    return hashlib.sha256(data).hexdigest() == pin.original


def _differences(
    api: ApiLayout, pin: Pin, original: Document, upstream: Document
) -> Iterator[Problem]:
    made = replace(convert(original, original.name)[0], name=upstream.name)
    found, meant = upstream.encode(), made.encode()
    if found == meant:
        return
    length = min(len(found), len(meant))
    at = next((index for index in range(length) if found[index] != meant[index]), length)
    is_older = RULE not in pin.made_by
    message = (
        f"this was converted by another version of the rule than {RULE}"
        if is_older
        else f"this is not what {original.name} is converted to"
    )
    yield Problem(
        message=message,
        file=upstream.name,
        line=found.count(b"\n", 0, at) + 1,
        column=at - found.rfind(b"\n", 0, at),
        advice=f"specmend fetch {api.name} converts it again; changes of ours belong in a step",
    )


def _missing(api: ApiLayout) -> Problem:
    return Problem(
        message="the original of the converted document is missing",
        file=api.show(api.original),
        expected="this file",
        advice=f"restore it, or specmend fetch {api.name}",
    )


def _changed(api: ApiLayout, pin: Pin, data: bytes) -> Problem:
    return Problem(
        message="the original is not the one that was pinned",
        file=api.show(api.original),
        line=1,
        column=1,
        found=f"sha256 {hashlib.sha256(data).hexdigest()}",
        expected=f"sha256 {pin.original}",
        advice=f"restore the file, or specmend fetch {api.name}",
    )
