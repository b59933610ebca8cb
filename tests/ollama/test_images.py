"""Pictures from paths, bytes and files, and words for what is none."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

import pytest
from ollama_native import errors, images

PIXEL = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
ENCODED = base64.b64encode(PIXEL).decode()


def test_a_picture_comes_from_a_path_bytes_or_a_file(tmp_path: Path) -> None:
    path = tmp_path / "sky.png"
    path.write_bytes(PIXEL)
    assert {
        images.encode(source)
        for source in (path, str(path), PIXEL, bytearray(PIXEL), memoryview(PIXEL))
    } == {ENCODED}
    with path.open("rb") as file:
        assert images.encode(file) == ENCODED
    assert images.encode(io.BytesIO(PIXEL)) == ENCODED


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"", "the image is empty"),
        (io.BytesIO(), "the image is empty"),
        (ENCODED.encode(), "is text, not a picture: give its bytes"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>\n", "neither base64 nor SVG"),
        (f"data:image/png;base64,{ENCODED}", "is an address, not a path"),
        ("https://example.com/sky.png", "is an address, not a path"),
        ("no-such-sky.png", "the image 'no-such-sky.png' cannot be read: No such file"),
        ("no\0sky.png", "cannot be read"),
        (ENCODED * 20, "cannot be read"),
        (io.StringIO("sky"), "open it with mode 'rb'"),
        (17, "17 is no picture"),
    ],
)
def test_what_is_no_picture_is_told(source: Any, words: str) -> None:
    with pytest.raises(images.ImageError, match=words) as caught:
        images.encode(source)
    assert isinstance(caught.value, (errors.APIError, ValueError))
    assert len(str(caught.value)) < 200


def test_empty_files_and_folders_are_told_by_name(tmp_path: Path) -> None:
    path = tmp_path / "empty.png"
    path.touch()
    with pytest.raises(images.ImageError, match=r"empty\.png' is empty"):
        images.encode(path)
    with path.open("rb") as file, pytest.raises(images.ImageError, match=r"empty\.png' is empty"):
        images.encode(file)
    with pytest.raises(images.ImageError, match="cannot be read: Is a directory"):
        images.encode(tmp_path)
    with pytest.raises(images.ImageError, match="cannot be read"):
        images.encode(file)
