"""A document that upstream moves on, with the places that the step is about told by identity."""

from __future__ import annotations

import copy
import json
import math
import random
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from tests.properties.moves.nodes import (
    Node,
    Tree,
    at,
    nodes,
    places,
    pointer,
    users,
    where,
)
from tests.properties.moves.sites import Rule, Site, same

SAID_OF_ANY = {"deprecated", "nullable", "description"}
"""What is said of a place, whatever its type became."""


MOST_WAYS = 50
"""How many ways are looked at in which steps may add to one schema or to one around it."""


@dataclass(eq=False)
class World:
    """The document as it was, as it is now, and what is to be mended in it.

    `actions` and `kinds` are those of each step. `guessed` are steps whose removal went on under
    another name; `wraps` are pairs of a schema and one around it, and whether both say the same.
    """

    tree: Tree
    luck: random.Random
    actions: list[list[Tree]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    old: Tree = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    wraps: list[tuple[Any, Any, bool]] = field(default_factory=list)
    guessed: set[int] = field(default_factory=set)
    rules: dict[int, Rule] = field(default_factory=dict)
    is_upgraded: bool = False

    @property
    def alive(self) -> list[Site]:
        """The places where the fault still is."""
        return [site for site in self.sites if not site.is_mended]

    def is_mended(self, step: int) -> bool:
        """Whether upstream mended all that a step is about."""
        return all(site.is_mended for site in self.sites if site.step == step)

    @property
    def minor(self) -> int:
        """The minor version: 0, 1 or 2."""
        return int(self.tree["openapi"].split(".")[1])

    @property
    def schemas(self) -> Tree:
        """The schemas of the components."""
        found: Tree = self.tree.setdefault("components", {}).setdefault("schemas", {})
        return found

    def around(self, kind: str) -> list[Node]:
        """The objects of a kind that hold the fault, the outermost first."""
        found: list[Node] = []
        addresses = {id(value): address for address, value in places(self.tree)}
        listed = nodes(self.tree)
        for site in self.sites:
            address = addresses.get(id(site.holder))
            if address is None:
                continue
            for node in listed:
                held = address[: len(node.address)] == node.address
                if held and node.kind == kind and not any(node.value is n.value for n in found):
                    found.append(node)
        return found

    def copied(self, value: Any) -> Any:
        """A copy of a part of the document; the fault in it is there twice then."""
        memo: dict[int, Any] = {}
        made = copy.deepcopy(value, memo)
        for site in list(self.sites):
            if id(site.holder) in memo:
                key = memo.get(id(site.key), site.key)
                self.sites.append(replace(site, holder=memo[id(site.holder)], key=key))
        return made

    def expected(self, left: frozenset[int] = frozenset()) -> Iterator[Tree]:
        """The document of today mended by hand, but for some steps, in each way that is right.

        What each step adds may be said by another one of the schemas around the place.
        """
        for outer in self._depths():
            yield self._mended(outer, left)
            yield self._mended(outer, left, with_twins=True)
            if self.rules:
                yield self._mended(outer, left, with_rules=True)

    def _depths(self) -> Iterator[tuple[int, ...]]:
        """How many schemas further out each step may add what it adds; of many steps, all alike."""
        most = [0] * len(self.actions)
        for site in self.sites:
            around = len(self._around(site, self.wraps)) if site.adds else 0
            most[site.step - 1] = max(most[site.step - 1], around)
        if math.prod(one + 1 for one in most) <= MOST_WAYS:
            yield from product(*(range(one + 1) for one in most))
        else:
            yield from ((outer,) * len(most) for outer in range(max(most) + 1))

    def _mended(
        self,
        outer: tuple[int, ...],
        left: frozenset[int],
        *,
        with_twins: bool = False,
        with_rules: bool = False,
    ) -> Tree:
        """What is added may also be said by a schema that only wraps the one that lacked it.

        With twins, the members of a list that say just the same as one of them are mended too. With
        rules, each rule takes in what joined it, before the later steps are made.
        """
        tree, sites, wraps = copy.deepcopy((self.tree, self.sites, self.wraps))
        if with_twins:
            known = {site.place for site in sites}
            twins = [twin for site in sites for twin in _twins(tree, site)]
            sites += [twin for twin in twins if twin.place not in known]
        for step in range(1, len(self.actions) + 1):
            if step in left:
                continue
            for site in sites:
                if site.step != step or site.is_mended:
                    continue
                depth = outer[step - 1]
                around = self._around(site, wraps) if site.adds and depth else []
                site.holder = around[min(depth, len(around)) - 1] if around else site.holder
                # An earlier rule may have mended what joined it.
                with suppress(LookupError) if with_rules else nullcontext():
                    site.mend(tree)
            if with_rules and step in self.rules:
                self.rules[step].mend(tree)
        return tree

    def _around(self, site: Site, wraps: list[tuple[Any, Any, bool]]) -> list[Any]:
        """Every schema around one that lacks something, in which it may be said as well."""
        found = [site.holder]
        for _ in wraps:
            for inner, outer, is_alike in wraps:
                is_fit = is_alike or (isinstance(site.key, str) and site.key in SAID_OF_ANY)
                if is_fit and _has(found, inner) and not _has(found, outer):
                    found.append(outer)
        return found[1:]

    def referred(self, node: Node) -> list[Any]:
        """Every reference to an object."""
        return users(self.tree, pointer(node.address))

    def component(self, room: str, stem: str, value: Any) -> str:
        """A new component with a free name; gives the reference to it."""
        made = self.tree.setdefault("components", {}).setdefault(room, {})
        name = next(name for n in range(99) if (name := stem + (str(n) if n else "")) not in made)
        made[name] = value
        return pointer(("components", room, name))

    def leaves(self) -> bool:
        """Whether every fault is still in the document, and none was mended in passing."""
        held = {id(value) for _, value in places(self.tree)}
        is_there = all(id(site.holder) in held for site in self.sites)
        return is_there and not any(site.is_said for site in self.alive)

    def shown(self) -> str:
        """The fault, the step and the moves in one line."""
        return f"{self.kinds}: {json.dumps(self.actions)} after {', '.join(self.told)}"


def _twins(tree: Tree, site: Site) -> Iterator[Site]:
    """The same place in the other members of a list that say just what the one around it says."""
    address = where(tree, site.holder) or ()
    for depth, index in enumerate(address):
        if isinstance(index, int) and isinstance(site.key, str):
            members = at(tree, address[:depth])
            for other, member in enumerate(members):
                if other != index and same(member, members[index]):
                    yield replace(site, holder=at(member, address[depth + 1 :]))
    if site.is_told:
        yield from (replace(site, key=one) for one in site.holder if same(one, site.key))


def _has(members: list[Any], value: Any) -> bool:
    return any(one is value for one in members)
