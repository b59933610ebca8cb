"""Releases the package of an API: a plan, and then one stage after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from specmend.progress import SILENT, Progress, phase
from specmend.project.release_stages import STAGES, StageDone, Work, built, checked
from specmend.release.archives import Archive
from specmend.release.plan import Plan


@dataclass(frozen=True, kw_only=True, slots=True)
class Released:
    """A release that is whole, or the trial of one: its files, and what each stage did."""

    plan: Plan
    archives: tuple[Archive, ...]
    stages: tuple[StageDone, ...]

    @property
    def is_new(self) -> bool:
        """Whether this run did anything that lasts."""
        lasting = {"upload", "tag"}
        return any(one.stage in lasting and one.fate == "done" for one in self.stages)


def carry_out(
    plan: Plan, *, dry_run: bool = False, with_tag: bool = True, progress: Progress = SILENT
) -> Released:
    """Do what a plan says. What was done before is found done, and left.

    With `dry_run`, nothing is uploaded or tagged. Raises RepositoryError or OutsideError at the
    first stage that cannot be done; a later run goes on from there.
    """
    work = Work(plan=plan, is_dry=dry_run, with_tag=with_tag)
    api = plan.api.name
    with phase(progress, api, "checking"):
        done = [checked(work)]
    with phase(progress, api, "building archives"):
        work = replace(work, archives=built(plan))
    names = ", ".join(archive.name for archive in work.archives)
    words = f"{names}: the same bytes wherever they are built"
    done.append(StageDone(stage="build", fate="done", words=words))
    for name, stage in STAGES.items():
        with phase(progress, api, name):
            done.append(stage(work))
    return Released(plan=plan, archives=work.archives, stages=tuple(done))
