"""Reviews by hand: a step added, one retired, a move of upstream, a new generator, nothing."""

from __future__ import annotations

from typing import Any

from specmend.diff.change import Change, Location
from specmend.document.tree.values import MISSING
from specmend.errors import Problem
from specmend.review.records import (
    Bump,
    BumpReason,
    Cause,
    FileCount,
    LogRow,
    Notes,
    Review,
    Reviews,
    Side,
    StepChange,
    ToolMove,
    UpstreamChange,
)
from specmend.review.timeline import Timeline, TimelineRow, Version
from specmend.steps.step import Verdict
from specmend.surface.change import SurfaceChange

A, U, C = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT


def wire(id_: str, level: Any, subject: str, words: str, **more: Any) -> Change:
    fields: dict[str, Any] = {
        "levels": {"request": level},
        "direction": "request",
        "place": "/paths/~1pets/get",
        "old": Location(file="old.yaml", line=12, column=5),
        "new": Location(file="new.yaml", line=14, column=5),
        "before": 1,
        "after": 2,
        "cause": f"{id_}-wire",
        **more,
    }
    return Change(id=id_, level=level, subject=subject, words=words, **fields)


def package(id_: str, level: Any, subject: str, words: str, **more: Any) -> SurfaceChange:
    return SurfaceChange(id=id_, level=level, place=subject, subject=subject, words=words, **more)


def step(fate: Any, number: int, title: str, **more: Any) -> StepChange:
    name = title.lower().replace(" ", "-")
    fields: dict[str, Any] = {
        "reason": "The server answers 400 without it.",
        "verdict": "applies",
        "file": f"patches/pets/{number:04}-{name}.yaml",
        **more,
    }
    return StepChange(fate=fate, number=number, title=title, **fields)


def review(summary: str, part: Any = "none", version: str = "0.3.1", **more: Any) -> Review:
    sides = {name: Side(name=name, api="pets", version="0.3.1") for name in ("main", "HEAD")}
    reasons = more.pop("reasons", ())
    fields: dict[str, Any] = {
        "base": sides["main"],
        "head": sides["HEAD"],
        "timeline": TIMELINE,
        "bump": Bump(part=part, old="0.3.1", new=version, reasons=reasons),
        **more,
    }
    return Review(api="pets", summary=summary, **fields)


def reviews(*apis: Review, summary: str = "") -> Reviews:
    told = summary or f"pets: {apis[0].summary}"
    return Reviews(base="main", head="HEAD", summary=told, apis=apis)


TIMELINE = Timeline(
    versions=tuple(
        Version(name=f"2026-{month:02}-03", detail=f"commit {month:07}") for month in range(1, 9)
    ),
    rows=(
        TimelineRow(number=1, title="Move the server to the prefix", verdicts=(A,) * 8),
        TimelineRow(
            number=2,
            title="Give the error a schema",
            verdicts=(A, A, A, A, U, U, U, U),
            mark="retired",
        ),
        TimelineRow(
            number=3, title="Let the list be empty", verdicts=(None, None, A, A, A, A, C, A),
            mark="added",
        ),
    ),
)  # fmt: skip

LIMIT_NEEDED = wire(
    "request-parameter-became-required",
    "breaking",
    "GET /pets, parameter `limit`",
    "became required",
    affects=("GET /pets",),
    affected=1,
)
LIMIT_ARGUMENT = package(
    "argument-now-required",
    "breaking",
    "client.pets.list(...)",
    "the argument `limit` of `client.pets.list(...)` has to be given now",
    breaks="run-time",
    instead="give `limit`; it was `None` where it was left out",
    affects=("AsyncClient.pets.list", "Pets.list_pages"),
    affected=2,
    by="upstream",
)
TAG_GONE = wire(
    "response-optional-property-removed",
    "breaking",
    "Pet.tag",
    "is no longer there",
    direction="response",
    affects=("GET /pets", "GET /pets/{id}", "POST /pets", "PUT /pets/{id}"),
    affected=9,
)
TAG_FIELD = package(
    "field-gone", "breaking", "Pet.tag", "`Pet.tag` no longer exists", breaks="types", by="upstream"
)
HEADER = wire(
    "response-header-removed", "breaking", "GET /pets, 200", "lost the header `X-Total`",
    direction="response",
)  # fmt: skip
AGE = wire(
    "response-property-added", "info", "Pet.age", "is new, `integer`", direction="response",
    before=MISSING,
)  # fmt: skip
AGE_FIELD = package("field-new", "info", "Pet.age", "`Pet.age` is new")
LIST_EMPTY = wire(
    "response-property-became-nullable", "warning", "Pets.items", "may be null now",
    direction="response", by="step 0003",
)  # fmt: skip
LIST_FIELD = package(
    "field-may-be-none", "warning", "Pets.items", "`Pets.items` may be `None` now", by="step 0003",
    instead="ask for `None` before you use it",
)  # fmt: skip

ADDED = reviews(
    review(
        "On the wire 1 change, no break; in Python 1 change, no break;"
        " patch version 0.3.1 → 0.3.2.",
        "patch",
        "0.3.2",
        reasons=(
            BumpReason(
                part="patch",
                on="package",
                words=LIST_FIELD.words,
                by="step 0003",
                cause=LIST_FIELD.cause,
            ),
        ),
        new=(Cause(by="step 0003", wire=(LIST_EMPTY,), package=(LIST_FIELD,)),),
        steps=(
            step(
                "added",
                3,
                "Let the list be empty",
                reason="The server answers null for an empty list, see the observed answer.",
                link="https://github.com/pets/api/issues/12",
                rows=(
                    LogRow(
                        path="$.components.schemas.Pets.properties.items.type",
                        original="array",
                        updated=["array", "null"],
                    ),
                ),
                diff=(
                    "--- upstream.yaml",
                    "+++ sanitized.yaml",
                    "@@ -41,3 +41,3 @@",
                    "       properties:",
                    "         items:",
                    "-          type: array",
                    "+          type: [array, 'null']",
                ),
            ),
        ),
        files=(FileCount(place="generated/pets", changed=4),),
        wire=(LIST_EMPTY,),
        package=(LIST_FIELD,),
        notes=Notes(changed=("`Pets.items` may be `None`.",)),
    )
)

RETIRED = reviews(
    review(
        "On the wire no change; in Python no change; no new version is needed.",
        steps=(
            step(
                "retired",
                2,
                "Give the error a schema",
                verdict="already-upstream",
                message="upstream has what this step makes",
                rows=(
                    LogRow(
                        path="$.components.schemas.Error",
                        original=MISSING,
                        updated={"type": "object"},
                    ),
                ),
            ),
        ),
        files=(FileCount(place="patches/pets", removed=1),),
    )
)

MOVED = reviews(
    review(
        "On the wire 3 changes break; in Python 2 changes break; minor version 0.3.1 → 0.4.0.",
        "minor",
        "0.4.0",
        reasons=(
            BumpReason(
                part="minor",
                on="package",
                words=LIMIT_ARGUMENT.words,
                by="upstream",
                cause=LIMIT_ARGUMENT.cause,
            ),
            BumpReason(
                part="minor",
                on="wire",
                words="GET /pets, 200: lost the header `X-Total`",
                by="upstream",
                cause=HEADER.cause,
            ),
        ),
        breaks=(
            Cause(by="upstream", wire=(LIMIT_NEEDED,), package=(LIMIT_ARGUMENT,)),
            Cause(by="upstream", wire=(TAG_GONE,), package=(TAG_FIELD,)),
        ),
        wire_only=(HEADER,),
        new=(Cause(by="upstream", wire=(AGE,), package=(AGE_FIELD,)),),
        steps=(
            step(
                "changed",
                4,
                "Move the prefix",
                number_before=3,
                verdict="conflict",
                needs_person=True,
                message="upstream has another value at $.servers[0].url",
                reason_before="The document lacks the prefix.",
                file_diff=("-number: 3", "+number: 4"),
            ),
        ),
        upstream=(
            UpstreamChange(change=LIMIT_NEEDED),
            UpstreamChange(change=TAG_GONE, steps=(2, 4)),
        ),
        files=(
            FileCount(place="generated/pets", added=1, changed=12, removed=2),
            FileCount(place="spec/pets", changed=3),
        ),
        wire=(LIMIT_NEEDED, TAG_GONE, HEADER, AGE),
        package=(LIMIT_ARGUMENT, TAG_FIELD, AGE_FIELD),
        notes=Notes(
            removed=("`Pet.tag` no longer exists.",),
            changed=("`client.pets.list(...)` needs `limit`.",),
            added=("`Pet.age` is new.",),
        ),
        problems=(
            Problem(
                message="a step does not apply",
                file="patches/pets/0004-move-the-prefix.yaml",
                line=9,
                found="/v2",
                expected="/v1",
                advice="specmend update pets",
            ),
        ),
    )
)

GENERATOR = reviews(
    review(
        "On the wire no change; in Python 1 change, no break; patch version 0.3.1 → 0.3.2.",
        "patch",
        "0.3.2",
        new=(Cause(by="generator", package=(AGE_FIELD,)),),
        tools=(ToolMove(name="datamodel-code-generator", old="0.88.0", new="0.89.0"),),
        files=(FileCount(place="generated/pets", changed=118),),
        package=(AGE_FIELD,),
    )
)

NOTHING = reviews(review("Nothing changed.", timeline=None))

HISTORIES = {
    "added": ADDED,
    "retired": RETIRED,
    "moved": MOVED,
    "generator": GENERATOR,
    "nothing": NOTHING,
}
