"""Texts in any encoding of Unicode are read, with a byte order mark and without."""

from __future__ import annotations

import codecs

import pytest

from specmend.document.text.document import read_document
from specmend.document.text.encoding import as_utf8, encoding_of

TEXTS = ['{"title": "Tür 日本 \U0001f600"}', "title: Tür 日本 \U0001f600\n"]
MARKS = {
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", MARKS)
@pytest.mark.parametrize("marked", [False, True])
def test_a_text_of_any_encoding_becomes_utf_8(text: str, encoding: str, marked: bool) -> None:
    data = (MARKS[encoding] if marked else b"") + text.encode(encoding)
    assert encoding_of(data).startswith(encoding[:6])
    assert as_utf8(data) == text.encode()
    document = read_document(data, "spec.yaml")
    assert document.tree == {"title": "Tür 日本 \U0001f600"}
    assert document.encode() == text.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a",
        b"title: T",
        codecs.BOM_UTF8 + b"title: T",
        "title: Tür".encode("latin-1"),
        "Tür".encode(),
        b"\0\0\0\0",
        codecs.BOM_UTF16_LE + b"a",
        codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff",
    ],
)
def test_all_other_bytes_stay(data: bytes) -> None:
    assert as_utf8(data) is data
