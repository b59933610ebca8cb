"""Tests mirror the tree: tools/specmend/ROOM/name.py is tested by tests/ROOM/test_name.py."""

from __future__ import annotations

import pytest
from tests.repository import ROOT

TOOLS = ROOT / "tools/specmend"
TESTS = ROOT / "tests"
RECORD = "a record without code of its own"
RUNTIME = "tested as a part of the package of the shop, in tests/generate/package"
COMMAND = "tested with the commands that it serves"
REVIEWED = "tests/project/test_review.py has a history for each part of a review"
COMPARED = "tests/surface/test_compare.py compares a package that has every kind of change"
RELEASED = "tests/cli/test_release_killed.py goes through all stages, killed at each of them"
WRITTEN = "tests/project/test_hand_written.py releases a package that people write"
ELSEWHERE = {
    "__main__.py": "tests/test_wheels.py and tests/hostile start it as a process",
    "cli/options.py": COMMAND,
    "cli/package_diff.py": "tests/cli/test_diff.py runs it as `diff --package`",
    "generate/client/__main__.py": "every build starts it as a process",
    "generate/client/declared.py": RECORD,
    "generate/client/paging.py": RECORD,
    "generate/client/streaming.py": RECORD,
    "generate/commands/plan.py": RECORD,
    "generate/plan.py": RECORD,
    "generate/runtime/_advice.py": "tested with the hand-written modules that give it",
    "generate/runtime/_answer_headers.py": RUNTIME,
    "generate/runtime/_answered.py": RUNTIME,
    "generate/runtime/_body.py": RUNTIME,
    "generate/runtime/_declared.py": RUNTIME,
    "generate/runtime/_decoder.py": RUNTIME,
    "generate/runtime/_download.py": RUNTIME,
    "generate/runtime/_failure.py": RUNTIME,
    "generate/runtime/_links.py": RUNTIME,
    "generate/runtime/_loaded.py": "tests/generate/package/test_many_models.py",
    "generate/runtime/_model.py": RUNTIME,
    "generate/runtime/_objects.py": RUNTIME,
    "generate/runtime/_operation.py": RUNTIME,
    "generate/runtime/_request.py": RUNTIME,
    "generate/runtime/_response.py": RUNTIME,
    "generate/runtime/_settings.py": RUNTIME,
    "generate/runtime/_status.py": RUNTIME,
    "generate/runtime/_stream.py": RUNTIME,
    "generate/runtime/_tokens.py": RUNTIME,
    "generate/runtime/_transport.py": RUNTIME,
    "generate/runtime/_words.py": RUNTIME,
    "generate/runtime/errors.py": RUNTIME,
    "project/team.py": "tests/project/test_workers.py and test_forks.py",
    "project/worker.py": "tests/project/test_workers.py and test_forks.py start it as a process",
    "project/output_report.py": RECORD,
    "release/plan.py": RECORD,
    "release/tagging.py": RELEASED,
    "source/answer.py": RECORD,
    "source/bundle/source.py": RECORD,
    "steps/proposal.py": RECORD,
    "settings/package_layout.py": WRITTEN,
    "project/package_notes.py": WRITTEN,
    "project/package_prepare.py": WRITTEN,
    "project/package_version.py": WRITTEN,
    "project/releasable.py": WRITTEN,
    "project/release_prepare.py": RELEASED,
    "project/release_stages.py": RELEASED,
    "project/review_api.py": REVIEWED,
    "project/review_files.py": REVIEWED,
    "project/review_side.py": REVIEWED,
    "project/review_steps.py": REVIEWED,
    "project/review_wire.py": REVIEWED,
    "project/revisions.py": REVIEWED,
    "project/snapshot.py": REVIEWED,
    "surface/causes.py": COMPARED,
    "surface/compare_call.py": COMPARED,
    "surface/compare_class.py": COMPARED,
    "surface/compare_names.py": COMPARED,
    "surface/compare_traits.py": COMPARED,
    "surface/consumer.py": COMPARED,
    "surface/difference.py": RECORD,
    "surface/expand.py": COMPARED,
    "surface/groups.py": COMPARED,
    "surface/imports.py": "tests/surface/test_stale.py asks for what is gone",
    "surface/in_new_names.py": COMPARED,
    "surface/judge.py": COMPARED,
    "surface/kin.py": COMPARED,
    "surface/pairs.py": COMPARED,
    "surface/public.py": COMPARED,
    "surface/reach.py": COMPARED,
    "surface/read_class.py": COMPARED,
    "surface/read_function.py": COMPARED,
    "surface/read_traits.py": COMPARED,
    "surface/records.py": RECORD,
    "surface/site.py": RECORD,
    "surface/sites.py": COMPARED,
    "surface/users.py": COMPARED,
    "validate/rules/fault.py": RECORD,
}
"""Modules without a test file of their name, each with the reason; no other may be without."""


def modules() -> list[str]:
    """The modules of the toolchain; a package's own `__init__` is tested with what it holds."""
    found = (path.relative_to(TOOLS).as_posix() for path in TOOLS.rglob("*.py"))
    return sorted(name for name in found if not name.endswith("__init__.py"))


def has_test(module: str) -> bool:
    folder, _, name = module.rpartition("/")
    return (TESTS / folder / f"test_{name.lstrip('_')}").exists()


@pytest.mark.parametrize("module", sorted({*modules()} - {*ELSEWHERE}))
def test_a_module_has_tests_under_its_name(module: str) -> None:
    assert has_test(module), "write the file, or name the reason in ELSEWHERE"


@pytest.mark.parametrize("module", ELSEWHERE)
def test_an_exception_is_needed(module: str) -> None:
    assert module in modules(), "there is no such module: take it out of ELSEWHERE"
    assert not has_test(module), "the module has tests of its name: take it out of ELSEWHERE"
    assert ELSEWHERE[module]
