"""Seventy-two small overlays on which other tools differ, each with the standard's outcome.

They run lax, as the standard has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import pytest
from tests.steps.overlays import overlaid, plain_faults


@dataclass(frozen=True, kw_only=True)
class Case:
    """Actions on a document in flow style, and the document after them; None where refused."""

    name: str
    actions: str
    document: str
    expected: Any
    overlay: str = "1.1.0"


def case(name: str, document: str, actions: str, expected: Any, overlay: str = "1.1.0") -> Case:
    """A case; actions without their braces, parted by a semicolon."""
    written = "\n".join(f"- {{{action.strip()}}}" for action in actions.split(";"))
    return Case(name=name, document=document, actions=written, expected=expected, overlay=overlay)


TAGS: Final = "{t: [{n: a}, {n: b}, {n: c}]}"
TRAITS: Final = "{p: {/a: {get: {x-traits: [paged], q: 1}, put: {x-traits: [other], q: 1}}}}"

UPDATES = [
    case("an object into an array is appended", "{t: [1]}", "target: $.t, update: {n: d}",
    {"t": [1, {"n": "d"}]}),
    case("an array into an array is joined", "{t: [1]}", "target: $.t, update: [2, 3]",
    {"t": [1, 2, 3]}),
    case("an array into an array under 1.0", "{t: [1]}", "target: $.t, update: [2]",
    {"t": [1, [2]]}, "1.0.0"),
    case("a removed primitive under 1.0", "{a: 1, b: 2}", "target: $.a, remove: true", {"b": 2},
    "1.0.0"),
    case("a removed null under 1.0", "{a: null, b: 2}", "target: $.a, remove: true", {"b": 2},
    "1.0.0"),
    case("a removed member under 1.0", "{t: [a, b]}", "target: '$.t[0]', remove: true",
    {"t": ["b"]}, "1.0.0"),
    case("removed primitives under 1.0", "{t: {a: 1, b: {a: 2}}}", "target: $..a, remove: true",
    {"t": {"b": {}}}, "1.0.0"),
    case("an object into an array under 1.0", "{t: [1]}", "target: $.t, update: {a: 1}",
    {"t": [1, {"a": 1}]}, "1.0.0"),
    case("a primitive into an array under 1.0", "{t: [1]}", "target: $.t, update: 2", {"t": [1, 2]},
    "1.0.0"),
    case("an empty array into an array under 1.0", "{t: [1]}", "target: $.t, update: []",
    {"t": [1, []]}, "1.0.0"),
    case("an array into an object under 1.0", "{t: {}}", "target: $.t, update: [1]", None, "1.0.0"),
    case("an array below an object under 1.0", "{t: {a: [1]}}", "target: $.t, update: {a: [2]}",
    {"t": {"a": [1, 2]}}, "1.0.0"),
    case("a primitive into an array is appended", "{t: [1]}", "target: $.t, update: x",
    {"t": [1, "x"]}),
    case("a primitive replaces a primitive", "{a: 1}", "target: $.a, update: x", {"a": "x"}),
    case("false replaces a primitive", "{a: 1}", "target: $.a, update: false", {"a": False}),
    case("an empty text replaces a primitive", "{a: 1}", "target: $.a, update: ''", {"a": ""}),
    case("zero replaces a primitive", "{a: 1}", "target: $.a, update: 0", {"a": 0}),
    case("null replaces a text", "{a: x}", "target: $.a, update: null", {"a": None}),
    case("a primitive target under 1.0", "{a: 1}", "target: $.a, update: 2", None, "1.0.0"),
    case("an object into a primitive", "{a: 1}", "target: $.a, update: {b: 1}", None),
    case("a primitive into an object", "{a: {b: 1}}", "target: $.a, update: 1", None),
    case("an array into an object", "{a: {b: 1}}", "target: $.a, update: [1]", None),
    case("a primitive into an object below", "{a: {b: {c: 1}}}", "target: $.a, update: {b: 1}",
    None),
    case("null into an object below", "{a: {b: {c: 1}}}", "target: $.a, update: {b: null}", None),
    case("an object into an array below", "{a: {b: [1]}}", "target: $.a, update: {b: {c: 1}}",
    None),
    case("a primitive into an array below", "{a: {b: [1]}}", "target: $.a, update: {b: 2}", None),
    case("targets of two kinds", "{a: {}, b: []}", "target: '$[*]', update: {c: 1}", None),
    case("targets of one kind", "{a: {}, b: {}}", "target: '$[*]', update: {c: 1}",
    {"a": {"c": 1}, "b": {"c": 1}}),
    case("one update of two objects, then of one", "{a: {}, b: {}}",
         "target: '$[*]', update: {c: {d: 1}}; target: $.a.c, update: {d: 2}",
         {"a": {"c": {"d": 2}}, "b": {"c": {"d": 1}}}),
    case("a deep merge", "{a: {b: {c: 1}}}", "target: $, update: {a: {b: {d: 2}}}",
    {"a": {"b": {"c": 1, "d": 2}}}),
    case("an array joined from the root", "{t: [1]}", "target: $, update: {t: [2]}", {"t": [1, 2]}),
    case("a null inserted", "{a: {}}", "target: $.a, update: {b: null}", {"a": {"b": None}}),
    case("two parameters of one name", "{p: [{name: x, in: query}]}",
    "target: $.p, update: [{name: x, in: query}]",
         {"p": [{"name": "x", "in": "query"}] * 2}),
    case("the key __proto__", "{a: {}}", "target: $.a, update: {__proto__: {b: 1}}",
    {"a": {"__proto__": {"b": 1}}}),
    case("keys that look odd", "{a: {}}",
    "target: $.a, update: {'': 1, 'x y': 2, 'a/b~c': 3, 'ü': 4}",
         {"a": {"": 1, "x y": 2, "a/b~c": 3, "ü": 4}}),
    case("x- fields have no effect", "{a: {}}", "target: $.a, x-y: {b: 1}, update: {c: 1}",
    {"a": {"c": 1}}),
    case("a description has no effect", "{a: {}}", "target: $.a, description: why, update: {c: 1}",
    {"a": {"c": 1}}),
    case("a key of digits is selected", "{r: {200: {d: 1}}}",
    "target: \"$.r['200']\", update: {d: 2}",
         {"r": {"200": {"d": 2}}}),
    case("a key of digits is merged", "{r: {200: {d: 1}}}", "target: $.r, update: {'200': {e: 2}}",
         {"r": {"200": {"d": 1, "e": 2}}}),
]  # fmt: skip
REMOVALS = [
    case("remove two members by index", TAGS, "target: '$.t[0,1]', remove: true",
    {"t": [{"n": "c"}]}),
    case("remove all members", TAGS, "target: '$.t[*]', remove: true", {"t": []}),
    case("remove by a filter", TAGS, "target: \"$.t[?@.n != 'b']\", remove: true",
    {"t": [{"n": "b"}]}),
    case("remove primitive members", "{t: [a, b, c]}",
    "target: \"$.t[?@ == 'a' || @ == 'c']\", remove: true",
         {"t": ["b"]}),
    case("remove the first member", TAGS, "target: '$.t[0]', remove: true",
    {"t": [{"n": "b"}, {"n": "c"}]}),
    case("remove a member selected twice", TAGS, "target: '$.t[0,0]', remove: true",
    {"t": [{"n": "b"}, {"n": "c"}]}),
    case("remove: false beside an update", "{a: {}}", "target: $.a, remove: false, update: {b: 1}",
    {"a": {"b": 1}}),
    case("an update of nothing", "{a: 1}", "target: $.b, update: 1", {"a": 1}),
    case("a removal of nothing", "{a: 1}", "target: $.b, remove: true", {"a": 1}),
    case("remove descendants", "{a: {x: 1, b: {x: 2, c: 3}}}", "target: $..x, remove: true",
    {"a": {"b": {"c": 3}}}),
    case("remove all of a mapping", "{a: {b: 1, c: 2}}", "target: $.a.*, remove: true", {"a": {}}),
    case("remove and make anew", "{a: 1, b: 2}",
    "target: $.a, remove: true; target: $, update: {a: {c: 3}}",
         {"b": 2, "a": {"c": 3}}),
    case("remove wins over update", "{a: 1, b: 2}", "target: $.a, remove: true, update: 3",
    {"b": 2}),
]  # fmt: skip
COPIES = [
    case("copy an object", "{a: {x: 1}, b: {y: 2}}", "target: $.b, copy: $.a",
         {"a": {"x": 1}, "b": {"y": 2, "x": 1}}),
    case("copy an array", "{a: [1], b: [2]}", "target: $.b, copy: $.a", {"a": [1], "b": [2, 1]}),
    case("copy a primitive into an array", "{a: 1, b: [2]}", "target: $.b, copy: $.a",
    {"a": 1, "b": [2, 1]}),
    case("copy an object into an array", "{a: {x: 1}, b: []}", "target: $.b, copy: $.a",
         {"a": {"x": 1}, "b": [{"x": 1}]}),
    case("copy to nowhere", "{a: 1}", "target: $.b, copy: $.a", {"a": 1}),
    case("copy of several", "{a: [1, 2], b: 3}", "target: $.b, copy: '$.a[*]'", None),
    case("copy of another kind", "{a: {x: 1}, b: 1}", "target: $.b, copy: $.a", None),
    case("copy of an ancestor", "{a: {b: {}}}", "target: $.a.b, copy: $.a",
    {"a": {"b": {"b": {}}}}),
    case("a copy is a snapshot", "{a: {x: 1}, b: {}}",
    "target: $.b, copy: $.a; target: $.a.x, update: 2",
         {"a": {"x": 2}, "b": {"x": 1}}),
    case("copy under 1.0", "{a: {x: 1}, b: {}}", "target: $.b, copy: $.a", None, "1.0.0"),
    case("copy and update in one", "{a: {x: 1}, b: {}}", "target: $.b, copy: $.a, update: {y: 1}",
    None),
]  # fmt: skip
QUERIES = [
    case("a bad query", "{a: 1}", "target: '$.a[', update: 2", None),
    case("another version", "{a: 1}", "target: $.a, update: 2", None, "2.0.0"),
    case("a filter with &&", TAGS, "target: \"$.t[?@.n && @.n == 'a']\", remove: true",
         {"t": [{"n": "b"}, {"n": "c"}]}),
    case("a filter with match", TAGS, "target: \"$.t[?match(@.n, '[ab]')]\", remove: true",
    {"t": [{"n": "c"}]}),
    case("a filter with search and length", "{t: [ab, b, cab]}",
         "target: \"$.t[?search(@, 'ab') && length(@) == 3]\", remove: true", {"t": ["ab", "b"]}),
    case("a filter with count", "{t: [{a: 1}, {a: 1, b: 2}]}",
    "target: '$.t[?count(@.*) > 1]', remove: true",
         {"t": [{"a": 1}]}),
    case("a slice from the end", "{t: [1, 2, 3]}", "target: '$.t[-2:]', remove: true", {"t": [1]}),
    case("a filter in a filter", TRAITS,
    "target: \"$.p.*[?@['x-traits'][?@ == 'paged']]\", update: {q: 2}",
         {"p": {"/a": {"get": {"x-traits": ["paged"], "q": 2},
         "put": {"x-traits": ["other"], "q": 1}}}}),
    case("a property called length", "{length: 1}", "target: $.length, update: 2", {"length": 2}),
]  # fmt: skip
CASES = [*UPDATES, *REMOVALS, *COPIES, *QUERIES]


def test_there_are_as_many_cases_as_it_says() -> None:
    assert len({case.name for case in CASES}) == len(CASES) == 72


@pytest.mark.parametrize("chosen", CASES, ids=lambda chosen: chosen.name)
def test_a_case_has_the_outcome_of_the_standard(chosen: Case) -> None:
    if chosen.expected is None:
        assert plain_faults(chosen.actions, overlay=chosen.overlay, text=chosen.document)
        return
    done = overlaid(
        chosen.actions, overlay=chosen.overlay, text=chosen.document, allow_no_match=True
    )
    assert done.document.tree == chosen.expected


@pytest.mark.parametrize(
    "chosen", [c for c in CASES if c.expected is not None], ids=lambda chosen: chosen.name
)
def test_a_case_has_the_same_outcome_in_json(chosen: Case) -> None:
    import json

    from tests.steps.overlays import overlay_text

    from specmend.document.text.document import parse_document
    from specmend.steps.exchange.plain_overlay import apply_overlays, read_overlay

    as_json = json.dumps(parse_document(chosen.document, "case.yaml").tree, indent=1)
    text = overlay_text(chosen.actions, overlay=chosen.overlay)
    read = read_overlay(parse_document(text, "plain.yaml"), 1, allow_no_match=True)
    done = apply_overlays(parse_document(as_json, "case.json"), [read])
    assert json.loads(done.document.text) == chosen.expected
