"""A build without the operations that cannot be generated, and the step that records them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from specmend.document.openapi.operation_names import OperationName, named_operations
from specmend.document.openapi.reach import Reaching
from specmend.document.text.document import parse_document
from specmend.document.tree.values import same
from specmend.errors import Problem, RepositoryError
from specmend.progress import SILENT, Progress
from specmend.project.pipeline import Built, Sanitized, build, check_document_of, sanitize_with
from specmend.settings.layout import ApiLayout
from specmend.steps.apply import apply_steps
from specmend.steps.expectation import as_data
from specmend.steps.leave_out import is_record, leave_out
from specmend.steps.read import read_step
from specmend.steps.series import Series
from specmend.steps.step import Step
from specmend.steps.step_name import HIGHEST, LEFT_OUT, name_of
from specmend.steps.write import Draft, write_draft
from specmend.storage.transaction import Changes


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """Operations that were left out for one cause, by method and path, and the faults of it."""

    operations: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Skipped:
    """What a build left out.

    `step` is the file that records it, empty where nothing fails. `changes` are the step files to
    be written, and those that go (None), by their path from the project.
    """

    left_out: tuple[LeftOut, ...] = ()
    step: str = ""
    changes: Changes = field(default_factory=dict)

    @property
    def mended(self) -> str:
        """The file of an earlier build that goes, because every operation can be generated."""
        return "" if self.step else next(iter(self.changes), "")


def without_record(series: Series) -> Series:
    """A series without the step that records what an earlier build left out."""
    return series.with_steps(step for step in series.steps if not is_record(step))


def build_without_failing(
    whole: Sanitized, recorded: Series, progress: Progress = SILENT
) -> tuple[Sanitized, Built, Skipped]:
    """Generate what can be generated; `whole` is an API without the step that leaves out anything.

    `recorded` is the series as it is written, with that step where an earlier build left it. Raises
    RepositoryError when a fault is not one of operations, and when every operation has one.
    """
    found = _Failing(whole, [step for step in recorded.steps if is_record(step)])
    try:
        # Most faults are found in no time; the generators run when these are left out.
        check_document_of(whole)
    except RepositoryError as error:
        found.add(error)
    while True:
        sanitized, skipped = found.reduced()
        try:
            return sanitized, build(sanitized, skipped.changes, progress), skipped
        except RepositoryError as error:
            found.add(error)


class _Failing:
    """The faults found so far, each at its address in the document with all operations."""

    def __init__(self, whole: Sanitized, records: Sequence[Step]) -> None:
        self.whole = whole
        self.records = records
        self.tree = whole.document.tree
        self.reaching = Reaching(self.tree)
        self.problems: list[Problem] = []
        self.names: tuple[OperationName, ...] = ()

    def add(self, error: RepositoryError) -> None:
        """Take in the faults of one more try; raises them where no operation can be left out."""
        addresses = [problem.address for problem in error.problems]
        if any(a is None or self.reaching.of(a).is_everything for a in addresses):
            raise error
        self._take_in(error.problems)
        reached = [problem.address for problem in self.problems if problem.address is not None]
        names = self.reaching.tainted_operations(reached)
        if names == self.names:
            raise error
        if not _leaves_some(names, named_operations(self.tree)):
            raise RepositoryError(*self.problems, _nothing_left(self.whole.api))
        self.names = names

    def _take_in(self, problems: Iterable[Problem]) -> None:
        """Add problems, at their places in the document with all operations, in its order."""
        # In the first try these are the places that the problems have; later, lines are missing.
        placed = [self._placed(problem) for problem in problems] if self.names else problems
        found = dict.fromkeys([*self.problems, *placed])
        self.problems = sorted(found, key=lambda problem: (problem.line, problem.column))

    def _placed(self, problem: Problem) -> Problem:
        line, column = self.whole.document.place(problem.address or ())
        return replace(problem, line=line, column=column)

    def reduced(self) -> tuple[Sanitized, Skipped]:
        """The document without the operations that fail, and what there is to record of it."""
        gone: dict[str, bytes | None] = {old.source.name: None for old in self.records}
        if not self.names:
            return self.whole, Skipped(changes=gone)
        step, content = self._step()
        series = self.whole.series.with_steps((*self.whole.series.steps, step))
        for old in self.records:
            if old.number == HIGHEST and same(old.source.tree, step.source.tree):
                content = old.source.encode()
        changes = {**gone, step.source.name: content}
        skipped = Skipped(left_out=self._by_cause(), step=step.source.name, changes=changes)
        return sanitize_with(self.whole.api, series), skipped

    def _step(self) -> tuple[Step, bytes]:
        """The step that leaves the operations out, with what it finds, and its file."""
        api = self.whole.api
        name = f"{api.show(api.steps)}/{name_of(HIGHEST, LEFT_OUT)}"
        _refuse_taken(self.whole.series, name)
        edit = {"x-edit": leave_out(self.tree, self.names)}
        # What is no fault for another generator stays in its document.
        generator = self.whole.series.generator if api.settings.generators else ""
        draft = Draft(
            title=LEFT_OUT, reason=self._reason(), target="$", verb=edit, generator=generator
        )
        document, reserialize = self.whole.applied.document, api.settings.reserialize
        tried = _read(write_draft(draft), name)
        applied = apply_steps(document, [tried], enforce=False, reserialize=reserialize)
        if applied.problems:
            raise RepositoryError(*self.problems, *applied.problems)
        expect = as_data(applied.outcomes[0].actions[0].found)
        text = write_draft(replace(draft, expect=expect))
        return _read(text, name), text.encode()

    def _reason(self) -> str:
        """What is wrong, cause by cause, and of how many operations."""
        causes = []
        for cause in self._by_cause():
            count = len(cause.operations)
            named = cause.operations[0] if count == 1 else f"{count} operations"
            causes.append(f"{cause.problems[0].message} ({named})")
        return f"No client can be generated for these operations: {'; '.join(causes)}."

    def _by_cause(self) -> tuple[LeftOut, ...]:
        kinds: dict[tuple[str, ...], list[Problem]] = {}
        for problem in self.problems:
            kinds.setdefault(problem.kind, []).append(problem)
        return tuple(self._left_out(problems) for problems in kinds.values())

    def _left_out(self, problems: Iterable[Problem]) -> LeftOut:
        addresses = [problem.address for problem in problems if problem.address is not None]
        names = self.reaching.tainted_operations(addresses)
        placed = tuple(_at_origin(self.whole, problem) for problem in problems)
        return LeftOut(operations=tuple(map(str, names)), problems=placed)


def _read(text: str, name: str) -> Step:
    return read_step(parse_document(text, name, "yaml"), HIGHEST)


def _leaves_some(names: tuple[OperationName, ...], known: Mapping[OperationName, object]) -> bool:
    chosen = set(names)
    return any(name not in chosen and OperationName(name.path) not in chosen for name in known)


def _nothing_left(api: ApiLayout) -> Problem:
    return Problem(
        message=f"no operation of {api.name} can be generated, and so none is left out",
        expected="at least one operation without a fault",
        advice="correct some of the faults by steps, and build again",
    )


def _refuse_taken(series: Series, name: str) -> None:
    """Raise RepositoryError when another step has the number of the one to be recorded."""
    taken = [step for step in series.steps if step.number == HIGHEST]
    if taken:
        raise RepositoryError(
            Problem(
                message=f"the number {HIGHEST} is taken, and the step of --skip-failing needs it",
                file=taken[0].source.name,
                expected=name,
                advice=f"specmend renumber {series.api} gives the steps lower numbers",
            )
        )


def _at_origin(sanitized: Sanitized, problem: Problem) -> Problem:
    """A problem at the place where somebody wrote it: upstream, or the step that did.

    The sanitized document no longer has what was left out.
    """
    lines = sanitized.applied.lines.lines
    if not 0 < problem.line <= len(lines):
        return problem
    origin = lines[problem.line - 1]
    if origin.upstream:
        return replace(problem, file=sanitized.series.document.name, line=origin.upstream)
    steps = {step.number: step.source.name for step in sanitized.series.steps}
    files = [steps[number] for number in origin.steps if number in steps]
    return replace(problem, file=files[-1], line=0, column=0) if files else problem
