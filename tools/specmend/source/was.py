"""The upstream document that the steps were recorded on, kept while a newer one waits for the update."""

from __future__ import annotations

from specmend.document.document import Document, read_document
from specmend.files import write_file
from specmend.intake import is_there, read_file
from specmend.places import Api


def keep_was(api: Api) -> None:
    """Keep the upstream document before another one takes its place; one that is kept already stays."""
    if is_there(api.upstream) and not is_there(api.was):
        write_file(api.was, read_file(api.upstream, api.show(api.upstream)))


def read_was(api: Api) -> Document | None:
    """The document that was kept, if one was and it is not the upstream document itself."""
    if not is_there(api.was):
        return None
    data = read_file(api.was, api.show(api.was))
    if is_there(api.upstream) and read_file(api.upstream, api.show(api.upstream)) == data:
        return None
    return read_document(data, api.show(api.was))
