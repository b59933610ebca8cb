"""Old, new and ours of a conflict, and the three decisions; the guide has the values."""

from __future__ import annotations

import yaml
from docs.make.examples import blocks
from docs.make.pictures.svg import arrow, box, picture, words

_CARD = 84


def conflict() -> str:
    """The picture."""
    place = _place()
    name = place["at"].rpartition(".")[2]
    recorded, upstream, ours = (f"{name}: {place[key]}" for key in ("recorded", "upstream", "ours"))
    return picture(
        860,
        372,
        "A conflict between upstream and a step",
        f"When the step was recorded, the document said {recorded}. Upstream now says "
        f"{upstream}, and the step says {ours}. You decide: ours keeps the step, theirs "
        "retires it, drop deletes it.",
        [
            *_card(
                310,
                16,
                240,
                "recorded",
                "when the step was written",
                recorded,
                "text",
                "card",
                "line",
            ),
            *_card(
                90,
                140,
                240,
                "upstream",
                "what the new document says",
                upstream,
                "warn",
                "warn-card",
                "warn",
            ),
            *_card(
                530, 140, 240, "ours", "what the step says", ours, "accent", "accent-card", "accent"
            ),
            arrow([(310, 58), (210, 58), (210, 140)]),
            arrow([(550, 58), (650, 58), (650, 140)]),
            words(430, 178, "three different values:", "small", color="quiet", anchor="middle"),
            words(430, 196, "conflict", "strong large", color="bad", anchor="middle"),
            *_decisions(upstream, ours),
        ],
    )


def _place() -> dict[str, str]:
    text = next(b for b in blocks("guides/upstream-moves.md", "yaml") if "x-conflict" in b)
    place: dict[str, str] = yaml.safe_load(text)["x-conflict"]["places"][0]
    return place


def _decisions(upstream: str, ours: str) -> list[str]:
    answers = (
        ("--accept 2=ours", f"the result says {ours}", f"the step now expects {upstream}"),
        ("--accept 2=theirs", f"the result says {upstream}", "the step is retired, with a record"),
        ("--accept 2=drop", f"the result says {upstream}", "the step is deleted"),
    )
    shapes = []
    for number, (option, result, step) in enumerate(answers):
        x = 20 + 280 * number
        shapes += [
            box(x, 266, 260, 90, fill="page"),
            words(x + 130, 292, option, "strong", anchor="middle"),
            words(x + 130, 316, result, "small", anchor="middle"),
            words(x + 130, 336, step, "small", color="quiet", anchor="middle"),
        ]
    return shapes


def _card(
    x: float,
    y: float,
    width: float,
    name: str,
    note: str,
    value: str,
    color: str,
    fill: str,
    edge: str,
) -> list[str]:
    middle = x + width / 2
    return [
        box(x, y, width, _CARD, fill=fill, edge=edge),
        words(middle, y + 26, name, "strong", color=color, anchor="middle"),
        words(middle, y + 44, note, "small", color="quiet", anchor="middle"),
        words(middle, y + 69, value, "strong large", anchor="middle"),
    ]
