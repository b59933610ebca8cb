"""What a change means for the users of each API, between two revisions of git or until now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from specmend.document.text.collector import collector_paused
from specmend.errors import Problem, RepositoryError, did_you_mean
from specmend.progress import SILENT, Progress, phase
from specmend.project.last_release import last_releases
from specmend.project.review_api import review_sides
from specmend.project.review_ends import Ends, ends_of, reviewed_project
from specmend.project.review_side import ReviewSide
from specmend.project.revisions import HERE, Revisions, revisions_of
from specmend.project.snapshot import (
    PastSettings,
    Snapshot,
    name_before,
    read_pin_text,
    snapshot_of,
)
from specmend.review.records import Review, Reviews
from specmend.review.summary import summary_of_all
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings


def review_project(
    start: Path,
    names: Sequence[str] | None = None,
    base: str | None = None,
    head: str | None = None,
    *,
    progress: Progress = SILENT,
) -> Reviews:
    """The reviews of the project that a folder belongs to, as `review_apis` has them.

    The settings may be gone at one of the revisions: then its APIs are new or removed.
    """
    root, settings = reviewed_project(start, base, head)
    return review_apis(root, settings, names, base, head, progress=progress)


def review_apis(
    root: Path,
    settings: Mapping[str, ApiSettings],
    names: Sequence[str] | None = None,
    base: str | None = None,
    head: str | None = None,
    *,
    progress: Progress = SILENT,
) -> Reviews:
    """The reviews of these APIs, or of all that differ between two revisions of git.

    Without a `base`, that is the commit where the head left the default branch; `REVISION...` means
    where it left that revision. Without a `head`, it is the working tree, whose `settings` are
    given. Nothing is generated, written or fetched. Raises UsageError for an unknown revision, and
    RepositoryError for an unknown name.
    """
    revisions = revisions_of(root, base, head)
    ends = ends_of(settings, revisions)
    layouts = {
        name: ApiLayout(name=name, root=root, settings=one) for name, one in ends.head.apis.items()
    }
    renamed = _renamed(layouts, ends, revisions)
    known = tuple({*layouts, *ends.base.apis})
    released = last_releases(revisions.history.folder, known)
    reviews = []
    for layout in _wanted(layouts, ends, names, renamed, revisions):
        with phase(progress, layout.name, "reviewing"), collector_paused():
            release = released.get(layout.name)
            last = release.version if release else ""
            reviews.append(_review(layout, tuple(layouts), revisions, last))
    lost = [name for name in ends.base.apis if name not in layouts and name not in renamed]
    gone = () if names else tuple(lost)
    return Reviews(
        base=revisions.base,
        head=revisions.head,
        summary=summary_of_all(reviews, gone, revisions.base),
        apis=tuple(reviews),
        gone=gone,
    )


def _renamed(
    layouts: Mapping[str, ApiLayout], ends: Ends, revisions: Revisions
) -> Mapping[str, str]:
    """The names that only the base has, each with the name of the same API at the head."""
    if not ends.base.apis.keys() - layouts.keys():
        return {}
    new = {name: one for name, one in layouts.items() if name not in ends.base.apis}
    names = tuple(layouts)
    before = {
        name: name_before(one, *_known(one, ends, revisions), names) for name, one in new.items()
    }
    return {old: name for name, old in before.items() if old}


def _known(api: ApiLayout, ends: Ends, revisions: Revisions) -> tuple[bytes, PastSettings, str]:
    """The pin of an API at the head, and the settings and the commit of the base."""
    if not revisions.head_commit:
        return read_pin_text(api), ends.base, revisions.base_commit
    pin = ends.head.history.file_at(revisions.head_commit, api.show(api.pin))
    return pin or b"", ends.base, revisions.base_commit


def _wanted(
    layouts: Mapping[str, ApiLayout],
    ends: Ends,
    names: Sequence[str] | None,
    renamed: Mapping[str, str],
    revisions: Revisions,
) -> list[ApiLayout]:
    """The APIs that were named, or those that differ; one may be named as it was before."""
    if not names:
        return [one for one in layouts.values() if _is_touched(one, ends, revisions)]
    known = {*layouts, *ends.base.apis}
    unknown = [_unknown(name, sorted(known)) for name in names if name not in known]
    if unknown:
        raise RepositoryError(*unknown)
    removed = {name: one for name, one in ends.base.apis.items() if name not in layouts}
    folder = revisions.history.folder
    gone = {name: ApiLayout(name=name, root=folder, settings=one) for name, one in removed.items()}
    return [{**gone, **layouts}[name] for name in dict.fromkeys(renamed.get(n, n) for n in names)]


def _is_touched(api: ApiLayout, ends: Ends, revisions: Revisions) -> bool:
    if ends.base.apis.get(api.name) != api.settings and ends.base.is_whole:
        return True
    places = [api.pin.parent, api.steps, api.generated, *(one.folder for one in api.outputs)]
    prefix = ends.head.history.prefix
    starts = tuple(f"{prefix}{api.show(place)}/" for place in places)
    return any(file.startswith(starts) for file in revisions.moves)


def _review(layout: ApiLayout, names: Sequence[str], revisions: Revisions, released: str) -> Review:
    with _snapshots(layout, names, revisions) as (old, new):
        return review_sides(layout.name, ReviewSide(old), ReviewSide(new), revisions, released)


@contextmanager
def _snapshots(
    layout: ApiLayout, names: Sequence[str], revisions: Revisions
) -> Iterator[tuple[Snapshot, Snapshot]]:
    history, head = revisions.history, revisions.head_commit
    if not head:
        there = layout if layout.name in names else None
        new = Snapshot(revision=HERE, commit="", prefix=history.prefix, layout=there)
        with snapshot_of(layout, history, revisions.base_commit, revisions.base, names) as old:
            yield old, new
        return
    # An API is known by its documents, which are those of the head.
    with snapshot_of(layout, history, head, revisions.head, ()) as new:
        known = new.layout or layout
        with snapshot_of(known, history, revisions.base_commit, revisions.base, names) as old:
            yield old, new


def _unknown(name: str, known: Sequence[str]) -> Problem:
    return Problem(
        message=f"there is no API named '{name}' in the settings",
        expected=", ".join(known),
        advice=did_you_mean(name, known),
    )
