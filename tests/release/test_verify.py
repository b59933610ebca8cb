"""Each file of a release is the very bytes, other bytes, missing, or strange."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from specmend.release.archives import Archive
from specmend.release.verify import Verified, compare_files

SOURCE, WHEEL = "tiny_shop-1.2.0.tar.gz", "tiny_shop-1.2.0-py3-none-any.whl"
OTHER = "tiny_shop-1.2.0-cp311-cp311-win32.whl"


def verified(
    served: Mapping[str, bytes], built: tuple[Archive, ...], misnamed: frozenset[str] = frozenset()
) -> Verified:
    return Verified(
        name="tiny-shop",
        version="1.2.0",
        index="ours",
        commit="0" * 40,
        tag="",
        is_told=True,
        is_yanked=False,
        why_yanked="",
        files=compare_files(served, built, misnamed),
    )


def test_the_very_files_are_the_same(archives: tuple[Archive, ...]) -> None:
    found = verified({archive.name: archive.data for archive in archives}, archives)
    assert found.is_same
    assert {(file.state, file.served == file.built) for file in found.files} == {("same", True)}


@pytest.mark.parametrize(
    ("served", "expected"),
    [
        ({}, {SOURCE: "missing", WHEEL: "missing"}),
        ({SOURCE: None}, {SOURCE: "same", WHEEL: "missing"}),
        ({SOURCE: None, WHEEL: b"PK"}, {SOURCE: "same", WHEEL: "changed"}),
        (
            {SOURCE: None, WHEEL: None, OTHER: b"PK"},
            {SOURCE: "same", WHEEL: "same", OTHER: "strange"},
        ),
    ],
)
def test_what_is_not_as_built_has_its_state(
    archives: tuple[Archive, ...], served: Mapping[str, bytes | None], expected: Mapping[str, str]
) -> None:
    ours = {archive.name: archive.data for archive in archives}
    found = verified(
        {name: ours[name] if data is None else data for name, data in served.items()}, archives
    )
    assert {file.name: file.state for file in found.files} == expected
    assert not found.is_same


def test_the_very_bytes_under_a_wrong_digest_are_not_in_order(
    archives: tuple[Archive, ...],
) -> None:
    served = {archive.name: archive.data for archive in archives}
    found = verified(served, archives, frozenset({WHEEL}))
    assert [file.is_as_listed for file in found.files] == [True, False]
    assert not found.is_same
