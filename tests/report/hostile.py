"""A review in which every text of a document tries to be more than text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.report.histories import MOVED, package, review, reviews, step, wire

from specmend.review.records import (
    Cause,
    FileCount,
    LogRow,
    Notes,
    Reviews,
    ToolMove,
    UpstreamChange,
)
from specmend.review.timeline import Timeline, TimelineRow, Version
from specmend.steps.step import Verdict

EVIL = (
    "@octocat #12 o/r#3 GH-4 <script>alert(1)</script></details></table> | a | `b|c` ``` "
    "[x](https://evil.example) ![y](http://evil.example/z.png) www.evil.example a@b.example\n"
    "# head\n\n- item\n| --- |\n<!-- \u202e \x1b[1m $x$ **bold** &lt; \\"
)


def hostile(text: str = EVIL) -> Reviews:
    """A review with a text wherever a document or a step gives one."""
    fact = wire("id", "breaking", text, text, affects=(text,), affected=3, reason=text)
    name: Any = package("id", "breaking", text, text, instead=text, affects=(text,), affected=1)
    row = LogRow(path=text, original=text, updated={text: [text]})
    one = step(
        "changed",
        1,
        text,
        reason=text,
        reason_before=text + "x",
        message=text,
        link=f"https://a.example/{text}",
        generator=text,
        file=text,
        rows=(row,) * 30,
        diff=(text, f"+{text}"),
        file_diff=(f"-{text}",),
    )
    cause = Cause(by=text, wire=(fact,), package=(name,))
    (moved,) = MOVED.apis
    whole = review(
        text,
        "minor",
        "0.4.0",
        reasons=tuple(replace(reason, words=text, by=text) for reason in moved.bump.reasons),
        breaks=(cause,),
        wire_only=(fact,),
        new=(cause,),
        steps=(one, one),
        upstream=(UpstreamChange(change=fact, steps=(1,)),),
        tools=(ToolMove(name=text, old=text, new=text),),
        files=(FileCount(place=text, added=1),),
        wire=(fact,),
        package=(name,),
        notes=Notes(added=(text,)),
        timeline=_timeline(text),
        remarks=(text,),
        problems=tuple(replace(one, message=text, advice=text) for one in moved.problems),
    )
    return reviews(replace(whole, api=text), summary=text)


def _timeline(text: str) -> Timeline:
    row = TimelineRow(number=1, title=text, verdicts=(Verdict.GONE,), mark=text)
    return Timeline(versions=(Version(name=text, detail=text),), rows=(row,))
