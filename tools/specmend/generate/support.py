"""What no client can be made of: refused before anything is generated, or reported by a warning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.calls import calls, collisions, lost_path_items
from specmend.document.openapi.objects import objects
from specmend.document.openapi.operations import (
    METHODS,
    MORE_METHODS,
    Operation,
    method_of,
    operation_at,
)
from specmend.document.openapi.references import locate
from specmend.document.openapi.tokens import is_token
from specmend.document.openapi.version_32 import Matter, is_32, misfits_31
from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree, get
from specmend.errors import Problem, RepositoryError
from specmend.generate.mending import removal
from specmend.generate.normalize.answer_parts import lost_answer_parts
from specmend.generate.normalize.media_order import framing_of, has_records, is_stream
from specmend.generate.remarks import grouped
from specmend.generate.source import Source

_HEEDED: Final = ("defaultMapping",)
"""Fields that are new in OpenAPI 3.2 and of no use for requests, and that the client heeds."""


def check_support(source: Source) -> None:
    """Nothing may be there that a client cannot do without, and that none can be made of.

    Raises RepositoryError with one problem for each thing that is.
    """
    problems = [
        *_method_problems(source),
        *_path_problems(source),
        *_collision_problems(source),
        *_wire_problems(source),
    ]
    if problems:
        raise RepositoryError(*problems)


def support_warnings(source: Source) -> tuple[str, ...]:
    """Warnings for what a client works without."""
    return (*_remarks(source), *_stream_warnings(source), *_lost_parts(source))


def _lost_parts(source: Source) -> Iterator[str]:
    """Headers and links of answers that lead nowhere."""
    for address, reference in lost_answer_parts(source.tree):
        kind = "header" if address[-2] == "headers" else "link"
        words = f"the {kind} {address[-1]} is left out, for {reference} leads nowhere"
        yield f"{source.where(address)}: {words}"


def _method_problems(source: Source) -> Iterator[Problem]:
    for operation in calls(source.tree):
        expected = _expected_method(operation)
        if expected:
            method = operation.method or '""'
            yield source.problem(
                operation.address,
                f"{method} {operation.path} cannot be generated",
                found=f"the method {method}",
                expected=expected,
                advice="record a step that removes this operation, or gives it another method",
                cause="method-not-possible",
            )


def _expected_method(operation: Operation) -> str:
    """What the method would have to be; empty where it is well."""
    if not is_token(operation.method):
        return "a method as RFC 9110 section 9.1 writes it: letters, digits and a few signs"
    if operation.method != operation.method.upper():
        return "a method in capitals: httpx sends no other"
    field = operation.method.lower()
    if MORE_METHODS in operation.address[-2:-1] and field in METHODS:
        # OpenAPI 3.2, Path Item Object: no entry for a method that has a field of its own.
        return f"this operation under {field}, the field of the path item for this method"
    return ""


def _path_problems(source: Source) -> Iterator[Problem]:
    # Several paths may come to one lost reference.
    for address, reference in dict(lost_path_items(source.tree)).items():
        yield source.problem(
            address,
            f"a path item is a reference that leads {_way(source.tree, reference)}",
            found=reference,
            expected="a path item of this document",
            advice="record a step that puts the path item here, or removes the path",
            cause=f"path-item-reference-{_way(source.tree, reference).split()[-1]}",
        )


def _way(tree: Tree, reference: str) -> str:
    """Where the reference of a lost path item leads."""
    if not reference.startswith("#"):
        return "to another document"
    return "nowhere" if locate(tree, reference) is None else "back to itself"


def _collision_problems(source: Source) -> Iterator[Problem]:
    for address, other in collisions(source.tree):
        yield source.problem(
            address,
            f"{address[-1]} stands beside the reference of a path item and in what it leads to",
            found=f"{_named(source, address)} here, {_named(source, other)} at "
            f"{source.where(other)}",
            expected="this field in one of the two: OpenAPI does not say which would count",
            advice="record a step that removes or renames one of the two",
            cause="path-item-collision",
            step=removal(
                source,
                address,
                f"Remove {address[-1]} beside the reference of {address[1]}",
                f"The path item that {address[1]} refers to has {address[-1]} too.",
            ),
            owner=address[:2],
        )


def _named(source: Source, address: Address) -> str:
    """An operation by its operationId, or else by its field."""
    value = get(source.tree, address)
    name = value.get("operationId") if isinstance(value, dict) else None
    return name if isinstance(name, str) else str(address[-1])


def _wire_problems(source: Source) -> Iterator[Problem]:
    for misfit in misfits_31(source.tree) if is_32(source.tree) else ():
        if misfit.matter is Matter.WIRE and not _is_sent(misfit.address):
            yield source.problem(
                misfit.address,
                f"{misfit.words}: no client can be generated for this",
                found=_found_at(source.tree, misfit.address),
                expected="what OpenAPI 3.1 can say too",
                advice="record a step that changes this, or removes the operation",
                cause=f"not-in-openapi-3.1-{'-'.join(misfit.words.split())}",
            )


def _is_sent(address: Address) -> bool:
    """Whether an encoding by position is that of a multipart body, whose parts the client sends."""
    *holder, key = address
    is_by_position = key in ("prefixEncoding", "itemEncoding") and holder[-2:-1] == ["content"]
    is_request = "requestBody" in holder or "requestBodies" in holder
    return is_by_position and is_request and _is_multipart(str(holder[-1]))


def _is_multipart(media_type: str) -> bool:
    return media_type.lower().startswith("multipart/")


def _found_at(tree: Tree, address: Address) -> str:
    """A field with its value, the parameter that has it, and what that belongs to."""
    holder = get(tree, address[:-1])
    name = holder.get("name") if isinstance(holder, dict) else None
    operation = operation_at(address)
    owner = format_path(address[: 2 if address[:1] == ("paths",) else 3])
    if operation:
        owner = f"{method_of(operation)} {operation[1]}"
    parameter = f"the parameter {name} of " if isinstance(name, str) else ""
    return f"{address[-1]}: {one_line(get(tree, address), 40)}, in {parameter}{owner}"


def _remarks(source: Source) -> Iterator[str]:
    """One warning for each new field, with its first place and the number of the others."""
    misfits = misfits_31(source.tree) if is_32(source.tree) else ()
    return grouped(
        source,
        (
            (one.address, f"the client does not heed {one.words}, which is new in OpenAPI 3.2")
            for one in misfits
            if one.matter is Matter.REMARK and one.words not in _HEEDED
        ),
    )


def _stream_warnings(source: Source) -> Iterator[str]:
    """Records that the client does not send or read one by one."""
    for address, holder in objects(source.tree, "request body", "response"):
        content = holder.get("content") if isinstance(holder, dict) else None
        for media_type, media in content.items() if isinstance(content, dict) else ():
            if isinstance(media, dict) and "itemSchema" in media:
                place = (*address, "content", media_type, "itemSchema")
                yield from _of_records(source, place, media_type, media)


def _of_records(source: Source, place: Address, media_type: str, media: Tree) -> Iterator[str]:
    is_request = "requestBody" in place or "requestBodies" in place
    if is_request and _is_multipart(media_type):
        return
    if is_request:
        if not is_stream(media_type) or framing_of(media_type) == "sse":
            words = f"the client sends {media_type} as the octets that it is given"
            yield f"{source.where(place)}: {words}"
    elif not has_records(media_type, media):
        yield (
            f"{source.where(place)}: the client reads {media_type} as a whole, for it is not known "
            "how its records are separated"
        )
