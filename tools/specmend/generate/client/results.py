"""The types of what an operation answers, by status and media type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from specmend.document.openapi.statuses import status_of
from specmend.generate.client.media import (
    accepted,
    content_of,
    is_form,
    is_open,
    is_single,
    is_structured,
    is_text,
    is_unread,
    is_xml,
    ranked,
)
from specmend.generate.client.reader import Reader
from specmend.generate.client.streaming import Streaming
from specmend.generate.normalize.media_order import has_records, is_json
from specmend.generate.types.kinds import NONE, OCTETS, TEXT, Type, one_of

_EMPTY: Final = ("204", "205", "304")
"""Statuses whose answers have no content (RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Results:
    """The types by status pattern, and by media type where these differ.

    `success` are the answers that a method returns, `failure` those that it raises. `accept` are
    the media types of the first, as a request asks for them.
    """

    success: Mapping[str, Mapping[str, Type]]
    failure: Mapping[str, Mapping[str, Type]]
    accept: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Answer:
    """One response of an operation: its status as written and as meant."""

    method: str
    path: str
    code: str
    pattern: str
    node: Any

    @property
    def plain(self) -> dict[str, Any]:
        """The content that is no stream, JSON first."""
        content = content_of(self.node)
        names = [name for name in ranked(content) if not has_records(name, content[name])]
        return {name: content[name] for name in names}

    def warn(self, reader: Reader, words: str, *at: str) -> None:
        reader.warn(self.method, self.path, words, "responses", self.code, "content", *at)


def read_results(method: str, path: str, node: dict[str, Any], reader: Reader) -> Results:
    """The types of all answers.

    `default` is a success only where no other success is declared.
    """
    success: dict[str, Mapping[str, Type]] = {}
    failure: dict[str, Mapping[str, Type]] = {}
    asked: dict[str, Type] = {}
    answers = list(_answers(method, path, node))
    declared = any(answer.pattern.startswith("2") for answer in answers)
    for answer in answers:
        is_default = answer.pattern == "default"
        is_success = answer.pattern.startswith("2") or (is_default and not declared)
        if is_success:
            kinds = _success_kinds(answer, reader)
            asked |= kinds
            if kinds:
                success[answer.pattern] = _as_sent(method, kinds)
        kinds = _failure_kinds(answer, reader) if is_default or not is_success else {}
        if kinds:
            failure[answer.pattern] = _as_sent(method, kinds)
    return Results(success=success, failure=failure, accept=accepted(asked))


def result_type(results: Results, streaming: Streaming | None, reader: Reader) -> str:
    """The type that the method returns when it does not stream; empty where it only streams."""
    if streaming and not results.success:
        return ""
    kinds = [kind for by_media in results.success.values() for kind in by_media.values()]
    return reader.received(one_of(kinds)) if kinds else "None"


def written(kinds: Mapping[str, Mapping[str, Type]], reader: Reader) -> dict[str, Any]:
    """The types as code by status: that of the JSON, or one for each media type."""
    texts: dict[str, Any] = {}
    for pattern, by_media in kinds.items():
        codes = {media: reader.checked(kind) for media, kind in by_media.items()}
        is_plain = all(not media or is_json(media) for media in codes)
        is_one = is_plain and len(set(codes.values())) == 1
        texts[pattern] = next(iter(codes.values())) if is_one else codes
    return texts


def _answers(method: str, path: str, node: dict[str, Any]) -> Iterator[_Answer]:
    codes = node.get("responses") or {}
    for code in sorted(codes, key=_rank):
        pattern = status_of(str(code)) or str(code)
        if not pattern.startswith("x-"):
            yield _Answer(
                method=method, path=path, code=str(code), pattern=pattern, node=codes[code]
            )


def _rank(code: object) -> tuple[bool, str]:
    """Statuses first, and `default` at the end."""
    return str(code) == "default", str(code)


def _success_kinds(answer: _Answer, reader: Reader) -> dict[str, Type]:
    """The type of an answer by media type, streams aside; empty where it can only be one."""
    plain = answer.plain
    if answer.pattern in _EMPTY and plain:
        answer.warn(reader, f"an answer of status {answer.pattern} has no content")
    if answer.pattern in _EMPTY or not content_of(answer.node):
        return {"": NONE}
    kinds = {name: _schema_kind(media, reader) for name, media in plain.items()}
    unread = {name for name, kind in kinds.items() if is_unread(name, kind)}
    if len(unread) == len(kinds):
        for name in sorted(unread):
            _tell_unread(answer, name, reader)
        unread = set()
    return {name: _kind(name, kind) for name, kind in kinds.items() if name not in unread}


def _as_sent(method: str, kinds: dict[str, Type]) -> dict[str, Type]:
    """The types of what comes: nothing in an answer to HEAD (RFC 9110 section 9.3.2)."""
    return {"": NONE} if method == "HEAD" else kinds


def _tell_unread(answer: _Answer, media_type: str, reader: Reader) -> None:
    if is_xml(media_type):
        words = f"the only answer is {media_type}, which the client cannot read by its schema"
        at = ("responses", answer.code, "content", media_type)
        reader.fault(answer.method, answer.path, words, *at)
        return
    words = f"the method returns {media_type} as octets; its schema is not heeded"
    answer.warn(reader, words, media_type)


def _failure_kinds(answer: _Answer, reader: Reader) -> dict[str, Type]:
    """The types that an error is read as: those of its JSON, or else of the first media type.

    An error in plain words is told by the exception itself.
    """
    if answer.pattern in _EMPTY or not content_of(answer.node):
        return {"": NONE}
    kinds = {name: _schema_kind(media, reader) for name, media in answer.plain.items()}
    documents = {
        name: kind
        for name, kind in kinds.items()
        if is_json(name) or (is_open(name) and is_structured(kind) and not is_xml(name))
    }
    unread = [name for name, kind in kinds.items() if is_unread(name, kind)]
    if unread and not documents:
        words = f"the error has its body as text, for the client does not read {', '.join(unread)}"
        answer.warn(reader, words)
    return documents or {name: _kind(name, kinds[name]) for name in list(kinds)[:1]}


def _schema_kind(media: Any, reader: Reader) -> Type:
    return reader.types.answer(media.get("schema") if isinstance(media, dict) else None)


def _kind(media_type: str, kind: Type) -> Type:
    """The type of an answer; some servers call a document of their own text, or any octets."""
    if is_json(media_type):
        return kind
    if is_structured(kind) and (is_form(media_type) or is_open(media_type)):
        return kind
    if is_single(kind) and (is_open(media_type) or is_xml(media_type)):
        return kind
    return TEXT if is_text(media_type) else OCTETS
