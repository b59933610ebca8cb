"""Collects the faults of a build, stage by stage, and leaves out for the next what they reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property

from specmend.document.openapi.operation_names import named_operations
from specmend.document.openapi.reach import Reach, Reaching
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, get, remove
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.generate.source import Source


class Faults:
    """The faults of one build.

    `sound` is the document without the operations that have one, for the stages that follow.
    `warnings` tell faults of what no operation uses.
    """

    def __init__(self, source: Source) -> None:
        self.sound = source
        self.warnings: list[str] = []
        self._source = source
        self._elsewhere: list[Problem] = []
        self._problems: list[Problem] = []

    @contextmanager
    def elsewhere(self) -> Iterator[None]:
        """A context for checks of something beside the document: no operation is left out."""
        try:
            yield
        except RepositoryError as error:
            self._elsewhere += error.problems

    @contextmanager
    def stage(self) -> Iterator[None]:
        """A context for one stage: what it refuses is collected, and operations are left out.

        Raises RepositoryError with all faults when no operation is left for another stage.
        """
        try:
            yield
        except RepositoryError as error:
            self._leave_out(error.problems)
        except OutsideError as error:
            if not (self._problems or self._elsewhere):
                raise
            raise RepositoryError(*self._sorted(), *error.problems) from error

    def raise_all(self) -> None:
        """Raise RepositoryError with everything that was collected, if anything was."""
        problems = self._sorted()
        if problems:
            raise RepositoryError(*problems)

    def _leave_out(self, problems: Iterable[Problem]) -> None:
        faults = [(problem, self._reach(problem)) for problem in problems]
        for problem, reach in faults:
            if reach.is_everything or reach.operations:
                self._problems.append(problem)
            else:
                self.warnings.append(
                    f"{self._place(problem)}: {problem.message}; it is left out, for no operation "
                    "uses it"
                )
        if any(reach.is_everything for _, reach in faults):
            self.raise_all()
        self._cut(problem.address for problem, _ in faults if problem.address is not None)

    def _cut(self, addresses: Iterable[Address]) -> None:
        tree = self.sound.tree
        tainted = self._reaching.tainted(addresses)
        places = [place for place in tainted if get(tree, place) is not MISSING]
        self.sound = replace(self.sound, tree=remove(tree, places))
        if named_operations(tree) and not named_operations(self.sound.tree):
            self.raise_all()

    def _reach(self, problem: Problem) -> Reach:
        if problem.address is None:
            return Reach(is_everything=True)
        return self._reaching.of(problem.address)

    @cached_property
    def _reaching(self) -> Reaching:
        return Reaching(self._source.tree)

    def _place(self, problem: Problem) -> str:
        return problem.location or self._source.where(problem.address or ())

    def _sorted(self) -> list[Problem]:
        """Every fault once; those of the document in its order."""
        found = dict.fromkeys(self._problems)
        # Where there is no file, all places are equal, and the order of the stages stays.
        ordered = sorted(found, key=lambda problem: (problem.line, problem.column))
        return [*self._elsewhere, *ordered]
