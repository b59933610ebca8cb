"""Upstream document and pin, written together: both or neither.

After an interruption the next fetch repairs them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from specmend.document.text.document import Document, read_document
from specmend.errors import OutsideError, Problem
from specmend.settings.layout import ApiLayout
from specmend.source.pin import Pin
from specmend.storage.read import is_there, read_file
from specmend.storage.transaction import write_files
from specmend.storage.write import write_file

_OPTIONAL = ("etag", "modified", "commit")


def store(
    api: ApiLayout, document: Document, pin: Pin, original: Document | None = None
) -> list[Path]:
    """Write a document with its pin and its original, and give the removed files.

    The upstream file comes before the pin: what is interrupted between them is a document that is
    not the one pinned, which every command reports, and the next fetch puts right. Raises
    OutsideError where they cannot be written; then everything is as it was.
    """
    files, removed = upstream_files(api, document, pin, original)
    try:
        write_files(files, removed)
    except OutsideError as error:
        raise OutsideError(*(_shown(api, problem) for problem in error.problems)) from error
    return removed


def upstream_files(
    api: ApiLayout, document: Document, pin: Pin, original: Document | None = None
) -> tuple[dict[Path, bytes], list[Path]]:
    """The files that hold a document with its pin, in the order to write them.

    `original` is what was converted to the document. The second answer is the files of the other
    format, and an original that is none any more, to be removed.
    """
    upstream = api.upstreams[0].with_suffix(f".{document.format}")
    others = [path for path in api.upstreams if path != upstream]
    # The upstream file goes last: as long as there are two, every command says so.
    stale = [*(path.with_stem("sanitized") for path in others), *others]
    written = {upstream: document.encode(), api.pin: encode_pin(api, pin, upstream)}
    if original is not None:
        kept = api.originals[0].with_suffix(f".{original.format}")
        written = {kept: original.encode(), **written}
    stale = [*(path for path in api.originals if path not in written), *stale]
    return written, [path for path in stale if is_there(path)]


def encode_pin(api: ApiLayout, pin: Pin, upstream: Path) -> bytes:
    """A pin as the bytes of its file."""
    import tomlkit

    document = tomlkit.document()
    shown = api.show(upstream)
    note = f"Which upstream document {shown} is. specmend refuses any other bytes."
    document.add(tomlkit.comment(note))
    document["origin"] = pin.origin
    document["date"] = pin.date
    document["sha256"] = pin.sha256
    for key in _OPTIONAL:
        if getattr(pin, key):
            document[key] = getattr(pin, key)
    if pin.made_by:
        document["made-by"] = list(pin.made_by)
    if pin.original:
        document["original"] = pin.original
    return (tomlkit.dumps(document) + _sources(pin)).encode()


def _sources(pin: Pin) -> str:
    """The table of the files that a document was made of, one line each; there may be thousands."""
    import tomlkit

    if not pin.sources:
        return ""
    lines = [
        f'{tomlkit.item(record.path).as_string()} = {{sha256 = "{record.sha256}", '
        f"bytes = {record.size}}}\n"
        for record in pin.sources
    ]
    return "".join(["\n[sources]\n", *lines])


def keep_base(api: ApiLayout) -> None:
    """Keep the upstream document before another one replaces it; one that is kept already stays."""
    if is_there(api.upstream) and not is_there(api.base):
        write_file(api.base, read_file(api.upstream, api.show(api.upstream)))


def read_base(api: ApiLayout) -> Document | None:
    """The document that was kept, if one was and it is not the upstream document itself."""
    if not is_there(api.base):
        return None
    data = read_file(api.base, api.show(api.base))
    if is_there(api.upstream) and read_file(api.upstream, api.show(api.upstream)) == data:
        return None
    return read_document(data, api.show(api.base))


def _shown(api: ApiLayout, problem: Problem) -> Problem:
    return replace(problem, file=api.show(Path(problem.file)))
