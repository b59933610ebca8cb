"""Callbacks that may be webhooks by now, and webhooks that may be callbacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.operations import operations, operations_in
from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import ENOUGH, jaccard
from specmend.document.tree.values import MISSING, Tree, get
from specmend.matching.alikeness import have_alike_names
from specmend.matching.index import leaves_in

_CALLBACKS: Final = "callbacks"
_WEBHOOKS: Final = "webhooks"

_Called = tuple[Address, str, dict[str, Tree]]
"""An operation that the server calls: where it stands, the name that it has there, and itself."""


def called_otherwise(old: Tree, new: Tree, lost: Address) -> Iterator[Address]:
    """The operations that joined the webhooks, or the callbacks, and may be those of a lost place.

    A place is a callback or a webhook, or the table of them. A callback may be one of another
    operation by now.
    """
    is_webhook, is_callback = lost[:1] == (_WEBHOOKS,), _is_callback(lost)
    if not (is_webhook or is_callback) or get(new, lost) is not MISSING:
        return
    here, there = (_webhooks, _callbacks) if is_webhook else (_callbacks, _all)
    gone = [(name, one) for at, name, one in here(old) if at[: len(lost)] == lost]
    before = {at for at, _, _ in there(old)}
    for at, name, one in there(new) if gone else ():
        if at not in before and any(_may_be_one(was, (name, one)) for was in gone):
            yield at


def _is_callback(place: Address) -> bool:
    return _CALLBACKS in place and spot_at(place).kind in ("callback", "path item", "operation")


def _may_be_one(was: tuple[str, dict[str, Tree]], now: tuple[str, dict[str, Tree]]) -> bool:
    is_alike = jaccard(leaves_in(was[1]), leaves_in(now[1])) >= ENOUGH
    return is_alike or have_alike_names(was[0], now[0])


def _webhooks(tree: Tree) -> Iterator[_Called]:
    hooks = get(tree, (_WEBHOOKS,))
    for name in hooks if isinstance(hooks, dict) else ():
        at, item = follow(tree, (_WEBHOOKS, name))
        yield from (((*at, *inside), name, one) for inside, one in operations_in(item))


def _all(tree: Tree) -> Iterator[_Called]:
    yield from _webhooks(tree)
    yield from _callbacks(tree)


def _callbacks(tree: Tree) -> Iterator[_Called]:
    for operation in operations(tree):
        callbacks = operation.node.get(_CALLBACKS)
        for name in callbacks if isinstance(callbacks, dict) else ():
            at, callback = follow(tree, (*operation.address, _CALLBACKS, name))
            for expression, item in callback.items() if isinstance(callback, dict) else ():
                for inside, one in operations_in(item):
                    yield (*at, expression, *inside), name, one
