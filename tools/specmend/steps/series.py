"""A series: all steps of an API with the document that they are applied to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from specmend.document.text.document import Document
from specmend.errors import Problem, ProblemList, RepositoryError
from specmend.progress import SILENT, Progress, phase
from specmend.settings.layout import ApiLayout
from specmend.source.pin import read_upstream
from specmend.steps.apply import Applied, apply_steps
from specmend.steps.read import read_steps
from specmend.steps.step import Step


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """All steps of an API in their order, and the document that they are applied to.

    `generator` is the generator whose own steps are active. With `reserialize`, the whole document
    is serialized again when a step cannot be applied in place.
    """

    api: str
    document: Document
    steps: tuple[Step, ...]
    generator: str
    reserialize: bool = False

    def active(self) -> tuple[Step, ...]:
        """The steps for this generator, or for every generator, that hold for the document."""
        return tuple(active_steps(self.steps, self.generator, self.document))

    def apply(self, *, enforce: bool = True, progress: Progress = SILENT) -> Applied:
        """Apply the active steps. A step that fails changes nothing, and the later ones go on.

        Without `enforce`, a recorded expectation that is not met is no failure: that is for a
        document other than the one that the steps were recorded on.
        """
        steps = self.active()
        with phase(progress, self.api, "applying steps", len(steps)) as advance:
            return apply_steps(
                self.document,
                steps,
                enforce=enforce,
                reserialize=self.reserialize,
                advance=advance,
            )

    def on(self, document: Document) -> Series:
        """The same steps on another document."""
        return replace(self, document=document)

    def with_steps(self, steps: Iterable[Step]) -> Series:
        """Other steps on the same document."""
        return replace(self, steps=tuple(steps))

    def before(self, number: int) -> Series:
        """The steps that come before a number."""
        return self.with_steps(step for step in self.steps if step.number < number)

    def for_generator(self, generator: str) -> Series:
        """The same series for another generator."""
        return replace(self, generator=generator)

    def generators(self) -> tuple[str, ...]:
        """The generator of the series, and then every other one that a step is for."""
        named = [step.generator for step in self.steps if step.generator]
        return tuple(dict.fromkeys([self.generator, *named]))

    def step(self, number: int) -> Step:
        """The step of a number; raises RepositoryError when there is none."""
        for step in self.steps:
            if step.number == number:
                return step
        raise RepositoryError(
            Problem(
                message=f"{self.api} has no step {number}",
                expected=", ".join(str(step.number) for step in self.steps) or "none",
                advice=f"see specmend log {self.api}",
            )
        )


def read_series(
    api: ApiLayout,
    generator: str | None = None,
    *,
    with_gaps: bool = False,
    progress: Progress = SILENT,
) -> Series:
    """The series of an API on its pinned upstream document.

    `generator` is that of the settings when it is not given. `with_gaps` lets reasons be gaps
    still, as they are while more steps are proposed. Raises RepositoryError with every
    fault of the pin, of the document and of the step files.
    """
    faults = ProblemList()
    documents: list[Document] = []
    steps: tuple[Step, ...] = ()
    with faults.collect(), phase(progress, api.name, "reading the document"):
        documents.append(read_upstream(api)[1])
    with faults.collect():
        steps = read_steps(api.steps, api.show(api.steps), with_gaps=with_gaps)
    faults.raise_all()
    return Series(
        api=api.name,
        document=documents[0],
        steps=steps,
        generator=generator or api.settings.generator,
        reserialize=api.settings.reserialize,
    )


def active_steps(steps: Iterable[Step], generator: str, upstream: Document) -> list[Step]:
    """The steps for a generator that hold for an upstream document; their order stays."""
    return [step for step in steps if step.is_active(generator) and step.applies_to.fits(upstream)]
