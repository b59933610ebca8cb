"""The next version of thirty pairs of small documents and modules, with its reason and notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest
from tests.diff.pairs import Tree, answered, api, entries, sent

from specmend.review.bump import Facts, bump_of
from specmend.review.notes import notes_of
from specmend.review.records import Cause, Notes
from specmend.surface.change import SurfaceChange
from specmend.surface.compare import Package, package_changes

T, J = {"type": "string"}, {"type": "integer"}
KEYS = {"securitySchemes": {"k": {"type": "apiKey", "in": "header", "name": "K"}}}


class Releases(NamedTuple):
    """Two documents, and what a module of the package was and is."""

    old: Tree
    new: Tree
    before: str
    after: str


def obj(*required: str, **properties: Any) -> Tree:
    return {"type": "object", "properties": properties, "required": [*required]}


def query(*names: str, **more: Any) -> Tree:
    return api({"parameters": [{"name": one, "in": "query", "schema": T, **more} for one in names]})


def at(path: str, **operations: Any) -> Tree:
    answers = {"responses": {"200": {"description": "ok"}}}
    item = {method: {**answers, **node} for method, node in operations.items()}
    return {**api(), "paths": {path: item}}


def call(arguments: str = "", name: str = "call") -> str:
    return f"def {name}({arguments}) -> str:\n    raise NotImplementedError\n"


def model(*fields: str) -> str:
    lines = "".join(f"    {one}\n" for one in fields)
    return f"from dataclasses import dataclass\n\n\n@dataclass(kw_only=True)\nclass Pet:\n{lines}"


def choice(*values: str) -> str:
    listed = ", ".join(f'"{one}"' for one in values)
    kind = f"from typing import Literal\n\nKind = Literal[{listed}]\n"
    return f"{kind}\n\ndef kind() -> Kind:\n    raise NotImplementedError\n"


SAME = call()
PAIRS: Mapping[str, Releases] = {
    "nothing": Releases(api(), api(), SAME, SAME),
    "another summary": Releases(api(), api({"summary": "S"}), SAME, SAME),
    "a new optional parameter": Releases(api(), query("q"), call(), call("*, q: str = ''")),
    "a new required parameter": Releases(
        api(), query("q", required=True), call(), call("*, q: str")
    ),
    "a parameter is gone": Releases(query("q"), api(), call("*, q: str = ''"), call()),
    "a parameter has another name": Releases(
        query("q"), query("r"), call("*, q: str = ''"), call("*, r: str = ''")
    ),
    "a parameter became required": Releases(
        query("q"), query("q", required=True), call("*, q: str = ''"), call("*, q: str")
    ),
    "a parameter became optional": Releases(
        query("q", required=True), query("q"), call("*, q: str"), call("*, q: str = ''")
    ),
    "a parameter is deprecated": Releases(query("q"), query("q", deprecated=True), SAME, SAME),
    "a property more in an answer": Releases(
        answered(obj("a", a=T)),
        answered(obj("a", a=T, b=T)),
        model("a: str"),
        model("a: str", "b: str | None = None"),
    ),
    "a property less in an answer": Releases(
        answered(obj("a", a=T, b=T)),
        answered(obj("a", a=T)),
        model("a: str", "b: str | None = None"),
        model("a: str"),
    ),
    "a property has another name": Releases(
        answered(obj("a", a=T)), answered(obj("b", b=T)), model("a: str"), model("b: str")
    ),
    "a property has another type": Releases(
        answered(obj("a", a=T)), answered(obj("a", a=J)), model("a: str"), model("a: int")
    ),
    "a property may be missing": Releases(
        answered(obj("a", a=T)), answered(obj(a=T)), model("a: str"), model("a: str | None = None")
    ),
    "a property of a body is required": Releases(
        sent(obj(a=T)), sent(obj("a", a=T)), model("a: str | None = None"), model("a: str")
    ),
    "two properties are swapped": Releases(
        answered(obj("a", "b", a=T, b=J)),
        answered(obj("a", "b", a=J, b=T)),
        model("a: str", "b: int"),
        model("a: int", "b: str"),
    ),
    "a value more in an answer": Releases(
        answered({"enum": ["a"]}), answered({"enum": ["a", "b"]}), choice("a"), choice("a", "b")
    ),
    "a value less in an answer": Releases(
        answered({"enum": ["a", "b"]}), answered({"enum": ["a"]}), choice("a", "b"), choice("a")
    ),
    "longer texts may be sent": Releases(
        sent({**T, "maxLength": 3}), sent({**T, "maxLength": 9}), SAME, SAME
    ),
    "shorter texts must be sent": Releases(
        sent({**T, "maxLength": 9}), sent({**T, "maxLength": 3}), SAME, SAME
    ),
    "another pattern": Releases(
        sent({**T, "pattern": "^a"}), sent({**T, "pattern": "^b"}), SAME, SAME
    ),
    "a key is needed": Releases(
        api(components=KEYS), api({"security": [{"k": []}]}, components=KEYS), SAME, SAME
    ),
    "no key is needed": Releases(
        api({"security": [{"k": []}]}, components=KEYS), api(components=KEYS), SAME, SAME
    ),
    "another server": Releases(
        api(servers=[{"url": "https://a"}]), api(servers=[{"url": "https://b"}]), SAME, SAME
    ),
    "another path": Releases(at("/a", get={}), at("/b", get={}), SAME, SAME),
    "another path and another id": Releases(
        at("/a", get={"operationId": "x"}),
        at("/b", get={"operationId": "y"}),
        call(name="x"),
        call(name="y"),
    ),
    "an operation more": Releases(
        at("/a", get={}),
        at("/a", get={}, put={"summary": "S"}),
        call(),
        call() + "\n\n" + call(name="put"),
    ),
    "an operation less": Releases(
        at("/a", get={}, put={"summary": "S"}),
        at("/a", get={}),
        call() + "\n\n" + call(name="put"),
        call(),
    ),
    "a character set is named": Releases(
        sent(T),
        api({"requestBody": {"content": {"application/json; charset=utf-8": {"schema": T}}}}),
        SAME,
        SAME,
    ),
    "another media type": Releases(
        sent(T), api({"requestBody": {"content": {"text/plain": {"schema": T}}}}), SAME, SAME
    ),
    "a path parameter has another name": Releases(
        at(
            "/a/{x}",
            get={"parameters": [{"name": "x", "in": "path", "required": True, "schema": T}]},
        ),
        at(
            "/a/{y}",
            get={"parameters": [{"name": "y", "in": "path", "required": True, "schema": T}]},
        ),
        call("x: str"),
        call("y: str"),
    ),
}

EXPECTED: Mapping[str, tuple[str, str, str, str]] = {
    "nothing": ("1.2.3", "0.2.3", "", ""),
    "another summary": ("1.2.4", "0.2.4", "operation-summary-changed", ""),
    "a new optional parameter": (
        "1.3.0",
        "0.2.4",
        "argument-new",
        "`m.call(...)` takes a new argument `q`.",
    ),
    "a new required parameter": (
        "2.0.0",
        "0.3.0",
        "argument-new-required",
        "`m.call(...)` has a new required argument `q`: give `q`, which is `str`.",
    ),
    "a parameter is gone": (
        "2.0.0",
        "0.3.0",
        "argument-gone",
        "`m.call(...)` no longer takes `q`: leave `q` out.",
    ),
    "a parameter has another name": (
        "2.0.0",
        "0.3.0",
        "argument-renamed",
        "The argument `q` of `m.call(...)` is now called `r`: write `r=...`.",
    ),
    "a parameter became required": (
        "2.0.0",
        "0.3.0",
        "argument-now-required",
        "The argument `q` of `m.call(...)` has to be given now: give `q`",
    ),
    "a parameter became optional": (
        "1.3.0",
        "0.2.4",
        "argument-now-optional",
        "The argument `q` of `m.call(...)` can be left out now.",
    ),
    "a parameter is deprecated": ("1.2.4", "0.2.4", "request-parameter-deprecated", ""),
    "a property more in an answer": (
        "1.3.0",
        "0.2.4",
        "argument-new",
        "`m.Pet(...)` takes a new argument `b`.",
    ),
    "a property less in an answer": (
        "2.0.0",
        "0.3.0",
        "argument-gone",
        "`m.Pet(...)` no longer takes `b`",
    ),
    "a property has another name": (
        "2.0.0",
        "0.3.0",
        "argument-renamed",
        "The argument `a` of `m.Pet(...)` is now called `b`",
    ),
    "a property has another type": (
        "2.0.0",
        "0.3.0",
        "argument-replaced",
        "The argument `a` of `m.Pet(...)` takes `int` now",
    ),
    "a property may be missing": (
        "2.0.0",
        "0.3.0",
        "field-can-be-none",
        "`m.Pet.a` can be None now: ask whether it is None first.",
    ),
    "a property of a body is required": (
        "2.0.0",
        "0.3.0",
        "argument-now-required",
        "The argument `a` of `m.Pet(...)` has to be given now",
    ),
    "two properties are swapped": (
        "2.0.0",
        "0.3.0",
        "argument-replaced",
        "The argument `a` of `m.Pet(...)` takes `int` now",
    ),
    "a value more in an answer": (
        "1.3.0",
        "0.2.4",
        "type-choice-new",
        "The type `m.Kind` can be `'b'` too.",
    ),
    "a value less in an answer": (
        "1.3.0",
        "0.2.4",
        "type-choice-lost",
        "The type `m.Kind` is no longer `'b'`.",
    ),
    "longer texts may be sent": ("1.2.4", "0.2.4", "schema-max-length-increased", ""),
    "shorter texts must be sent": (
        "1.3.0",
        "0.3.0",
        "schema-max-length-decreased",
        "For servers, POST /pets: request maxLength 9 → 3.",
    ),
    "another pattern": ("1.2.4", "0.2.4", "schema-pattern-changed", ""),
    "a key is needed": (
        "1.3.0",
        "0.3.0",
        "security-added",
        "For servers, POST /pets: gained security `k`.",
    ),
    "no key is needed": ("1.2.4", "0.2.4", "security-removed", ""),
    "another server": (
        "1.3.0",
        "0.3.0",
        "server-url-changed",
        "For servers, document: server https://b is in place of server https://a.",
    ),
    "another path": ("1.3.0", "0.3.0", "path-renamed", "For servers, path /b: was /a before."),
    "another path and another id": ("2.0.0", "0.3.0", "name-gone", "`m.x(...)` no longer exists."),
    "an operation more": ("1.3.0", "0.2.4", "name-new", "`m.put(...)` is new."),
    "an operation less": ("2.0.0", "0.3.0", "name-gone", "`m.put(...)` no longer exists."),
    "a character set is named": ("1.2.3", "0.2.3", "", ""),
    "another media type": (
        "1.3.0",
        "0.3.0",
        "media-type-renamed",
        "For servers, POST /pets: request content text/plain is in place of content",
    ),
    "a path parameter has another name": (
        "2.0.0",
        "0.3.0",
        "argument-renamed",
        "The argument `x` of `m.call(...)` is now called `y`: write `y=...`.",
    ),
}
"""The versions after 1.2.3 and 0.2.3, the id of the first reason, how the first note begins."""


@pytest.fixture(scope="module")
def in_python(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[SurfaceChange]]:
    """What changed in the module of each pair: all are modules of one package, compared once."""
    folders = [tmp_path_factory.mktemp(name) / "pets" for name in ("before", "after")]
    for number, folder in enumerate(folders):
        folder.mkdir()
        (folder / "__init__.py").touch()
        (folder / "py.typed").touch()
        for place, pair in enumerate(PAIRS.values()):
            text = pair.after if number else pair.before
            (folder / f"m{place:02}.py").write_text(text, "utf-8")
    packages = [Package(folder=folder.parent, name="pets") for folder in folders]
    found: dict[str, list[SurfaceChange]] = {title: [] for title in PAIRS}
    titles = [*PAIRS]
    for change in package_changes(*packages):
        module = change.place.removeprefix("pets.").partition(".")[0]
        found[titles[int(module.removeprefix("m"))]].append(change)
    return found


def facts_of(title: str, in_python: Mapping[str, list[SurfaceChange]]) -> Facts:
    pair = PAIRS[title]
    return Facts(wire=entries(pair.old, pair.new), package=in_python[title])


def notes_for(facts: Facts) -> Notes:
    """The notes, where all that a user of the package does not see is told as of the wire."""
    causes = [Cause(by="upstream", package=(one,)) for one in facts.package]
    broken = [one for one in facts.wire if one.level == "breaking" and not facts.package]
    return notes_of(causes, broken, has_package=True)


@pytest.mark.parametrize("title", PAIRS)
def test_the_version_the_reason_and_the_note(
    title: str, in_python: Mapping[str, list[SurfaceChange]]
) -> None:
    facts = facts_of(title, in_python)
    version, below_1, id_, note = EXPECTED[title]
    bump = bump_of("1.2.3", "1.2.3", facts)
    assert (bump.new, bump_of("0.2.3", "0.2.3", facts).new) == (version, below_1)
    ids = {one.cause: one.id for one in facts.package}
    ids |= {one.cause: one.id for one in facts.wire}
    assert [ids[reason.cause] for reason in bump.reasons][:1] == ([id_] if id_ else [])
    notes = notes_for(facts)
    said = [*notes.removed, *notes.changed, *notes.added, *notes.deprecated, *notes.fixed]
    first = re.sub(r"m\d\d\.", "m.", said[0]) if said else ""
    assert first.startswith(note)
    assert bool(first) is bool(note)


def test_there_are_thirty_pairs() -> None:
    assert len(PAIRS) >= 30
