"""The laws of the steps: what holds for every document and every series."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.steps.series import make_step

from specmend.document.openapi.references import references, resolve
from specmend.document.text.document import Document, parse_document
from specmend.document.text.text_edit import TextEdit, in_order, splice
from specmend.document.tree.pointer import Address, format_path, format_pointer
from specmend.document.tree.values import MISSING, identical, same
from specmend.steps.apply import apply_steps
from specmend.steps.apply_action import apply_action
from specmend.steps.line_origins import Lines, upstream_lines
from specmend.steps.step import Step, Verdict

law = settings(deadline=None, max_examples=80)

WORDS = st.text("abcxyz", min_size=1, max_size=4)
SCALARS = st.one_of(WORDS, st.integers(-9, 999), st.booleans(), st.none())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.dictionaries(WORDS, inner, min_size=1, max_size=3),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)
WHY = "Places are drawn by chance, and so they are counted."
TREES = st.dictionaries(WORDS, VALUES, min_size=2, max_size=5)


def document_of(tree: Any, *, as_json: bool = False) -> Document:
    """A tree written by another writer than ours."""
    if as_json:
        return parse_document(json.dumps(tree, indent=2) + "\n", "upstream.json")
    return parse_document(yaml.safe_dump(tree, sort_keys=False), "upstream.yaml")


def addresses(tree: Any, base: Address = ()) -> list[Address]:
    """Every place below the root."""
    items: Any = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    return [
        found for key, value in items for found in ((*base, key), *addresses(value, (*base, key)))
    ]


def setting(address: Address, value: Any, number: int = 1, expect: Any = None) -> Step:
    """The step that sets a value whole."""
    action = {
        "target": format_path(address),
        "description": WHY,
        "x-edit": {"name": "set-value", "value": value},
    }
    return make_step("- " + json.dumps(action | ({"x-expect": expect} if expect else {})), number)


@st.composite
def series(draw: st.DrawFn, tree: Any) -> list[Step]:
    """A few steps at places that the tree has at first."""
    steps = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        target = format_path(draw(st.sampled_from(addresses(tree))))
        verb = draw(
            st.one_of(
                st.just({"remove": True}),
                st.builds(lambda value: {"update": value}, VALUES),
                st.builds(lambda value: {"x-edit": {"name": "set-value", "value": value}}, VALUES),
                st.just({"copy": format_path(draw(st.sampled_from(addresses(tree))))}),
            )
        )
        steps.append(
            make_step("- " + json.dumps({"target": target, "description": WHY, **verb}), number)
        )
    return steps


@law
@given(TREES, st.booleans())
def test_no_steps_give_the_same_bytes(tree: Any, as_json: bool) -> None:
    document = document_of(tree, as_json=as_json)
    assert apply_steps(document, []).document.encode() == document.encode()


@law
@given(st.data(), TREES, st.booleans())
def test_a_series_gives_the_same_bytes_each_time_and_the_text_says_the_tree(
    data: st.DataObject, tree: Any, as_json: bool
) -> None:
    steps = data.draw(series(tree))
    once = apply_steps(document_of(tree, as_json=as_json), steps, enforce=False)
    again = apply_steps(document_of(tree, as_json=as_json), steps, enforce=False)
    assert once.document.encode() == again.document.encode()
    meant = tree
    for step, outcome in zip(steps, once.outcomes, strict=True):
        if outcome.verdict is Verdict.APPLIES:
            meant = apply_action(meant, step.actions[0]).tree
    assert identical(parse_document(once.document.text, once.document.name).tree, meant)


@law
@given(st.data(), TREES)
def test_a_step_whose_expectation_fails_changes_nothing(data: st.DataObject, tree: Any) -> None:
    address = data.draw(st.sampled_from(addresses(tree)))
    before, value = data.draw(VALUES), data.draw(VALUES)
    document = document_of(tree)
    step = setting(address, value, expect={"matches": 1, "before": before})
    there = _at(tree, address)
    assume(not same(before, there))
    applied = apply_steps(document, [step])
    assert applied.outcomes[0].verdict in {Verdict.CONFLICT, Verdict.ALREADY_UPSTREAM}
    assert applied.problems
    assert applied.document.encode() == document.encode()


def _places(tree: Any) -> list[tuple[Address, Any]]:
    return [(address, _at(tree, address)) for address in addresses(tree)]


def _at(tree: Any, address: Address) -> Any:
    for token in address:
        tree = tree[token]
    return tree


@law
@given(st.data(), TREES)
def test_two_steps_at_disjoint_places_commute(data: st.DataObject, tree: Any) -> None:
    one, other = data.draw(st.permutations(list(tree)))[:2]
    first = data.draw(st.sampled_from([(one,), *addresses(tree[one], (one,))]))
    second = data.draw(st.sampled_from([(other,), *addresses(tree[other], (other,))]))
    steps = [setting(first, data.draw(VALUES), 1), setting(second, data.draw(VALUES), 2)]
    forth = apply_steps(document_of(tree), steps, enforce=False)
    back = apply_steps(document_of(tree), steps[::-1], enforce=False)
    assert identical(forth.document.tree, back.document.tree)
    assert [o.verdict for o in forth.outcomes] == [o.verdict for o in back.outcomes[::-1]]


@law
@given(st.data(), TREES)
def test_two_scalars_at_disjoint_places_give_the_same_bytes_in_either_order(
    data: st.DataObject, tree: Any
) -> None:
    scalars = [address for address, value in _places(tree) if not isinstance(value, dict | list)]
    assume(len(scalars) > 1)
    chosen = data.draw(st.permutations(scalars))[:2]
    steps = [
        setting(address, data.draw(SCALARS), number) for number, address in enumerate(chosen, 1)
    ]
    forth = apply_steps(document_of(tree), steps, enforce=False)
    back = apply_steps(document_of(tree), steps[::-1], enforce=False)
    assert forth.document.encode() == back.document.encode()


@law
@given(st.data(), TREES)
def test_a_step_judged_already_upstream_changes_nothing_if_applied(
    data: st.DataObject, tree: Any
) -> None:
    address = data.draw(st.sampled_from(addresses(tree)))
    value = data.draw(st.one_of(st.just(_at(tree, address)), VALUES))
    step = setting(address, value)
    outcome = apply_steps(document_of(tree), [step], enforce=False).outcomes[0]
    assert (outcome.verdict is Verdict.ALREADY_UPSTREAM) == same(value, _at(tree, address))
    if outcome.verdict is Verdict.ALREADY_UPSTREAM:
        assert same(apply_action(tree, step.actions[0]).tree, tree)


SEGMENTS = st.lists(
    st.sampled_from(["api", "a", "b~c", "{id}", "é", "x%y"]), min_size=1, max_size=3
)


@law
@given(st.data(), st.lists(SEGMENTS, min_size=1, max_size=5))
def test_moving_a_prefix_keeps_every_reference_and_each_leads_to_what_it_did(
    data: st.DataObject, names: list[list[str]]
) -> None:
    paths = {
        "/api/" + "/".join(segments): {"get": {"operationId": str(n)}}
        for n, segments in enumerate(names)
    }
    pointers = [format_pointer(("paths", path)) for path in paths]
    targets = data.draw(st.lists(st.sampled_from(pointers), max_size=6))
    refs = {f"r{n}": {"$ref": "#" + target.replace("%", "%25")} for n, target in enumerate(targets)}
    tree = {
        "paths": paths,
        "servers": [{"url": "http://localhost"}],
        "components": {"pathItems": refs},
    }
    step = make_step("- {target: $, x-edit: {name: move-path-prefix, prefix: /api}}")
    applied = apply_steps(document_of(tree), [step], enforce=False)
    assert applied.problems == ()
    before, after = list(references(tree)), list(references(applied.document.tree))
    assert [address for address, _ in before] == [address for address, _ in after]
    for (_, old), (_, new) in zip(before, after, strict=True):
        assert resolve(tree, old) == resolve(applied.document.tree, new) is not MISSING


@st.composite
def edits_of(draw: st.DrawFn, text: str, mark: str) -> tuple[TextEdit, ...]:
    """Edits that do not overlap, of texts that stand nowhere else; half of them start lines."""
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    places = st.one_of(st.integers(0, len(text)), st.sampled_from(starts))
    cuts = sorted(draw(st.lists(places, max_size=8, unique=True)))
    edits = []
    for number, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=False)):
        words = [f"{mark}{number}.{n}" for n in range(draw(st.integers(0, 3)))]
        written = "\n".join(words) + draw(st.sampled_from(["", "\n"])) if words else ""
        edits.append(TextEdit(start, draw(st.sampled_from([start, end])), written))
    return in_order(edits)


def edited(data: st.DataObject, text: str, steps: int) -> tuple[str, Lines]:
    """A text after a few rounds of random edits, with the origins of its lines."""
    lines, now = upstream_lines(text), text
    for step in range(1, steps + 1):
        edits = data.draw(edits_of(now, f"<{step}>"))
        lines, now = lines.after(now, edits, step), splice(now, edits)
    return now, lines


UPSTREAM = "".join(f"line {number:02} of the text\n" for number in range(1, 13))


@law
@given(st.data(), st.integers(1, 3))
def test_every_line_that_differs_from_upstream_has_a_step(data: st.DataObject, steps: int) -> None:
    now, lines = edited(data, UPSTREAM, steps)
    old, new = UPSTREAM.split("\n"), now.split("\n")
    assert len(lines.lines) == len(new)
    for text, line in zip(new, lines.lines, strict=True):
        assert line.steps or old[line.upstream - 1] == text
    origins = [line.upstream for line in lines.lines if line.upstream]
    assert origins == sorted(set(origins)), (
        "each upstream line is the origin of one line at most, in order"
    )
    assert set(origins).isdisjoint(lines.removed)
    assert set(origins) | set(lines.removed) == set(range(1, len(old) + 1))


@law
@given(st.data(), st.integers(1, 3))
def test_every_difference_that_a_diff_shows_is_accounted_for(
    data: st.DataObject, steps: int
) -> None:
    now, lines = edited(data, UPSTREAM, steps)
    old, new = UPSTREAM.split("\n"), now.split("\n")
    touched = {line.upstream for line in lines.lines if line.steps}
    for tag, i, end, j, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            # Empty lines are all alike: a diff may show another one than that of the edit.
            assert all(lines.lines[n].steps for n in range(j, stop) if new[n])
            assert all(n + 1 in lines.removed or n + 1 in touched for n in range(i, end) if old[n])


@law
@given(st.data(), TREES, st.booleans())
def test_the_lines_of_a_series_are_those_of_its_text(
    data: st.DataObject, tree: Any, as_json: bool
) -> None:
    document = document_of(tree, as_json=as_json)
    applied = apply_steps(document, data.draw(series(tree)), enforce=False)
    old, new = document.text.split("\n"), applied.document.text.split("\n")
    for text, line in zip(new, applied.lines.lines, strict=True):
        assert line.steps or old[line.upstream - 1] == text
    done = {
        outcome.step.number for outcome in applied.outcomes if outcome.verdict is Verdict.APPLIES
    }
    assert {step for line in applied.lines.lines for step in line.steps} <= done
