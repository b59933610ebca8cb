"""What an index lacks is sent, and what it has is left, whatever happens on the way."""

from __future__ import annotations

import pytest
from tests.release.fake_index import TOKEN, FakeIndex, Fault
from tests.release.packages import NAME

from specmend.errors import OutsideError
from specmend.release.archives import Archive
from specmend.release.indexes import Index
from specmend.release.refusals import GOES_ON
from specmend.release.uploading import ATTEMPTS, upload_archives

USED_BEFORE = "if a file of this name was ever there, release the next version"
BUSY = Fault(status=503)
LOST = Fault(stores=True)
CUT = Fault(cut_after=900)


@pytest.fixture(autouse=True)
def pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("specmend.release.uploading.PAUSE", 0.001)


def upload(index: FakeIndex, archives: tuple[Archive, ...]) -> list[str]:
    place = Index(name="fake", simple=index.simple, upload=index.upload_url)
    return [archive.name for archive in upload_archives(archives, place, NAME)]


def refusal(index: FakeIndex, archives: tuple[Archive, ...]) -> tuple[str, str]:
    with pytest.raises(OutsideError) as raised:
        upload(index, archives)
    (problem,) = raised.value.problems
    assert TOKEN not in str(problem)
    return problem.message, problem.advice


def test_a_release_is_sent_once_and_then_left(
    index: FakeIndex, archives: tuple[Archive, ...]
) -> None:
    names = [archive.name for archive in archives]
    assert upload(index, archives) == names
    assert upload(index, archives) == []
    assert (index.uploads, index.attempts) == (names, 2)


def test_no_credentials_are_needed_where_nothing_is_to_be_sent(
    index: FakeIndex, archives: tuple[Archive, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    index.files = {archive.name: archive.data for archive in archives}
    monkeypatch.delenv("TWINE_PASSWORD")
    assert upload(index, archives) == []


@pytest.mark.parametrize("again", [(200, 400), (400, 400), (409, 409)])
@pytest.mark.parametrize(
    "faults",
    [
        [BUSY],
        [BUSY] * (ATTEMPTS - 1),
        [CUT],
        [LOST],
        [Fault(status=502, stores=True)],
        [Fault()],
        [Fault(status=429, headers=(("Retry-After", "0"),)), CUT, LOST, LOST],
    ],
    ids=["busy", "long-busy", "cut", "lost", "late-failure", "hang-up", "all"],
)
def test_what_passes_is_waited_for_and_nothing_is_stored_twice(
    index: FakeIndex,
    archives: tuple[Archive, ...],
    faults: list[Fault],
    again: tuple[int, int],
) -> None:
    index.faults, index.again = list(faults), again
    upload(index, archives)
    assert index.files == {archive.name: archive.data for archive in archives}
    assert index.uploads == [archive.name for archive in archives]


@pytest.mark.parametrize(
    ("faults", "message", "advice"),
    [
        ([BUSY] * ATTEMPTS, "fake is out of order", f"wait until it works again; then {GOES_ON}"),
        ([CUT] * ATTEMPTS, "fake did not answer while {file} was uploaded", GOES_ON),
        (
            [Fault(status=429, headers=(("Retry-After", "3600"),))],
            "fake takes no more uploads for now",
            f"wait 3600 seconds; then {GOES_ON}",
        ),
        (
            [Fault(status=429)] * ATTEMPTS,
            "fake takes no more uploads for now",
            f"wait a while; then {GOES_ON}",
        ),
        (
            [Fault(status=401)],
            "fake does not know the credentials",
            "look at TWINE_USERNAME and TWINE_PASSWORD, or make a new token",
        ),
        ([Fault(status=413)], "{file} is too large for fake", "ask the index for a higher limit"),
        (
            [Fault(status=301)],
            "{url} is no address for uploads",
            "look at `publish-url` in the settings",
        ),
        (
            [Fault(status=405)],
            "{url} is no address for uploads",
            "look at `publish-url` in the settings",
        ),
        (
            [Fault(status=400)],
            "fake refuses {file}: the name was used before, or it does not like the metadata",
            f"{USED_BEFORE}; else correct the metadata",
        ),
        (
            [Fault(status=409)],
            "fake had a file named {file} before, and takes no name twice",
            "release the next version: deleting a file does not free its name",
        ),
    ],
)
def test_each_refusal_is_a_sentence_of_its_own(
    index: FakeIndex,
    archives: tuple[Archive, ...],
    faults: list[Fault],
    message: str,
    advice: str,
) -> None:
    index.faults = list(faults)
    words = {"file": archives[0].name, "url": index.upload_url}
    assert refusal(index, archives) == (message.format(**words), advice)
    assert (index.files, index.attempts) == ({}, len(faults))


def test_a_wrong_token_is_told(index: FakeIndex, archives: tuple[Archive, ...]) -> None:
    index.token = "another"  # noqa: S105 - a token of the fake
    message = "fake does not let these credentials upload tiny-shop"
    assert refusal(index, archives)[0] == message


def test_a_project_that_must_be_made_first_is_told(
    index: FakeIndex, archives: tuple[Archive, ...]
) -> None:
    index.projects = {"another"}
    message = "fake knows no project tiny-shop, or takes no uploads at this address"
    assert refusal(index, archives)[0] == message


def test_a_name_with_other_bytes_stops_the_release_before_anything_is_sent(
    index: FakeIndex, archives: tuple[Archive, ...]
) -> None:
    wheel = archives[1]
    index.files[wheel.name] = b"another wheel"
    message = f"fake serves other bytes under the name {wheel.name}"
    assert refusal(index, archives)[0] == message
    assert index.attempts == 0


def test_of_two_releases_at_once_one_is_told_of_the_other(
    index: FakeIndex, archives: tuple[Archive, ...]
) -> None:
    source, wheel = archives

    def other_release(name: str) -> None:
        if name == source.name:
            index.files[wheel.name] = b"another wheel"

    index.on_upload = other_release
    message = f"another release put {wheel.name} on fake while this one ran"
    assert refusal(index, archives)[0] == message


def test_two_releases_of_one_commit_end_as_one(
    index: FakeIndex, archives: tuple[Archive, ...]
) -> None:
    source, wheel = archives
    index.again = (409, 409)

    def same_release(name: str) -> None:
        if name == source.name:
            index.files[wheel.name] = wheel.data

    index.on_upload = same_release
    upload(index, archives)
    assert index.files == {archive.name: archive.data for archive in archives}


def test_an_index_that_is_not_there_is_told(
    index: FakeIndex, archives: tuple[Archive, ...]
) -> None:
    index.url = "http://127.0.0.1:9"
    message, advice = refusal(index, archives)
    assert message == f"fake does not tell what it has of {NAME}: the server cannot be reached"
    assert advice == f"look at the network and at the index; then {GOES_ON}"


@pytest.mark.parametrize("status", [500, 503])
def test_an_index_that_falls_in_the_middle_is_told_and_the_next_run_goes_on(
    index: FakeIndex, archives: tuple[Archive, ...], status: int
) -> None:
    source, wheel = archives

    def falls(name: str) -> None:
        if name == source.name:
            index.faults = [Fault(status=status)] * ATTEMPTS

    index.on_upload = falls
    message, advice = refusal(index, archives)
    assert message == "fake is out of order"
    assert advice == f"wait until it works again; then {GOES_ON}"
    assert index.uploads == [source.name]
    index.faults = []
    upload(index, archives)
    assert index.uploads == [source.name, wheel.name]


def test_an_index_whose_pages_are_locked_is_told(
    index: FakeIndex, archives: tuple[Archive, ...]
) -> None:
    index.readers = {"me:hush"}
    assert refusal(index, archives)[0] == "this index wants a password"


@pytest.mark.parametrize(("attests", "taken"), [(True, True), (True, False), (False, True)])
def test_attestations_go_along_where_they_are_wanted_and_the_index_takes_them(
    index: FakeIndex,
    archives: tuple[Archive, ...],
    monkeypatch: pytest.MonkeyPatch,
    attests: bool,
    taken: bool,
) -> None:
    signed = {archive.name: b'{"signed": true}' for archive in archives}
    monkeypatch.setattr("specmend.release.uploading.attest", lambda _: signed)
    monkeypatch.setattr("specmend.release.uploading.takes_attestations", lambda _: taken)
    place = Index(name="fake", simple=index.simple, upload=index.upload_url)
    upload_archives(archives, place, NAME, attests=attests)
    told = '[{"signed": true}]'
    expected = dict.fromkeys(signed, told) if attests and taken else {}
    assert index.attestations == expected
    assert set(index.files) == set(signed)
