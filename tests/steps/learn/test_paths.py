"""Guesses at paths: a prefix that moved to the servers, parameters and paths of another name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.steps.learn.trees import FORMS, after, steps, tree_of

from specmend.document.tree.values import Tree
from specmend.steps.learn.paths import moved_prefix, renamed_parameters, renamed_paths
from specmend.steps.proposal import Proposal

Expected = list[tuple[str, list[dict[str, Any]]]]
Recognizer = Callable[[Tree, Tree], Iterable[Proposal]]


def prefix_edit(prefix: str, **more: Any) -> list[dict[str, Any]]:
    return [{"target": "$", "x-edit": {"name": "move-path-prefix", "prefix": prefix, **more}}]


def parameter_edit(path: str, old: str, new: str) -> dict[str, Any]:
    edit = {"name": "rename-parameter", "from": old, "to": new, "in": "path"}
    return {"target": f"$.paths['{path}']", "x-edit": edit}


def path_edit(**names: str) -> list[dict[str, Any]]:
    return [{"target": "$", "x-edit": {"name": "rename-path", "names": names}}]


CASES: dict[str, tuple[Recognizer, str, str, Expected]] = {
    "paths that stay lose no prefix": (
        moved_prefix,
        "paths: {/v1/a: {}, /v1/b: {}}",
        "paths: {/v1/a: {}, /v1/b: {}}",
        [],
    ),
    "a prefix that all lost": (
        moved_prefix,
        "paths: {/v1/a: {}, /v1/b: {}}",
        "paths: {/a: {}, /b: {}}",
        [("Move the path prefix /v1 to the servers", prefix_edit("/v1"))],
    ),
    "a path that stays is an exception": (
        moved_prefix,
        "paths: {/v1/a: {}, /v1/b: {}, /c: {}}",
        "paths: {/a: {}, /b: {}, /c: {}}",
        [("Move the path prefix /v1 to the servers", prefix_edit("/v1", **{"except": ["/c"]}))],
    ),
    "a slash is no prefix": (moved_prefix, "paths: {//a: {}}", "paths: {/a: {}}", []),
    "no paths": (moved_prefix, "info: {}", "paths: {/a: {}}", []),
    "parameters that stay": (
        renamed_parameters,
        "paths: {'/a/{x}': {}}",
        "paths: {'/a/{x}': {}}",
        [],
    ),
    "a parameter of another name is one step for all its paths": (
        renamed_parameters,
        "paths: {'/a/{x}': {}, '/b/{x}': {}}",
        "paths: {'/a/{y}': {}, '/b/{y}': {}}",
        [
            (
                "Rename path parameter x to y",
                [parameter_edit(path, "x", "y") for path in ("/a/{x}", "/b/{x}")],
            )
        ],
    ),
    "each pair of names is a step": (
        renamed_parameters,
        "paths: {'/a/{x}/{y}/{z}': {}}",
        "paths: {'/a/{v}/{y}/{w}': {}}",
        [
            (f"Rename path parameter {old} to {new}", [parameter_edit("/a/{x}/{y}/{z}", old, new)])
            for old, new in (("x", "v"), ("z", "w"))
        ],
    ),
    "another shape is no renamed parameter": (
        renamed_parameters,
        "paths: {'/a/{x}': {}}",
        "paths: {'/b/{y}': {}}",
        [],
    ),
    "paths that stay": (
        renamed_paths,
        "paths: {/a: {get: {x: 1}}}",
        "paths: {/a: {get: {x: 2}}}",
        [],
    ),
    "a path of another name": (
        renamed_paths,
        "paths: {/a: {get: {x: 1}}}",
        "paths: {/b: {get: {x: 1}}}",
        [("Rename path /a to /b", path_edit(**{"/a": "/b"}))],
    ),
    "a path that also changed in part": (
        renamed_paths,
        "paths: {/a: {get: {x: 1, y: 1}}}",
        "paths: {/b: {get: {x: 1, y: 1, z: 1}}}",
        [("Rename path /a to /b", path_edit(**{"/a": "/b"}))],
    ),
    "a path that has nothing in common": (
        renamed_paths,
        "paths: {/a: {get: {x: 1}}}",
        "paths: {/b: {put: {y: 1}}}",
        [],
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_a_guess_at_paths(case: str, form: str) -> None:
    recognize, old, new, expected = CASES[case]
    assert steps(recognize(tree_of(old, form), tree_of(new, form))) == expected


names = st.from_regex(r"[a-z]{1,6}", fullmatch=True)


@given(st.lists(names, min_size=1, max_size=4, unique=True), names)
def test_the_guess_at_a_prefix_gives_the_edited_paths(paths: list[str], prefix: str) -> None:
    old = {"servers": [{"url": "http://h"}], "paths": {f"/{prefix}/{path}": {} for path in paths}}
    new = {"servers": [{"url": f"http://h/{prefix}"}], "paths": {f"/{path}": {} for path in paths}}
    first = next(iter(moved_prefix(old, new)))
    assert after(old, [first]) == new
