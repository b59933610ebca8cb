"""Every check of oasdiff has one of ours, or a reason why there is none."""

from __future__ import annotations

from docs.make.changes import compared

from specmend.diff.checks.table import IDS

COUNT = 509


def test_each_check_stands_there_once() -> None:
    told = [theirs for ids in compared()["told"].values() for theirs in ids]
    left = [theirs for group in compared()["left"] for theirs in group["ids"]]
    assert len(told) + len(left) == len({*told, *left}) == COUNT


def test_each_counterpart_is_a_check() -> None:
    assert set(compared()["told"]) <= set(IDS)


def test_each_reason_is_a_sentence() -> None:
    assert all(group["reason"].endswith(".") for group in compared()["left"])
