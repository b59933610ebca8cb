"""How differences are put together."""

from __future__ import annotations

from specmend.diff.api_change import ApiChange
from specmend.diff.delta import Delta
from specmend.diff.joining import delta_of, gone_and_come, grouped, with_delta


def change(text: str, before: object = 1, after: object = 2) -> ApiChange:
    delta = Delta(text=text, address=("a",), before=before, after=after)
    return ApiChange(subject="s", message=text, address=("a",), delta=delta)


def test_groups_stand_where_their_first_member_stood() -> None:
    changes = [change("a1"), change("b"), change("a2"), change("c")]
    found = grouped(
        changes,
        lambda one: "a" if one.message.startswith("a") else None,
        lambda group: [change("+".join(one.message for one in group))],
    )
    assert [one.message for one in found] == ["a1+a2", "b", "c"]


def test_a_change_without_a_difference_is_one_of_its_message() -> None:
    bare = ApiChange(subject="s", message="is new", address=("a",))
    assert delta_of(bare) == Delta(text="is new", address=("a",))
    other = with_delta(bare, Delta(path=("p",), text="is gone", address=("b",)))
    assert (other.message, other.address) == ("`p` is gone", ("b",))


def test_one_that_went_and_one_that_came() -> None:
    from specmend.document.tree.values import MISSING

    gone, come = change("gone", after=MISSING), change("come", before=MISSING)
    assert gone_and_come([come, gone]) == (gone, come)
    assert gone_and_come([come, gone, change("other")]) is None
    assert gone_and_come([gone, gone]) is None
