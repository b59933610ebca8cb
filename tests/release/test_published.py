"""What an index serves is told by digest, by bytes where it tells none, and never guessed."""

from __future__ import annotations

import pytest
from tests.release.fake_index import FakeIndex
from tests.release.packages import NAME

from specmend.errors import OutsideError
from specmend.release.archives import Archive
from specmend.release.indexes import Index
from specmend.release.published import Standing, absent, differing, published, standing


def standings(index: FakeIndex, archives: tuple[Archive, ...]) -> list[str]:
    served = published(Index(simple=index.simple), NAME)
    return [str(standing(served, archive)) for archive in archives]


@pytest.mark.parametrize("as_json", [False, True], ids=["html", "json"])
@pytest.mark.parametrize("digest", ["sha256", "sha512", "md5", ""])
def test_each_archive_stands_as_its_bytes_do(
    index: FakeIndex, archives: tuple[Archive, ...], digest: str, as_json: bool
) -> None:
    index.json, index.digest = as_json, digest
    source, wheel = archives
    assert standings(index, archives) == ["absent", "absent"]
    index.files[source.name] = source.data
    assert standings(index, archives) == ["same", "absent"]
    index.files[wheel.name] = wheel.data + b"\0"
    assert standings(index, archives) == ["same", "other"]
    served = published(Index(simple=index.simple), NAME)
    assert absent(served, archives) == ()
    assert differing(served, archives) == (wheel,)


def test_a_project_that_nobody_knows_has_no_files(index: FakeIndex) -> None:
    served = published(Index(simple=index.simple), "Tiny_Shop")
    assert (served.is_known, served.files, served.versions) == (False, (), ())


def test_a_project_without_files_is_known(index: FakeIndex) -> None:
    index.projects = {NAME}
    assert published(Index(simple=index.simple), NAME).is_known


def test_a_version_is_whole_with_a_wheel_and_a_source_archive(index: FakeIndex) -> None:
    names = ("1.0.tar.gz", "1.0-py3-none-any.whl", "1.1-py3-none-any.whl", "0.9.tar.gz", "x.txt")
    index.files = {f"tiny_shop-{name}": b"" for name in names}
    served = published(Index(simple=index.simple), NAME)
    assert [str(one) for one in served.versions] == ["0.9", "1.0", "1.1"]
    assert [str(one) for one in served.whole_versions] == ["1.0"]
    assert len(served.files_of(served.whole_versions[0])) == 2


def test_an_index_that_is_down_is_no_index_without_the_project(index: FakeIndex) -> None:
    index.page_faults = [503] * 4
    with pytest.raises(OutsideError, match="the server answered 503"):
        published(Index(simple=index.simple), NAME)


def test_a_name_that_is_listed_twice_is_the_same_where_one_of_them_is(
    archives: tuple[Archive, ...], index: FakeIndex
) -> None:
    index.files = {archives[0].name: b"other"}
    one = published(Index(simple=index.simple), NAME)
    index.files = {archives[0].name: archives[0].data}
    two = published(Index(simple=index.simple), NAME)
    index.files = {}
    for first, second in ((one, two), (two, one)):
        both = type(one)(name=NAME, files=(*first.files, *second.files))
        assert standing(both, archives[0]) is Standing.SAME
