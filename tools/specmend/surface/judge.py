"""Says of each place whether its new type breaks what users do there, and how."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from specmend.surface.compare_call import told
from specmend.surface.containers import are_kin, held
from specmend.surface.difference import Difference
from specmend.surface.site import Site, Way
from specmend.surface.types import ANY, NONE, branches, literals, parts, same_form, shown

_NUMBERS = frozenset({"int", "float", "bool", "decimal.Decimal"})
_LITERAL = "typing.Literal["


def judged(site: Site, ways: Collection[Way]) -> Iterator[Difference]:
    """What the change of a type is; `ways` are those in which the checker found it wrong."""
    if is_same(site):
        return
    checks = [_given(site) if way == "given" else _read(site) for way in site.ways if way in ways]
    if checks:
        yield from (_difference(site, check) for check in checks)
        return
    if ANY in {site.before, site.after}:
        return
    harmless = _wider(site) if "given" in site.ways else _narrower(site)
    if harmless:
        yield _difference(site, harmless)


def is_same(site: Site) -> bool:
    """Whether both packages say the same, or another place tells what changed."""
    before, after = map(same_form, site.written)
    if before == after and site.family != "type":
        return True
    return same_form(site.before) == same_form(site.after)


def says_same(site: Site) -> bool:
    """Whether a place and everything behind its names say the same in both packages."""
    return same_form(site.before) == same_form(site.after)


def _given(site: Site) -> str:
    """The check of a type that no longer takes everything that users give."""
    before, after = _core(site)
    removed = _only(before, after)
    listed = _listed(removed)
    if listed and len(listed) == len(removed) and literals(after):
        return f"{_word(site)}-choice-gone"
    if _are_strangers(site.before, site.after):
        return f"{_word(site)}-replaced"
    return _changed(site)


def _read(site: Site) -> str:
    """The check of a type that gives something that users do not expect."""
    before, after = _core(site)
    added = _only(after, before)
    listed = _listed(added)
    if listed and len(listed) == len(added) and literals(before):
        return "value-type" if site.family == "value" else f"{_word(site)}-choice-new"
    is_kept = len(branches(site.after)) > 1
    if added == [NONE] and is_kept and site.family in {"field", "result"}:
        return f"{_word(site)}-can-be-none"
    if _are_strangers(site.before, site.after) and site.family != "value":
        return f"{_word(site)}-replaced"
    return _changed(site)


def _wider(site: Site) -> str:
    if not _only(site.after, site.before):
        return _narrower(site) if "read" in site.ways else ""
    return f"{_word(site)}-wider"


def _narrower(site: Site) -> str:
    if site.family == "value":
        return "value-type-narrower"
    if site.family != "argument" and _listed(_only(*_core(site))) and literals(_core(site)[1]):
        return f"{_word(site)}-choice-lost"
    if site.family == "result" and site.before == NONE:
        return "result-new"
    return f"{_word(site)}-narrower" if site.family != "argument" else ""


def _changed(site: Site) -> str:
    return "type-changed" if site.family == "type" else f"{_word(site)}-type"


def _word(site: Site) -> str:
    return site.family


def _difference(site: Site, check: str) -> Difference:
    before, after = told(site.written[0]), told(site.written[1])
    if check.endswith("-choice-gone"):
        core = _core(site)
        before = _values(_only(*core))
    elif check.endswith("-choice-lost"):
        before = _values(_listed(_only(*_core(site))))
    elif check.endswith("-choice-new"):
        core = _core(site)
        after = _values(_only(core[1], core[0]))
    elif check.endswith("-wider"):
        after = _several(_only(site.after, site.before))
    return Difference(
        check=check,
        owner=site.owner,
        name=site.name,
        before=before,
        after=after,
        direction=site.direction if site.family in {"field", "type"} else "none",
    )


def _core(site: Site) -> tuple[str, str]:
    """The parts of both types that differ: what is in the lists, where both are lists."""
    before, after = site.before, site.after
    while True:
        lost, fresh = _only(before, after), _only(after, before)
        if len(lost) != 1 or len(fresh) != 1:
            return before, after
        (head, inner), (other, others) = parts(lost[0]), parts(fresh[0])
        mine, theirs = held(head, inner), held(other, others)
        if head != other or not are_kin(head, other) or len(mine) != 1 or len(theirs) != 1:
            return before, after
        before, after = mine[0], theirs[0]


def _only(one: str, other: str) -> list[str]:
    """The branches of a type that another one has not."""
    known = set(map(same_form, branches(other)))
    return [branch for branch in branches(one) if same_form(branch) not in known]


def _listed(members: list[str]) -> list[str]:
    """Those that are one value."""
    return [one for one in members if one.startswith(_LITERAL)]


def _values(members: list[str]) -> str:
    """Listed values as people read them."""
    return _several(value for one in members for value in parts(one)[1])


def _several(words: Collection[str] | Iterator[str]) -> str:
    *first, last = [f"`{shown(word)}`" for word in words] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _are_strangers(one: str, other: str) -> bool:
    """Whether nothing of one type is of the other, None apart."""
    return not any(_touch(a, b) for a in _known(one) for b in _known(other))


def _known(text: str) -> list[str]:
    return [one for one in branches(text) if one != NONE and not one.endswith(".NotGiven")]


def _touch(one: str, other: str) -> bool:
    (head, inner), (head_2, inner_2) = parts(one), parts(other)
    if ANY in {one, other} or "object" in {one, other} or same_form(one) == same_form(other):
        return True
    if {one, other} <= _NUMBERS:
        return True
    kinds = [_kind(h, i) for h, i in ((head, inner), (head_2, inner_2))]
    if kinds[0] == kinds[1] and "typing.Literal" in {head, head_2} and head != head_2:
        return True
    if are_kin(head, head_2):
        return _hold_alike(held(head, inner), held(head_2, inner_2))
    return head == head_2 and bool(inner) and head != "typing.Literal"


def _hold_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether what a container holds can be what another one holds."""
    pairs = [
        (a, b) for first in one for a in _known(first) for second in other for b in _known(second)
    ]
    return not pairs or any(_touch(a, b) for a, b in pairs)


def _kind(head: str, inner: tuple[str, ...]) -> str:
    """The class of the values of a type."""
    if head != "typing.Literal" or not inner:
        return head
    value = inner[0]
    if value in {"True", "False"}:
        return "bool"
    return "str" if value[:1] in "'\"" else "int"
