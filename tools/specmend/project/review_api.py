"""The review of one API: whatever differs between its two sides, compared and put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from specmend.diff.change import Change
from specmend.diff.changes import Override
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.project.diff import overrides_of
from specmend.project.review_files import file_counts, hand_written, tool_moves
from specmend.project.review_side import ReviewSide
from specmend.project.review_steps import pairs_of, step_changes
from specmend.project.review_timeline import timeline_of
from specmend.project.review_wire import methods_of, upstream_changes, wire_changes
from specmend.project.revisions import Revisions
from specmend.review.origins import UPSTREAM, Others
from specmend.review.records import Review
from specmend.review.review import Compared, review_of
from specmend.settings.bump import BumpSettings
from specmend.storage.write import read_folder
from specmend.surface.change import SurfaceChange

_NOT_BUILT: Final = "what is generated is not what was built of the documents and steps there"


def review_sides(
    name: str, old: ReviewSide, new: ReviewSide, revisions: Revisions, released: str
) -> Review:
    """The review of an API between two sides; what cannot be compared is a remark in it.

    `released` is the version of its last release, if any.
    """
    history = revisions.history
    overrides = _overrides(new)
    pairs = pairs_of(old, new)
    wire = wire_changes(old, new, pairs, overrides)
    packages = _Packages(old, new)
    tools = tool_moves(history, old, new)
    layout = new.layout or old.layout
    compared = Compared(
        api=name,
        base=old.record(revisions.base),
        head=new.record(revisions.head),
        wire=wire,
        package=packages.changes,
        doubt=packages.doubt,
        upstream=upstream_changes(old, new, overrides),
        steps=step_changes(old, new, pairs) if old.layout else (),
        tools=tools,
        files=file_counts(revisions.moves, old, new),
        has_other_files=_has_other_files(old, new, revisions),
        methods=methods_of(old, new),
        others=_others(old, new, wire, has_other_tools=bool(tools)),
        settings=layout.settings.bump if layout else BumpSettings(),
        released=released,
    )
    remarks = tuple(_remarks(old, new, packages))
    problems = tuple(_problems(new, compared))
    review = review_of(replace(compared, remarks=remarks, problems=problems))
    if review.is_empty:
        return review
    return replace(review, timeline=timeline_of(old, new, review.steps, history))


class _Packages:
    """The packages of both sides: what changed between them, and why that may be not all."""

    def __init__(self, old: ReviewSide, new: ReviewSide) -> None:
        self.doubt = ""
        self.changes: tuple[SurfaceChange, ...] = ()
        if old.layout is None or new.layout is None:
            return
        if old.has_package and new.has_package:
            self._compare(old, new)
        elif any(side.layout and side.layout.settings.package for side in (old, new)):
            lacking = old if new.has_package else new
            self.doubt = f"there is no generated package {_at(lacking)}"

    def _compare(self, old: ReviewSide, new: ReviewSide) -> None:
        assert old.layout is not None  # noqa: S101 - the caller asked
        assert new.layout is not None  # noqa: S101
        other = [_at(side) for side in (old, new) if not side.is_as_built]
        if other:
            self.doubt = f"{' and '.join(other)}, {_NOT_BUILT}"
        if _modules(old) == _modules(new):
            return
        # What compares packages takes its time to load.
        from specmend.project.surface import diff_packages_of

        names = old.at.show(old.layout.generated), new.at.show(new.layout.generated)
        try:
            self.changes = diff_packages_of(old.layout, new.layout, names).changes
        except (RepositoryError, OutsideError) as error:
            told = error.problems[0].message
            self.doubt = f"the packages cannot be compared: {told}"


def _at(side: ReviewSide) -> str:
    """A revision in a sentence."""
    return f"at {side.at.revision}" if side.at.commit else "in the working tree"


def _modules(side: ReviewSide) -> Mapping[str, bytes]:
    """The Python files of the generated package."""
    files = read_folder(side.layout.generated) if side.layout else {}
    return {name: data for name, data in files.items() if name.endswith((".py", ".pyi"))}


def _has_other_files(old: ReviewSide, new: ReviewSide, revisions: Revisions) -> bool:
    """Whether a file of the package differs; the manifest and the folder are no part of it."""
    if new.layout is None:
        return False
    folder = _package_folder(new)
    if old.layout is not None and _package_folder(old) != folder:
        return _package_files(old) != _package_files(new)
    files = {file.removeprefix(folder) for file in revisions.moves if file.startswith(folder)}
    return bool(files - {new.layout.manifest.name})


def _package_folder(side: ReviewSide) -> str:
    """The folder of the package, seen from the root of the repository."""
    return f"{side.at.prefix}{side.layout.show(side.layout.generated)}/" if side.layout else ""


def _package_files(side: ReviewSide) -> Mapping[str, bytes]:
    """The files of the package, without the manifest."""
    files = read_folder(side.layout.generated) if side.layout else {}
    manifest = side.layout.manifest.name if side.layout else ""
    return {name: data for name, data in files.items() if name != manifest}


def _overrides(side: ReviewSide) -> Mapping[str, Override]:
    return overrides_of(side.layout) if side.layout else {}


def _others(
    old: ReviewSide, new: ReviewSide, wire: Sequence[Change], *, has_other_tools: bool
) -> Others:
    is_other = bool(old.layout and new.layout and old.layout.settings != new.layout.settings)
    return Others(
        hand_written=hand_written(old, new),
        has_other_tools=has_other_tools,
        has_other_settings=is_other,
        wire=tuple(dict.fromkeys(change.by for change in wire)) or _respelled(old, new),
    )


def _respelled(old: ReviewSide, new: ReviewSide) -> tuple[str, ...]:
    """Upstream, if it alone wrote the document another way, as with a renamed schema."""
    if old.upstream is None or new.upstream is None or old.upstream.tree == new.upstream.tree:
        return ()
    before, after = ([step.source.text for step in side.steps or ()] for side in (old, new))
    return (UPSTREAM,) if before == after else ()


def _remarks(old: ReviewSide, new: ReviewSide, packages: _Packages) -> Iterator[str]:
    """What a reader has to know of what was compared."""
    yield from _of_settings(old, new)
    for fault in old.faults:
        yield f"At {old.at.revision}, {fault.file or 'a file'} has a fault: {fault.message}."
    if packages.doubt:
        yield f"What changes in the Python package is not known: {packages.doubt}."
    elif old.is_stale:
        yield f"At {old.at.revision}, {_NOT_BUILT}."


def _of_settings(old: ReviewSide, new: ReviewSide) -> Iterator[str]:
    """What is special about the settings of both sides, the same once."""
    partly = [_at(side) for side in (old, new) if not side.at.is_whole]
    if partly:
        yield f"This specmend cannot read all of the settings {' and '.join(partly)}."
    yield from (side.at.remark for side in (old, new) if side.at.remark)


def _problems(new: ReviewSide, compared: Compared) -> Iterator[Problem]:
    """What a person must look at before this is merged."""
    yield from new.faults
    failed = new.applied.problems if new.applied else ()
    yield from failed
    for step in compared.steps:
        if step.fate == "retired" and step.needs_person:
            yield Problem(
                message="this step is retired, and upstream still has what it corrects",
                file=step.file,
                found=step.verdict,
                expected="already-upstream",
                advice=f"move its file back to {_folder(step.file)}; or delete it there and in"
                " retired/, if nobody needs it any more",
            )
    if new.layout is not None and new.is_edited:
        yield Problem(
            message="the sanitized document is not what the steps make of upstream's",
            file=new.layout.show(new.layout.sanitized),
            advice=f"specmend build {new.layout.name}, and commit what it changes",
        )
    elif new.layout is not None and new.is_stale and not failed:
        yield Problem(
            message="what is generated was not built from the documents and steps that are here",
            file=new.layout.show(new.layout.manifest),
            advice=f"specmend build {new.layout.name}, and commit what it changes",
        )


def _folder(file: str) -> str:
    return f"{file.rpartition('/')[0]}/"
