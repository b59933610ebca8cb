"""One side of a review: documents and steps of an API at a revision, as far as they are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Final, TypeVar

from specmend.document.text.document import Document, read_document
from specmend.document.tree.values import same
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.generate.manifest import digest_of
from specmend.project.cache import input_files
from specmend.project.snapshot import Snapshot
from specmend.project.tool_changes import read_manifest
from specmend.review.records import Side
from specmend.settings.layout import ApiLayout
from specmend.source.pin import Pin, read_pin, read_pinned
from specmend.steps.apply import Applied
from specmend.steps.read import read_steps
from specmend.steps.series import Series
from specmend.steps.step import Step
from specmend.storage.read import is_there, list_files, read_file
from specmend.storage.write import read_folder

T = TypeVar("T")


class ReviewSide:
    """An API at a revision. What cannot be read is None, and `faults` say why.

    `layout` is None where there was no such API.
    """

    def __init__(self, at: Snapshot) -> None:
        self.at: Final = at
        self.layout: Final[ApiLayout | None] = at.layout
        self.faults: Final[list[Problem]] = []

    @cached_property
    def pin(self) -> Pin | None:
        """The record of its upstream document."""
        return self._tried(read_pin)

    @cached_property
    def upstream(self) -> Document | None:
        """The pinned document; it is a fault if the pin does not vouch for it."""
        self._tried(read_pinned)
        return self._tried(self._read_upstream)

    @cached_property
    def steps(self) -> tuple[Step, ...] | None:
        """All its steps."""
        return self._tried(lambda layout: read_steps(layout.steps, layout.show(layout.steps)))

    @cached_property
    def series(self) -> Series | None:
        """Its steps on its document."""
        if self.layout is None or self.upstream is None or self.steps is None:
            return None
        settings = self.layout.settings
        return Series(
            api=self.layout.name,
            document=self.upstream,
            steps=self.steps,
            generator=settings.generator,
            reserialize=settings.reserialize,
        )

    @cached_property
    def applied(self) -> Applied | None:
        """What becomes of the steps on the document."""
        return None if self.series is None else self.series.apply()

    @cached_property
    def sanitized(self) -> Document | None:
        """The sanitized document as it is committed, or else as the steps make it."""
        if self.layout is not None and is_there(self.layout.sanitized):
            return self._tried(self._read_sanitized)
        if self.layout is None or self.applied is None:
            return None
        return replace(self.applied.document, name=self.at.show(self.layout.sanitized))

    @property
    def retired(self) -> tuple[str, ...]:
        """The names of the files of its retired steps."""
        if self.layout is None:
            return ()
        folder = self.layout.retired
        return tuple(file.name for file in list_files(folder, self.layout.show(folder)))

    @property
    def has_package(self) -> bool:
        """Whether there is a generated package."""
        layout = self.layout
        return layout is not None and bool(layout.settings.package) and layout.generated.is_dir()

    @property
    def is_edited(self) -> bool:
        """Whether the sanitized document that is committed says something else than the steps make.

        Layout does not count, nor what another commit has: another version of specmend may have
        made that.
        """
        if (
            self.at.commit
            or self.sanitized is None
            or self.applied is None
            or self.applied.problems
        ):
            return False
        return not same(self.sanitized.tree, self.applied.document.tree)

    @cached_property
    def is_stale(self) -> bool:
        """Whether what is committed was made of other documents or steps than those here."""
        if self.layout is None or not is_there(self.layout.manifest):
            return False
        recorded = read_manifest(self.layout, self.layout.manifest).get("inputs")
        files = self._tried(input_files) or {}
        return recorded != {name: digest_of(content) for name, content in files.items()}

    @property
    def is_as_built(self) -> bool:
        """Whether the package is what was built of the documents and steps here, and not edited."""
        if self.layout is None or self.is_stale:
            return False
        manifest = read_manifest(self.layout, self.layout.manifest)
        built = {name: digest_of(data) for name, data in read_folder(self.layout.generated).items()}
        shown = self.layout.show(self.layout.sanitized)
        built[shown] = digest_of(self.sanitized.data) if self.sanitized else ""
        recorded = {**_table(manifest, "files"), **_table(manifest, "sanitized")}
        return bool(recorded) and recorded.items() <= built.items()

    def record(self, revision: str) -> Side:
        """The side as the record of a review has it; `revision` is what people call it."""
        layout, pin = self.layout, self.pin
        settings = layout.settings if layout else None
        return Side(
            name=revision,
            commit=self.at.commit,
            is_there=layout is not None,
            api=layout.name if layout else "",
            package=settings.package if settings else "",
            version=settings.version if settings else "",
            origin=pin.origin if pin else "",
            date=pin.date.isoformat() if pin else "",
            digest=pin.sha256 if pin else "",
        )

    def _read_upstream(self, layout: ApiLayout) -> Document:
        shown = self.at.show(layout.upstream)
        return read_document(read_file(layout.upstream, shown), shown)

    def _read_sanitized(self, layout: ApiLayout) -> Document:
        shown = self.at.show(layout.sanitized)
        return read_document(read_file(layout.sanitized, shown), shown)

    def _tried(self, read: Callable[[ApiLayout], T]) -> T | None:
        """What can be read of an API; faults are collected."""
        if self.layout is None:
            return None
        try:
            return read(self.layout)
        except (RepositoryError, OutsideError) as error:
            self.faults.extend(one for one in error.problems if one not in self.faults)
            return None


def _table(manifest: Mapping[str, Any], name: str) -> Mapping[str, object]:
    table = manifest.get(name)
    return table if isinstance(table, dict) else {}
