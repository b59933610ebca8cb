"""Is it an OpenAPI document: told by the content alone, whatever a server or an ending says of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlsplit

from specmend.document.openapi.references import locate, references
from specmend.document.text.document import Document, read_document
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.source.address import plain, refusal

_PARTS: Final = ("paths", "components", "webhooks")
_BOM: Final = b"\xef\xbb\xbf"
_LFS: Final = b"version https://git-lfs.github.com/spec/"
_SHOWN: Final = 80
_EXPECTED: Final = "an OpenAPI document, version 3.0, 3.1 or 3.2"
_MOST_PROBLEMS: Final = 5


def recognize(data: bytes, where: str, *, measured: bool = True) -> Document:
    """Bytes as the OpenAPI document that they are; raises OutsideError, which names them `where`, if they are none.

    A document that is not `measured` may have lost its end: one whose references lead nowhere is refused then.
    """
    if not data.strip():
        raise refusal(where, "the document is empty", expected=_EXPECTED)
    start = data.removeprefix(_BOM).lstrip()
    if start.startswith(b"<"):
        raise refusal(where, "this is a web page and not an OpenAPI document", found=_title(start), expected=_EXPECTED,
                      advice=_raw(where))  # fmt: skip
    if start.startswith(_LFS):
        raise refusal(
            where,
            "this is a pointer to a large file and not the file",
            found="Git LFS",
            expected=_EXPECTED,
        )
    document = _read(data, where)
    _refuse_other(document, where)
    if not measured:
        _refuse_cut_off(document, where)
    return document


def title_of(document: Document) -> str:
    """What a document says of its API: its title and its version, which decide nothing."""
    tree: Any = document.tree
    return plain(
        _shown(
            " ".join(str(tree["info"][key]) for key in ("title", "version") if key in tree["info"])
        )
    )


def _read(data: bytes, where: str) -> Document:
    """The document, as JSON where it is that, and else as YAML, which may begin with a brace too."""
    as_json = data.removeprefix(_BOM).lstrip()[:1] in {b"{", b"["}
    problems: tuple[Problem, ...] = ()
    for name in ("document.json", "document.yaml") if as_json else ("document.yaml",):
        try:
            # The ending decides how a document is read, and this one does not come from outside.
            return replace(read_document(data, name), name=where)
        except RepositoryError as error:
            problems = problems or error.problems[:_MOST_PROBLEMS]
    raise OutsideError(*(_named(problem, where) for problem in problems))


def _named(problem: Problem, where: str) -> Problem:
    return Problem(
        message=plain(f"this cannot be read: {problem.message}"), file=where, line=problem.line, column=problem.column,
        found=plain(problem.found), expected=problem.expected or _EXPECTED,
        advice="it may have been cut off on its way: try again; or tell its owner",
    )  # fmt: skip


def _refuse_other(document: Document, where: str) -> None:
    tree: Any = document.tree
    if not isinstance(tree, dict):
        raise refusal(
            where,
            "this is not an OpenAPI document",
            found=_shown(tree),
            expected=_EXPECTED,
            advice=_raw(where),
        )
    keys = _shown(", ".join(str(key) for key in tree) or "no keys")
    if "swagger" in tree and "openapi" not in tree:
        raise refusal(
            where, "this is a Swagger document, older than OpenAPI", found=f"swagger: {_shown(tree['swagger'])}",
            expected=_EXPECTED, advice="convert it, and give the result as a file",
        )  # fmt: skip
    if "openapi" not in tree:
        raise refusal(
            where,
            "this is not an OpenAPI document: it has no key `openapi`",
            found=keys,
            expected=_EXPECTED,
        )
    if not re.match(r"3\.[012](\.|$|-)", str(tree["openapi"])):
        raise refusal(
            where, "this is a version of OpenAPI that specmend does not read",
            found=f"openapi: {_shown(tree['openapi'])}", expected=_EXPECTED,
        )  # fmt: skip
    if not isinstance(tree.get("info"), dict) or not any(
        isinstance(tree.get(part), dict) for part in _PARTS
    ):
        raise refusal(
            where, "this is only the beginning of an OpenAPI document", found=keys,
            expected=f"info, and one of {', '.join(_PARTS)}", advice="it may have been cut off: try again",
        )  # fmt: skip


def _refuse_cut_off(document: Document, where: str) -> None:
    tree = document.tree
    for address, reference in references(tree):
        if reference.startswith("#") and locate(tree, reference) is None:
            line, column = document.place(address)
            raise OutsideError(
                Problem(
                    message="the document seems to be cut off: a reference leads nowhere, and the server did not say "
                    "how long its answer is",
                    file=where, line=line, column=column, found=reference,
                    advice="try again; if the document is like this, download it and give it as a file: --from FILE",
                )
            )  # fmt: skip


def _title(page: bytes) -> str:
    found = re.search(rb"<title[^>]*>([^<]*)", page[:20_000], re.IGNORECASE)
    return _shown(" ".join((found[1] if found else page[:_SHOWN]).decode(errors="replace").split()))


def _raw(where: str) -> str:
    """Where the file is that a page of a code host shows."""
    parts = urlsplit(where) if where.startswith("https://") else None
    if parts and parts.hostname == "github.com" and "/blob/" in parts.path:
        return f"the file itself is https://raw.githubusercontent.com{parts.path.replace('/blob/', '/', 1)}"
    return "look at the address: it has to be that of the document itself"


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"
