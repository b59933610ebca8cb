"""Upstream, a step and the sanitized document side by side; the tutorial has all three."""

from __future__ import annotations

import difflib
import itertools

from docs.make.examples import blocks
from docs.make.pictures.svg import LINE, MONO_WIDTH, Span, arrow, box, code, picture, stripe, words

from specmend.document.text.document import parse_document
from specmend.steps.apply import apply_steps
from specmend.steps.read import read_step

_TOP = 88
_PAD = 12


def side_by_side() -> str:
    """The picture."""
    before, step, after = _texts()
    columns = _columns(before, step, after)
    height = _TOP + LINE * len(step) + 8
    (first, width), _, (last, _) = columns
    return picture(
        round(last + width) + 16,
        height + 8,
        "A step between the upstream and the sanitized document",
        "On the left, the upstream document requires id and name. In the middle, a step "
        "removes name from that list and gives its reason. On the right, the sanitized "
        "document requires only id; all other lines are the same.",
        [
            *_card(columns[0], "upstream.yaml", "as its owner published it", before, after, "bad"),
            *_card(columns[1], "a step", "what changes, and why", step, step, "accent"),
            *_card(
                columns[2], "sanitized.yaml", "what the client is built from", after, before, "good"
            ),
            *_wires(columns),
            *_note(
                first,
                len(before),
                (
                    "You never edit this file. pin.toml",
                    "has its digest, and any other",
                    "bytes are refused.",
                ),
            ),
            *_note(
                last,
                len(after),
                (
                    "One line differs. All others keep",
                    "their bytes: comments, quotes,",
                    "order and line breaks.",
                ),
            ),
        ],
    )


def _texts() -> tuple[list[str], list[str], list[str]]:
    upstream, step_text = blocks("tutorial.md", "yaml")[:2]
    document = parse_document(upstream, "upstream.yaml")
    step = read_step(parse_document(step_text, "0001-step.yaml"), 1)
    sanitized = apply_steps(document, [step]).document.text
    return _excerpt(upstream), step_text.splitlines(), _excerpt(sanitized)


def _excerpt(text: str) -> list[str]:
    """The schemas of a document, without their common indentation."""
    lines = text[text.index("    Pet:") :].splitlines()
    return [line[4:] for line in lines]


def _columns(*texts: list[str]) -> list[tuple[float, float]]:
    """Left edge and width of each column."""
    columns: list[tuple[float, float]] = []
    left = 16.0
    for lines in texts:
        width = max(map(len, lines)) * MONO_WIDTH + 2 * _PAD
        columns.append((left, width))
        left += width + 26
    return columns


def _card(
    column: tuple[float, float], name: str, note: str, lines: list[str], other: list[str], mark: str
) -> list[str]:
    """One column; the lines that the other text does not have are marked."""
    x, width = column
    shapes = [
        words(x + 2, 30, name, "strong"),
        words(x + 2, 49, note, "small", color="quiet"),
        box(x, 62, width, LINE * len(lines) + 22),
    ]
    changed = set(_changed(lines, other)) if lines is not other else _edit_lines(lines)
    for number, line in enumerate(lines):
        base = _TOP + LINE * number
        if number in changed:
            shapes.append(stripe(x + 1, base, width - 2, f"{mark}-card"))
        shapes.append(code(x + _PAD, base, _colored(line, mark if number in changed else "text")))
    return shapes


def _note(x: float, lines: int, texts: tuple[str, ...]) -> list[str]:
    """What is to know about a column, under its card."""
    top = _TOP + LINE * lines + 24
    return [
        words(x + 2, top + 18 * number, text, "small", color="quiet")
        for number, text in enumerate(texts)
    ]


def _changed(lines: list[str], other: list[str]) -> list[int]:
    matcher = difflib.SequenceMatcher(a=lines, b=other, autojunk=False)
    changed: list[int] = []
    for tag, start, end, _, _ in matcher.get_opcodes():
        changed += range(start, end) if tag != "equal" else ()
    return changed


def _edit_lines(lines: list[str]) -> set[int]:
    """Where the step says what it changes."""
    start = next(number for number, line in enumerate(lines) if "target:" in line)
    end = next(number for number, line in enumerate(lines) if "x-expect:" in line)
    return set(range(start, end))


def _colored(line: str, color: str) -> list[Span]:
    """Comments are quiet, and so is whatever specmend writes by itself."""
    head, mark, comment = line.partition(" #")
    return [Span(head, color), *([Span(mark + comment, "quiet")] if mark else [])]


def _wires(columns: list[tuple[float, float]]) -> list[str]:
    shapes = []
    for (left, width), (right, _) in itertools.pairwise(columns):
        shapes.append(arrow([(left + width + 5, 116), (right - 5, 116)], color="accent"))
    return shapes
