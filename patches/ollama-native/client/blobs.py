# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Sends model files to a server by their digest, and makes models of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict, Unpack

from anyio import to_thread

from . import errors
from ._blob_files import (
    Blob,
    DigestMismatchError,
    Files,
    OnProgress,
    Reading,
    StrPath,
    checked_digest,
    in_place,
    mismatch_told,
    named_files,
)
from .client import AsyncClient, Client
from .models import Message
from .progress import AsyncProgressStream, Progress, ProgressStream

__all__ = [
    "Blob",
    "CreateOptions",
    "DigestMismatchError",
    "Files",
    "create_from_files",
    "create_from_files_async",
    "digest_of",
    "digest_of_async",
    "upload",
    "upload_async",
    "upload_files",
    "upload_files_async",
]


class CreateOptions(TypedDict, total=False):
    """What else `create_model` takes."""

    from_: str | None
    template: str | None
    license: str | Sequence[str] | None
    system: str | None
    parameters: dict[str, Any] | None
    messages: Sequence[Message | dict[str, Any]] | None
    renderer: str | None
    parser: str | None
    requires: str | None
    info: dict[str, Any] | None
    quantize: str | None


def digest_of(path: StrPath, *, on_progress: OnProgress | None = None) -> str:
    """The digest of a file: `sha256:` and 64 hexadecimal digits."""
    with Reading(Path(path), "hashing") as reading:
        for _ in reading.pieces(on_progress or _silent):
            pass
        return reading.digest


def upload(client: Client, path: StrPath, *, digest: str | None = None, on_progress: OnProgress | None = None) -> Blob:
    """Send a file to the server, unless the server has it.

    Where the digest is known it can be given, which saves a reading of the file. Raises DigestMismatchError when the
    file has another.
    """
    place, tell = Path(path), on_progress or _silent
    digest = checked_digest(digest) if digest else digest_of(place, on_progress=tell)
    try:
        client.check_blob(digest)
    except errors.NotFoundError:
        with Reading(place, "uploading", digest) as reading, mismatch_told(place, digest):
            client.with_options(headers=_length(reading)).upload_blob(digest, body=reading.pieces(tell))
        return Blob(path=place, digest=digest, size=reading.size, sent=True)
    tell(in_place(place, digest))
    return Blob(path=place, digest=digest, size=place.stat().st_size, sent=False)


def upload_files(client: Client, files: Files | None, *, on_progress: OnProgress | None = None) -> dict[str, Blob]:
    """Send files, those that the server has left out, so that what broke off goes on where it was.

    The names are those that `create_model` takes, in `files` or `adapters`, each with its digest.
    """
    return {name: upload(client, path, on_progress=on_progress) for name, path in named_files(files).items()}


def create_from_files(
    client: Client,
    model: str,
    files: Files | None = None,
    *,
    adapters: Files | None = None,
    on_progress: OnProgress | None = None,
    **options: Unpack[CreateOptions],
) -> None:
    """Make a model of files on this machine: read them, send what the server lacks, and let it make the model.

    Raises ProgressError when the server cannot make it.
    """
    sent = _digests(upload_files(client, files, on_progress=on_progress))
    added = _digests(upload_files(client, adapters, on_progress=on_progress))
    stream = client.create_model(model=model, files=sent, adapters=added, **options, stream=True)
    with ProgressStream(stream, model) as steps:
        for step in steps:
            (on_progress or _silent)(step)


async def digest_of_async(path: StrPath, *, on_progress: OnProgress | None = None) -> str:
    """The digest of a file, read in another thread."""
    with Reading(Path(path), "hashing") as reading:
        async for _ in _pieces(reading, on_progress or _silent):
            pass
        return reading.digest


async def upload_async(
    client: AsyncClient, path: StrPath, *, digest: str | None = None, on_progress: OnProgress | None = None
) -> Blob:
    """Send a file to the server, unless the server has it; like `upload`."""
    place, tell = Path(path), on_progress or _silent
    digest = checked_digest(digest) if digest else await digest_of_async(place, on_progress=tell)
    try:
        await client.check_blob(digest)
    except errors.NotFoundError:
        with Reading(place, "uploading", digest) as reading, mismatch_told(place, digest):
            await client.with_options(headers=_length(reading)).upload_blob(digest, body=_pieces(reading, tell))
        return Blob(path=place, digest=digest, size=reading.size, sent=True)
    tell(in_place(place, digest))
    return Blob(path=place, digest=digest, size=place.stat().st_size, sent=False)


async def upload_files_async(
    client: AsyncClient, files: Files | None, *, on_progress: OnProgress | None = None
) -> dict[str, Blob]:
    """Send files, those that the server has left out; like `upload_files`."""
    named = named_files(files)
    return {name: await upload_async(client, path, on_progress=on_progress) for name, path in named.items()}


async def create_from_files_async(
    client: AsyncClient,
    model: str,
    files: Files | None = None,
    *,
    adapters: Files | None = None,
    on_progress: OnProgress | None = None,
    **options: Unpack[CreateOptions],
) -> None:
    """Make a model of files on this machine; like `create_from_files`."""
    sent = _digests(await upload_files_async(client, files, on_progress=on_progress))
    added = _digests(await upload_files_async(client, adapters, on_progress=on_progress))
    stream = await client.create_model(model=model, files=sent, adapters=added, **options, stream=True)
    async with AsyncProgressStream(stream, model) as steps:
        async for step in steps:
            (on_progress or _silent)(step)


async def _pieces(reading: Reading, tell: OnProgress) -> AsyncIterator[bytes]:
    while data := await to_thread.run_sync(reading.piece):
        yield data
        tell(reading.progress)


def _digests(blobs: Mapping[str, Blob]) -> dict[str, str] | None:
    return {name: blob.digest for name, blob in blobs.items()} or None


def _length(reading: Reading) -> dict[str, str]:
    return {"Content-Length": str(reading.size)}


def _silent(_: Progress) -> None:
    """Tell nobody."""
