"""The changes of keywords that are true or false, in words; their absence is one of the two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from specmend.diff.delta import Delta
from specmend.diff.value_changes import value_changes
from specmend.document.openapi.keywords import FLAG_WORDS, FLAGS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same


def keyword_changes(
    kind: str, key: str, old: Tree, new: Tree, address: Address, was: Address
) -> Iterator[Delta]:
    """What differs in a keyword of an object of a kind; MISSING stands for nothing.

    Whoever compares leaves out what says no more than its absence.
    """
    for delta in _changes(key, old, new, address, was):
        inside = [token for token in delta.address[len(address) :] if isinstance(token, str)]
        yield replace(delta, kind=kind, key=".".join([key, *inside]))


def _changes(key: str, old: Tree, new: Tree, address: Address, was: Address) -> Iterator[Delta]:
    if same(old, new):
        return
    are_flags = all(value is MISSING or isinstance(value, bool) for value in (old, new))
    if are_flags and key in FLAG_WORDS:
        text = f"is {FLAG_WORDS[key]} now" if new is True else f"is not {FLAG_WORDS[key]} any more"
        yield Delta(text=text, address=address, before=old, after=new, was=was)
    elif are_flags and key in FLAGS:
        before, after = _said(old, new), _said(new, old)
        yield from value_changes(before, after, (key,), address, was)
    else:
        yield from value_changes(old, new, (key,), address, was)


def _said(value: Tree, other: Tree) -> Tree:
    return other is not True if value is MISSING else value
