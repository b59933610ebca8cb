"""The command `release`: the plan, a question, and then each stage with what became of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from specmend.cli import console
from specmend.cli.options import HERE, Apis, AsJson, ProjectFolder
from specmend.errors import Problem, UsageError
from specmend.project.release import Listeners, Released
from specmend.project.repository import Project
from specmend.release.indexes import DEFAULT
from specmend.release.plan import Plan

IndexName = Annotated[
    str,
    typer.Option(
        "--index",
        metavar="NAME|URL",
        help="The index: pypi, testpypi, one of the settings, or the address of its simple pages.",
    ),
]
PublishUrl = Annotated[
    str,
    typer.Option(
        "--publish-url",
        metavar="URL",
        help="Where that index takes uploads.",
        show_default="what is known of the index",
    ),
]
Version = Annotated[
    str,
    typer.Option(
        "--version",
        metavar="X",
        help="The version, if it is to be higher than what changed asks for.",
        show_default="the one that follows from what changed",
    ),
]
DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="Do all but commit, upload and tag, and say what would be."),
]
Prepare = Annotated[
    bool,
    typer.Option(
        "--prepare",
        help="Only commit the version and its notes, for a pull request; publish nothing.",
    ),
]
Archives = Annotated[
    Path | None,
    typer.Option(
        "--archives",
        metavar="FOLDER",
        help="Take archives that are there; else put there what is built. For the jobs of a CI.",
    ),
]
Attest = Annotated[
    bool,
    typer.Option(
        "--attest",
        help="Sign who built the archives, where the index takes that (PEP 740); in CI.",
    ),
]
Waiting = Annotated[
    bool,
    typer.Option(
        "--waiting", help="Only list what is prepared and has no tag yet, one name in a line."
    ),
]
NoTag = Annotated[bool, typer.Option("--no-tag", help="Write no tag.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask whether the plan is right.")]

_FATES: Final = {"done": "done", "there": "there already", "would": "would", "left": "left out"}
_FEW: Final = 5


def release(
    apis: Apis = None,
    index: IndexName = DEFAULT,
    publish_url: PublishUrl = "",
    version: Version = "",
    dry_run: DryRun = False,
    prepare: Prepare = False,
    archives: Archives = None,
    attest: Attest = False,
    waiting: Waiting = False,
    no_tag: NoTag = False,
    yes: Yes = False,
    project: ProjectFolder = HERE,
    as_json: AsJson = False,
) -> None:
    """Release the packages to an index, and go on where it stopped.

    Shows a plan first, and asks. Writes the version and its notes and commits them. Builds the
    archives twice, uploads what the index lacks, downloads it again, installs it, and writes the
    tag NAME-vX last. A release that was interrupted goes on where it stopped: run the same command
    again. Credentials are those of twine: TWINE_PASSWORD, ~/.pypirc, the keyring, or trusted
    publishing.
    """
    if waiting:
        _list(Project.find(project).waiting(), as_json=as_json)
        return
    asks = not (yes or dry_run)
    if asks and (as_json or not sys.stdin.isatty()):
        raise _nobody_to_ask(as_json=as_json)
    with_tag = not (no_tag or prepare)
    done = Project.find(project).release(
        apis or None,
        index,
        publish_url=publish_url,
        version=version,
        dry_run=dry_run,
        only_prepare=prepare,
        tag=not no_tag,
        archives=archives or "",
        attest=attest,
        listeners=_silent() if as_json else _listeners(asks=asks, with_tag=with_tag),
    )
    if as_json:
        console.data({"ok": True, "releases": [_data(one) for one in done]})
    elif not done:
        console.line("Nothing was done.")


def _list(names: Sequence[str], *, as_json: bool) -> None:
    if as_json:
        console.data({"ok": True, "waiting": list(names)})
    for name in () if as_json else names:
        console.line(name)


def _silent() -> Listeners:
    return Listeners(progress=console.progress(quiet=True))


def _listeners(*, asks: bool, with_tag: bool) -> Listeners:
    """Who shows the plans, asks about them, and tells of each release."""

    def confirm(plans: Sequence[Plan]) -> bool:
        _show(plans, with_tag=with_tag)
        is_open = asks and not all(plan.is_whole for plan in plans)
        return not is_open or typer.confirm("Carry this out?")

    return Listeners(confirm=confirm, finished=_tell, progress=console.progress())


def _nobody_to_ask(*, as_json: bool) -> UsageError:
    """The error where a question is due and nobody can answer it."""
    why = "the output is for a machine" if as_json else "there is no terminal to ask on"
    message = f"a release asks before it does anything, and {why}"
    advice = "look at the plan with --dry-run, and then give --yes"
    return UsageError(Problem(message=message, advice=advice))


def _show(plans: Sequence[Plan], *, with_tag: bool) -> None:
    for plan in plans:
        console.good(plan.name, _headline(plan))
        for label, text in _rows(plan, with_tag=with_tag):
            console.line(f"  {label.ljust(8)} {console.shown(text)}".rstrip())
        console.line()


def _headline(plan: Plan) -> str:
    if plan.is_whole:
        return f"{plan.version} is released, and nothing changed since"
    if not plan.last:
        return f"{plan.version}, the first release"
    before = plan.last.rpartition("-v")[2]
    part = f" ({plan.bump.part})" if plan.bump and plan.bump.part != "none" else ""
    return f"{before} → {plan.version}{part}"


def _rows(plan: Plan, *, with_tag: bool) -> Iterator[tuple[str, str]]:
    """The rows of a plan: a label, and what there is to say."""
    if not plan.is_whole:
        yield from _changes(plan)
    there = {file.name for file in plan.served.files}
    for name in plan.archives:
        yield "file", f"{name} (on the index already)" if name in there else name
    yield "index", f"{plan.index.shown}, uploads to {plan.index.upload}"
    commit = plan.commit[:12] if plan.is_prepared else "a new commit with version and changelog"
    yield "commit", commit
    if with_tag:
        yield "tag", f"{plan.tag} (there already)" if plan.is_tagged else plan.tag


def _changes(plan: Plan) -> Iterator[tuple[str, str]]:
    """Why it is this version, and what its users are told."""
    for words in _few([one.words for one in plan.bump.reasons] if plan.bump else []):
        yield "because", words
    for heading, items in plan.entry.items():
        for item in items:
            yield "notes", f"{heading}: {item.removeprefix('- ')}" if heading else item


def _few(words: Sequence[str]) -> Sequence[str]:
    return [*words[:_FEW], f"and {len(words) - _FEW} more"] if words[_FEW:] else words


def _tell(released: Released) -> None:
    """A line for each stage, and what the release is now."""
    width = max(len(one.stage) for one in released.stages)
    fates = max(len(_FATES[one.fate]) for one in released.stages)
    for one in released.stages:
        fate = _FATES[one.fate].ljust(fates)
        console.line(f"  {one.stage.ljust(width)}  {fate}  {console.shown(one.words)}")
    plan = released.plan
    words = f"{plan.version} is on {plan.index.shown}"
    if not released.archives:
        words = f"{plan.version} is prepared"
    if any(one.fate == "would" for one in released.stages):
        words = "a trial: nothing was committed, uploaded or tagged"
    elif not released.is_new:
        words = f"{words}, as it was before: nothing was left to do"
    if released.is_unpushed:
        console.line("  next  git push: the branch has the commit of the release")
    console.good(plan.name, words)


def _data(released: Released) -> dict[str, Any]:
    plan = released.plan
    return {
        "api": plan.api.name,
        "name": plan.name,
        "version": plan.version,
        "before": plan.last,
        "bump": plan.bump.part if plan.bump else "",
        "reasons": [one.words for one in plan.bump.reasons] if plan.bump else [],
        "notes": {key: list(items) for key, items in plan.entry.items()},
        "index": plan.index.shown,
        "commit": plan.commit,
        "tag": plan.tag,
        "files": [{"name": one.name, "sha256": one.digest} for one in released.archives],
        "stages": [
            {"stage": one.stage, "fate": one.fate, "words": one.words} for one in released.stages
        ],
        "is_new": released.is_new,
    }
