"""What changed in a class for those who use it, the types of its members apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmend.surface.change import Direction
from specmend.surface.compare_call import call_differences, signature_differences, told
from specmend.surface.compare_traits import parent_differences, trait_differences
from specmend.surface.difference import Difference
from specmend.surface.records import ROOT, Class, Function, Member, Value
from specmend.surface.types import same_form, shown


def renamed_members(old: Class, new: Class, requests: Mapping[str, str]) -> Mapping[str, str]:
    """Members that are called otherwise now.

    `requests` gives the new name of the methods that make the same request. Others are one gone
    and one new of the same content, which stand between the same two or share a word.
    """
    lost = {name: one for name, one in old.members.items() if name not in new.all_members}
    fresh = {name: one for name, one in new.members.items() if name not in old.all_members}
    found = {name: requests[name] for name in lost if requests.get(name) in fresh}
    left = [name for name in lost if name not in found]
    unclaimed = [name for name in fresh if name not in found.values()]
    for name in left:
        same = [other for other in unclaimed if _content(lost[name]) == _content(fresh[other])]
        rivals = [other for other in left if _content(lost[other]) == _content(lost[name])]
        if len(same) == len(rivals) == 1 and _is_near(old, name, new, same[0]):
            found[name] = same[0]
    return found


def class_differences(
    old: Class, new: Class, direction: Direction, names: Mapping[str, str]
) -> Iterator[Difference]:
    """What changed in a class; the old one is in the names of the new package."""
    members = new.all_members
    for name, one in old.members.items():
        other = members.get(names.get(name, name))
        if other is None:
            yield _gone(old, name, one, direction)
            continue
        if name in names:
            yield _renamed(old, name, one, names[name], direction)
        yield from _member_differences(old, name, one, other, direction)
    known = {*old.all_members, *names.values()}
    is_tuple = "tuple" in old.traits & new.traits
    for name, one in new.members.items():
        # The items of a tuple are told together.
        if name not in known and not (is_tuple and isinstance(one, Value)):
            yield _new(new, name, one, direction)
    yield from parent_differences(old, new)
    yield from trait_differences(old, new, names)
    if old.constructor is not None and new.constructor is not None:
        yield from signature_differences(old.path, (old.constructor,), (new.constructor,))


def _is_near(old: Class, name: str, new: Class, other: str) -> bool:
    """Whether more than the content speaks for a member under another name."""
    member = old.members[name]
    if isinstance(member, Value) and member.is_property and member.type.startswith(f"{ROOT}."):
        # A group of calls, whose class tells it.
        return True
    shared = set(name.lower().split("_")) & set(other.lower().split("_"))
    return bool(shared - {""}) or _beside(old, name) == _beside(new, other)


def _beside(one: Class, name: str) -> tuple[str, str]:
    """The members before and after a member; "" where there is none."""
    names = ["", *one.members, ""]
    place = names.index(name)
    return names[place - 1], names[place + 1]


def _content(one: Member) -> object:
    if isinstance(one, Value):
        # What keeps an argument has the name of that one.
        default = None if one.default == one.path.rpartition(".")[2] else one.default
        return ("value", same_form(one.type), one.is_required, one.is_property, default)
    return tuple(
        (each.returns, tuple((a.name, a.kind, a.type, a.default) for a in each.arguments))
        for each in one.signatures
    )


def _gone(owner: Class, name: str, one: Member, direction: Direction) -> Difference:
    if not (isinstance(one, Value) and one.is_field):
        return Difference(check="member-gone", owner=owner.path, name=name)
    check = "field-not-sent" if direction == "request" else "field-gone"
    before = shown(one.type)
    return Difference(check=check, owner=owner.path, name=name, before=before, direction=direction)


def _renamed(owner: Class, name: str, one: Member, after: str, direction: Direction) -> Difference:
    is_field = isinstance(one, Value) and one.is_field
    return Difference(
        check="field-renamed" if is_field else "member-renamed",
        owner=owner.path,
        name=name,
        after=after,
        direction=direction if is_field else "none",
    )


def _new(owner: Class, name: str, one: Member, direction: Direction) -> Difference:
    if not (isinstance(one, Value) and one.is_field):
        check = "member-new"
        if one.is_abstract or "protocol" in owner.traits:
            check = "member-new-abstract" if one.is_abstract else "member-new-wanted"
        before = "" if check == "member-new" else owner.path
        return Difference(check=check, owner=owner.path, name=name, before=before, is_new=True)
    is_needed = one.is_required and direction != "response"
    return Difference(
        check="field-new-required" if is_needed else "field-new",
        owner=owner.path,
        name=name,
        after=told(one.type),
        direction=direction,
        is_new=True,
    )


def _member_differences(
    owner: Class, name: str, old: Member, new: Member, direction: Direction
) -> Iterator[Difference]:
    def differs(
        check: str, before: str = "", after: str = "", way: Direction = "none"
    ) -> Difference:
        return Difference(
            check=check, owner=owner.path, name=name, before=before, after=after, direction=way
        )

    if new.is_abstract and not old.is_abstract and "protocol" not in owner.traits:
        yield differs("now-abstract")
    if old.on_class and not new.on_class and isinstance(old, Function) == isinstance(new, Function):
        yield differs("now-of-instance")
    if isinstance(old, Function) and isinstance(new, Function):
        yield from call_differences(f"{owner.path}.{name}", old, new)
    elif isinstance(old, Function) or isinstance(new, Function):
        yield differs("now-attribute" if isinstance(old, Function) else "now-method")
    elif old.is_field and new.is_field:
        yield from _field_differences(owner, name, old, new, direction)
    elif old.is_writable and not new.is_writable:
        yield differs("now-read-only")
    elif owner.kind == "enum" and old.default != new.default:
        yield differs("member-value-changed", old.default or "", new.default or "")


def _field_differences(
    owner: Class, name: str, old: Value, new: Value, direction: Direction
) -> Iterator[Difference]:
    def differs(check: str, before: str, after: str) -> Difference:
        return Difference(
            check=check,
            owner=owner.path,
            name=name,
            before=before,
            after=after,
            direction=direction,
        )

    is_answer = direction == "response"
    was, now = old.default or "", new.default or ""
    if new.is_required and not old.is_required:
        yield differs("field-always-there" if is_answer else "field-now-required", was, "required")
    elif old.is_required and not new.is_required:
        is_read = owner.kind == "typed dict" and direction != "request"
        yield differs("key-can-be-absent" if is_read else "field-now-optional", "required", now)
    elif was != now and owner.kind == "model":
        yield differs("field-answer-default" if is_answer else "field-default", was, now)
