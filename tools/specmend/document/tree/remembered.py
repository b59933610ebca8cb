"""What was found out about trees, remembered by their identity while documents are compared."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from specmend.document.tree.values import Tree

_P = ParamSpec("_P")
_T = TypeVar("_T")

_Answers = dict[Hashable, tuple[Tree, Any]]
"""Answers of a function by the identity of the tree and its other arguments, with the tree."""

_RUN: Final[ContextVar[dict[object, _Answers] | None]] = ContextVar("_RUN", default=None)
"""The answers of each function in this run; None where nothing is remembered."""


class Identity:
    """A tree as an argument: it is equal to itself only, whatever others say the same."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def __hash__(self) -> int:
        return id(self.tree)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and self.tree is other.tree


@contextmanager
def remembering() -> Iterator[None]:
    """Remember what is found out about trees, and forget it at the end of the outermost run.

    Trees are never changed in place, so that what is known of one stays true.
    """
    token = _RUN.set({} if _RUN.get() is None else _RUN.get())
    try:
        yield
    finally:
        _RUN.reset(token)


def remembered(
    most: int,
) -> Callable[[Callable[Concatenate[Tree, _P], _T]], Callable[Concatenate[Tree, _P], _T]]:
    """A function of a tree that is worked out once for each tree and each of the other arguments.

    So many answers are held; then all of them are forgotten. Arguments are given by position, and
    can be hashed.
    """

    def of_tree(
        function: Callable[Concatenate[Tree, _P], _T],
    ) -> Callable[Concatenate[Tree, _P], _T]:
        @wraps(function)
        def answer(tree: Tree, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
            run = _RUN.get()
            if run is None:
                return function(tree, *args, **kwargs)
            answers = run.get(function)
            if answers is None:
                answers = run[function] = {}
            key = (id(tree), *args)
            if key not in answers:
                found = function(tree, *args, **kwargs)
                if len(answers) >= most:
                    answers.clear()
                # Held with its answer, so that no other tree gets its identity.
                answers[key] = tree, found
            return answers[key][1]  # type: ignore[no-any-return]

        return answer

    return of_tree
