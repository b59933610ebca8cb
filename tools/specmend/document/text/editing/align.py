"""Which children of a collection stay, go and come: a change touches as little text as it can."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from specmend.document.tree.values import Tree, canonical, same


@dataclass(kw_only=True, slots=True)
class Plan:
    """How the old children become the new ones, by index.

    `kept` maps an old child to the new one that takes its place (its name or value may differ);
    `inserted` lists the new children that follow a kept old child, -1 standing for the front.
    """

    kept: dict[int, int] = field(default_factory=dict)
    inserted: dict[int, list[int]] = field(default_factory=dict)

    def dropped(self, count: int) -> list[int]:
        """The old children, of so many, that go."""
        return [index for index in range(count) if index not in self.kept]


def align_mappings(old: dict[str, Tree], new: dict[str, Tree]) -> Plan:
    """Align two mappings by key; a key replaced by another with the same value is a rename."""
    old_keys, new_keys = list(old), list(new)
    return _plan(
        _opcodes(old_keys, new_keys),
        lambda i, j: _is_equivalent(old[old_keys[i]], new[new_keys[j]]),
        even=False,
    )


def align_lists(old: list[Tree], new: list[Tree]) -> Plan:
    """Align two lists by value; members that changed only in part keep their place."""
    old_keys, new_keys = [canonical(v) for v in old], [canonical(v) for v in new]
    return _plan(_opcodes(old_keys, new_keys), lambda i, j: _partly(old[i], new[j]), even=True)


def shared_front(old: Sequence[object], new: Sequence[object]) -> int:
    """How many members are equal at the front."""
    if old == new:
        return len(old)
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(old), len(new)))


_Opcode = tuple[str, int, int, int, int]


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[_Opcode]:
    """What is equal at both ends stays in its place; the difference is looked for in between."""
    front = shared_front(old, new)
    back = shared_front(old[front:][::-1], new[front:][::-1])
    end, stop = len(old) - back, len(new) - back
    inner = SequenceMatcher(None, old[front:end], new[front:stop], autojunk=False).get_opcodes()
    return [
        ("equal", 0, front, 0, front),
        *((tag, front + i, front + k, front + j, front + m) for tag, i, k, j, m in inner),
        ("equal", end, len(old), stop, len(new)),
    ]


def _plan(opcodes: list[_Opcode], pairs: Callable[[int, int], bool], *, even: bool) -> Plan:
    """A plan by opcodes; with `even`, blocks of the same size are replaced one by one."""
    plan = Plan()
    last = -1
    for tag, begin, end, start, stop in opcodes:
        i, j = begin, start
        one_by_one = tag == "equal" or (even and end - begin == stop - start)
        while i < end or j < stop:
            if i < end and j < stop and (one_by_one or pairs(i, j)):
                plan.kept[i] = j
                last = i
                i, j = i + 1, j + 1
            elif j < stop and not (i < end and _later(i, end, j, pairs)):
                plan.inserted.setdefault(last, []).append(j)
                j += 1
            else:
                i += 1
    return plan


def _later(i: int, end: int, j: int, pairs: Callable[[int, int], bool]) -> bool:
    """Whether a later old child of the block matches the new one: those before it go then."""
    return any(pairs(k, j) for k in range(i + 1, end))


def _is_equivalent(old: Tree, new: Tree) -> bool:
    return (
        old is new
        or (isinstance(old, dict | list) and bool(old) and same(old, new))
        or _partly(old, new)
    )


def _partly(old: Tree, new: Tree) -> bool:
    """Whether two mappings share at least half of their members: one is the other, changed."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return False
    shared = sum(
        key in new and (same(value, new[key]) or _partly(value, new[key]))
        for key, value in old.items()
    )
    return shared > 0 and 2 * shared >= max(len(old), len(new)) - 1
