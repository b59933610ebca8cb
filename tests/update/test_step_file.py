"""The file of a step after an update: rewritten, or kept among the retired ones."""

from __future__ import annotations

from typing import Any

import pytest
from tests.steps.series import make_document
from tests.update.steps import NEW, ONE, TWO, make_step

from specmend.document.text.document import Document
from specmend.steps.step import Verdict
from specmend.update.records import ActionUpdate, StepRebase, StepUpdate
from specmend.update.replacement import own_fields
from specmend.update.step_file import step_rebase

STEP = make_step(f"{ONE} # the one\n{TWO}")


def rebased(
    *kept: bool, removed_as: StepUpdate = StepUpdate.RETIRED, verdict: Verdict = Verdict.APPLIES,
    new: Document = NEW,
) -> StepRebase:  # fmt: skip
    """The step after an update that keeps some of its actions."""
    updates = [
        ActionUpdate(
            action=action,
            verdict=verdict,
            update=StepUpdate.UNCHANGED if is_kept else removed_as,
            fields=(own_fields(STEP, action),) if is_kept else (),
        )
        for action, is_kept in zip(STEP.actions, kept, strict=True)
    ]
    return step_rebase(new, STEP, updates)


def test_a_step_that_keeps_its_actions_keeps_every_byte() -> None:
    one = rebased(True, True)
    assert (one.changed, one.retired) == (False, None)


def test_an_action_that_is_removed_leaves_the_text_of_the_others() -> None:
    one = rebased(True, False)
    assert one.file is not None
    assert "# the one" in one.file.text
    assert "two" not in one.file.text


RETIRED: list[tuple[Verdict, str]] = [
    (Verdict.ALREADY_UPSTREAM, "already-upstream"),
    (Verdict.CONFLICT, "theirs"),
]


@pytest.mark.parametrize(("verdict", "because"), RETIRED)
def test_a_step_without_actions_is_kept_among_the_retired_ones(
    verdict: Verdict, because: str
) -> None:
    one = rebased(False, False, verdict=verdict)
    assert one.file is None
    assert one.retired is not None
    note: dict[str, Any] = one.retired.tree["info"]["x-retired"]
    assert (note["because"], note["version"]) == (because, "2")
    assert note["digest"].startswith("sha256:")
    assert len(one.retired.tree["actions"]) == 2


def test_a_document_without_version_is_known_by_its_digest() -> None:
    one = rebased(False, False, new=make_document("openapi: 3.0.3\n"))
    assert one.retired is not None
    assert list(one.retired.tree["info"]["x-retired"]) == ["because", "digest"]


def test_a_step_that_is_dropped_leaves_no_file() -> None:
    one = rebased(False, False, removed_as=StepUpdate.DROPPED)
    assert (one.file, one.retired) == (None, None)
