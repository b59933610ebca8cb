"""Tells by the content alone whether it is an OpenAPI document."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlsplit

from specmend.document.openapi.identifiers import identifiers
from specmend.document.openapi.references import references
from specmend.document.text.document import Document, read_document
from specmend.document.text.encoding import as_utf8
from specmend.document.text.one_line import one_line
from specmend.document.tree.values import get
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.source.address import is_remote, plain, refusal

_PARTS: Final = ("paths", "components", "webhooks")
_BOM: Final = b"\xef\xbb\xbf"
_LFS: Final = b"version https://git-lfs.github.com/spec/"
_PACKED: Final = {b"PK\x03\x04": "a zip archive", b"\x1f\x8b": "packed by gzip"}
_SHOWN: Final = 80
_OTHERS: Final = {
    "asyncapi": "an AsyncAPI document",
    "item": "a collection of Postman",
    "$schema": "a JSON Schema",
    "discoveryVersion": "a discovery document of Google",
    "graphql": "a GraphQL schema",
    "overlay": "an overlay, whose place is in the folder of steps",
    "arazzo": "an Arazzo document",
    "paths": "a part of an OpenAPI document",
}
"""What else may be published at such an address, by a key that tells it."""
_EXPECTED: Final = "an OpenAPI document, version 3.0, 3.1 or 3.2, or one of Swagger 2.0"
_MOST_PROBLEMS: Final = 5
_LONGEST_HEAD: Final = 20_000
_SWAGGER: Final = ("2.0", "2")
_VERSION: Final = re.compile(r"3\.[012](\.|$|-)")


def recognize(data: bytes, where: str, *, measured: bool = True) -> Document:
    """Bytes as the OpenAPI document that they are; messages call it `where`.

    A document that is not `measured` may have lost its end: one whose references lead nowhere is
    refused then. Raises OutsideError for any other bytes.
    """
    data = as_utf8(data)
    _refuse_other_files(data, where)
    document = read_any(data, where)
    refuse_other_documents(document.tree, where)
    if not measured:
        _refuse_cut_off(document, where)
    return document


def read_any(data: bytes, where: str) -> Document:
    """The document, as JSON where it is that, else as YAML, which may begin with a brace too.

    Raises OutsideError for bytes that are neither.
    """
    as_json = data.removeprefix(_BOM).lstrip()[:1] in {b"{", b"["}
    problems: tuple[Problem, ...] = ()
    for name in ("document.json", "document.yaml") if as_json else ("document.yaml",):
        try:
            # The ending decides how a document is read, and this one does not come from outside.
            return replace(read_document(data, name), name=where)
        except RepositoryError as error:
            problems = problems or error.problems[:_MOST_PROBLEMS]
    raise OutsideError(*(_named(problem, where) for problem in problems))


def refuse_other_documents(tree: Any, where: str) -> None:
    """Raise OutsideError for a tree that is no OpenAPI document; messages call it `where`."""
    if not isinstance(tree, dict):
        raise refusal(
            where,
            "this is not an OpenAPI document",
            found=_shown(tree if isinstance(tree, str) else one_line(tree, _SHOWN)),
            expected=_EXPECTED,
            advice=_raw(where),
        )
    _refuse_other_versions(tree, where)
    has_part = any(isinstance(tree.get(part), dict) for part in _PARTS)
    if not isinstance(tree.get("info"), dict) or not has_part:
        _refuse_other_values(tree, where)
        raise refusal(
            where,
            "this is only the beginning of an OpenAPI document",
            found=_keys(tree),
            expected=f"info, and one of {', '.join(_PARTS)}",
            advice="it may have been cut off: try again",
        )


def title_of(document: Document) -> str:
    """What a document says of its API: its title and its version, which decide nothing."""
    info: Any = get(document.tree, ("info",))
    stated = (str(info[key]) for key in ("title", "version") if key in info)
    return plain(_shown(" ".join(stated)))


def _refuse_other_files(data: bytes, where: str) -> None:
    """Refuse what can be told from the first bytes: nothing, a web page, a pointer of Git LFS."""
    if not data.strip():
        raise refusal(where, "the document is empty", expected=_EXPECTED)
    for magic, name in _PACKED.items():
        if data.startswith(magic):
            message = f"this is {name} and not an OpenAPI document"
            advice = "unpack it, and give the document that it holds"
            raise refusal(where, message, expected=_EXPECTED, advice=advice)
    start = data.removeprefix(_BOM).lstrip()
    if start.startswith(b"<"):
        raise refusal(
            where,
            "this is a web page and not an OpenAPI document",
            found=_title(start),
            expected=_EXPECTED,
            advice=_raw(where),
        )
    if start.startswith(_LFS):
        message = "this is a pointer to a large file and not the file"
        raise refusal(where, message, found="Git LFS", expected=_EXPECTED)


def _named(problem: Problem, where: str) -> Problem:
    return Problem(
        message=plain(f"this cannot be read: {problem.message}"),
        file=where,
        line=problem.line,
        column=problem.column,
        found=plain(problem.found),
        expected=problem.expected or _EXPECTED,
        advice=_as_file(problem.advice or "mend it", where),
    )


def _as_file(advice: str, where: str) -> str:
    """What to do about a text that nobody can read, so that no step can change it."""
    first = "try again, for it may have been cut off on its way; or " if is_remote(where) else ""
    return f"{first}{advice} in a copy, and give that copy instead; or tell its owner"


def _refuse_other_values(tree: dict[str, Any], where: str) -> None:
    """Refuse a document that is not cut off: a part is there and holds something else."""
    for name in ("info", *_PARTS):
        if name in tree and not isinstance(tree[name], dict):
            raise refusal(
                where,
                f"this is not an OpenAPI document: `{name}` is not an object",
                found=f"{name}: {one_line(tree[name], _SHOWN)}",
                expected=f"{name} with its fields",
                advice="look at the document, or tell its owner",
            )


def _refuse_other_versions(tree: dict[str, Any], where: str) -> None:
    if "openapi" in tree:
        if not _VERSION.match(str(tree["openapi"])):
            message = "this is a version of OpenAPI that specmend does not read"
            found = f"openapi: {_shown(tree['openapi'])}"
            raise refusal(where, message, found=found, expected=_EXPECTED)
        return
    if "swagger" in tree:
        if str(tree["swagger"]) not in _SWAGGER:
            message = "this is a version of Swagger that specmend does not read"
            found = f"swagger: {_shown(tree['swagger'])}"
            raise refusal(where, message, found=found, expected=_EXPECTED)
        return
    other = next((name for key, name in _OTHERS.items() if key in tree), "")
    message = f"it is {other}" if other else "it has no key `openapi`"
    raise refusal(
        where,
        f"this is not an OpenAPI document: {message}",
        found=_keys(tree),
        expected=_EXPECTED,
        advice=f"ask its owner for the OpenAPI document; {_raw(where)}",
    )


def _refuse_cut_off(document: Document, where: str) -> None:
    tree = document.tree
    known = identifiers(tree)
    for address, reference in references(tree):
        is_inside = known.is_inside(address, reference)
        if is_inside and known.place_of(tree, address[:-1], reference) is None:
            line, column = document.place(address)
            raise OutsideError(
                Problem(
                    message="the document seems to be cut off: a reference leads nowhere,"
                    " and the server did not say how long its answer is",
                    file=where,
                    line=line,
                    column=column,
                    found=reference,
                    advice="try again; if the document is like this, download it"
                    " and give it as a file",
                )
            )


def _title(page: bytes) -> str:
    """The title of a web page, or its beginning."""
    title = re.search(rb"<title[^>]*>([^<]*)", page[:_LONGEST_HEAD], re.IGNORECASE)
    return _shown((title[1] if title else page[:_SHOWN]).decode(errors="replace"))


def _raw(where: str) -> str:
    """Where the file is that a page of a code host shows."""
    parts = urlsplit(where) if where.startswith("https://") else None
    if parts and parts.hostname == "github.com" and "/blob/" in parts.path:
        path = parts.path.replace("/blob/", "/", 1)
        return f"the file itself is https://raw.githubusercontent.com{path}"
    return "look at the address: it has to be that of the document itself"


def _keys(tree: dict[str, Any]) -> str:
    return _shown(", ".join(str(key) for key in tree) or "no keys")


def _shown(value: object) -> str:
    """A value on one line, shortened."""
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"
