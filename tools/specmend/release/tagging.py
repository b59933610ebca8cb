"""Writes the tag of a release, and brings it to the origin."""

from __future__ import annotations

from typing import Final

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.release.plan import Plan
from specmend.release.programs import Ended, Surroundings, run_program
from specmend.source.git_command import own_environment

REMOTE: Final = "origin"


def write_tag(plan: Plan) -> bool:
    """Write the annotated tag at the commit; gives whether it was not there.

    Raises OutsideError where git does not write it.
    """
    if plan.is_tagged:
        return False
    # Lines of the notes that begin with # are no comments.
    words = ("--annotate", "--cleanup=whitespace", "--message", tag_message(plan))
    done = _git(plan, "tag", *words, plan.tag, plan.commit)
    if done.code:
        message = f"git does not write the tag {plan.tag}"
        advice = f"run the same command again, or: git tag --annotate {plan.tag} {plan.commit}"
        raise OutsideError(Problem(message=message, found=done.words, advice=advice))
    return True


def push_tag(plan: Plan) -> bool:
    """Push the tag where there is an origin that lacks it; gives whether that was done.

    Raises RepositoryError where it is at another commit there, and OutsideError where the origin
    cannot be asked, or refuses.
    """
    if not has_remote(plan) or refuse_tag_elsewhere(plan):
        return False
    done = _git(plan, "push", "--porcelain", REMOTE, f"refs/tags/{plan.tag}:refs/tags/{plan.tag}")
    if done.code:
        raise _unpushed(plan, done)
    return True


def refuse_tag_elsewhere(plan: Plan) -> bool:
    """Whether the origin has the tag at the commit; raises RepositoryError for another commit."""
    there = remote_commit(plan) if has_remote(plan) else ""
    if there in {"", plan.commit}:
        return bool(there)
    raise RepositoryError(
        Problem(
            message=f"the tag {plan.tag} is at another commit at the {REMOTE}",
            found=there[:12],
            expected=plan.commit[:12],
            advice="somebody else released this version: git pull, and release the next one",
        )
    )


def has_remote(plan: Plan) -> bool:
    """Whether the repository has an origin."""
    return REMOTE in _git(plan, "remote").output.split()


def remote_commit(plan: Plan) -> str:
    """The commit that the tag has at the origin; empty where it is not there."""
    reference = f"refs/tags/{plan.tag}"
    done = _git(plan, "ls-remote", REMOTE, reference, f"{reference}^{{}}")
    if done.code:
        message = f"the {REMOTE} cannot be asked for the tag {plan.tag}"
        advice = "look at the network and at your rights there, or give --no-tag"
        raise OutsideError(Problem(message=message, found=done.words, advice=advice))
    rows = [line.split("\t") for line in done.output.splitlines()]
    found = {name: commit for commit, name in rows}
    return found.get(f"{reference}^{{}}") or found.get(reference, "")


def tag_message(plan: Plan) -> str:
    """What the tag says: the release, and what changed for users."""
    blocks = [
        "\n".join([f"{heading}:", *items]) if heading else "\n\n".join(items)
        for heading, items in plan.entry.items()
    ]
    return "\n\n".join([f"{plan.name} {plan.version}", *blocks])


def _git(plan: Plan, *words: str) -> Ended:
    kept = {**own_environment(), "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    return run_program(["git", *words], plan.api.root, Surroundings(variables=kept))


def _unpushed(plan: Plan, done: Ended) -> OutsideError:
    return OutsideError(
        Problem(
            message=f"the {REMOTE} does not take the tag {plan.tag}",
            found=_why_refused(done),
            advice="the package is on the index, and the tag is written here. Look at the network,"
            " at your rights and at the rules for tags there; then run the same command again, or:"
            f" git push {REMOTE} {plan.tag}",
        )
    )


def _why_refused(done: Ended) -> str:
    """What the origin said of the tag, as git-push(1) prints it: `!`, the reference, the reason."""
    rows = [line.split("\t") for line in done.output.splitlines()]
    return next((row[2] for row in rows if row[0] == "!" and row[2:]), done.words)
