"""What a change means for the users of each API, between two revisions of git or until now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from specmend.document.text.collector import collector_paused
from specmend.errors import Problem, RepositoryError, did_you_mean
from specmend.progress import SILENT, Progress, phase
from specmend.project.review_api import review_sides
from specmend.project.review_side import ReviewSide
from specmend.project.revisions import HERE, Revisions, revisions_of
from specmend.project.snapshot import (
    PastSettings,
    Snapshot,
    name_before,
    past_settings,
    snapshot_of,
)
from specmend.review.records import Review, Reviews
from specmend.review.summary import summary_of_all
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings


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
    layouts = _layouts(root, settings, revisions)
    past = past_settings(revisions.history, revisions.base_commit)
    wanted = _wanted(layouts, past, names, revisions)
    reviews = []
    for layout in wanted:
        with phase(progress, layout.name, "reviewing"), collector_paused():
            reviews.append(_review(layout, tuple(layouts), revisions))
    gone = () if names else _gone(layouts, past, revisions)
    return Reviews(
        base=revisions.base,
        head=revisions.head,
        summary=summary_of_all(reviews, gone, revisions.base),
        apis=tuple(reviews),
        gone=gone,
    )


def _layouts(
    root: Path, settings: Mapping[str, ApiSettings], revisions: Revisions
) -> Mapping[str, ApiLayout]:
    """The APIs at the head, by name."""
    found = settings
    if revisions.head_commit:
        found = past_settings(revisions.history, revisions.head_commit).apis
    return {name: ApiLayout(name=name, root=root, settings=one) for name, one in found.items()}


def _wanted(
    layouts: Mapping[str, ApiLayout],
    past: PastSettings,
    names: Sequence[str] | None,
    revisions: Revisions,
) -> list[ApiLayout]:
    """The APIs that were named, or those that differ."""
    if not names:
        return [one for one in layouts.values() if _is_touched(one, past, revisions)]
    known = {*layouts, *past.apis}
    unknown = [_unknown(name, sorted(known)) for name in names if name not in known]
    if unknown:
        raise RepositoryError(*unknown)
    removed = {name: one for name, one in past.apis.items() if name not in layouts}
    root = next((one.root for one in layouts.values()), revisions.history.folder)
    gone = {name: ApiLayout(name=name, root=root, settings=one) for name, one in removed.items()}
    return [{**gone, **layouts}[name] for name in dict.fromkeys(names)]


def _is_touched(api: ApiLayout, past: PastSettings, revisions: Revisions) -> bool:
    if past.apis.get(api.name) != api.settings and past.is_whole:
        return True
    places = [api.pin.parent, api.steps, api.generated, *(one.folder for one in api.outputs)]
    starts = tuple(f"{revisions.history.prefix}{api.show(place)}/" for place in places)
    return any(file.startswith(starts) for file in revisions.moves)


def _gone(
    layouts: Mapping[str, ApiLayout], past: PastSettings, revisions: Revisions
) -> tuple[str, ...]:
    """The names that only the base has, and that no API of now had."""
    lost = [name for name in past.apis if name not in layouts]
    if not lost:
        return ()
    before = {
        name_before(one, past, revisions.base_commit, tuple(layouts))
        for name, one in layouts.items()
        if name not in past.apis
    }
    return tuple(name for name in lost if name not in before)


def _review(layout: ApiLayout, names: Sequence[str], revisions: Revisions) -> Review:
    with _snapshots(layout, names, revisions) as (old, new):
        return review_sides(layout.name, ReviewSide(old), ReviewSide(new), revisions)


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
