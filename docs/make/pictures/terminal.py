"""A walk in a terminal: init, build, new and build, as the tutorial has it."""

from __future__ import annotations

from docs.make.examples import commands
from docs.make.pictures.svg import LINE, MONO_WIDTH, Span, box, code, picture, words

_COLUMNS = 104
_TOP = 62


def terminal() -> str:
    """The picture."""
    lines = [line for command, printed in _walk() for line in _entry(command, printed)]
    width = round(_COLUMNS * MONO_WIDTH) + 56
    height = _TOP + LINE * len(lines) + 20
    return picture(
        width,
        height,
        "From an empty folder to a corrected client",
        "A terminal: specmend init fetches and pins the document, specmend build "
        "generates a client, specmend new records a step, and specmend build generates "
        "the client again.",
        [
            box(12, 12, width - 24, height - 24),
            *_buttons(),
            words(width / 2, 37, "specmend", "small", color="quiet", anchor="middle"),
            *(code(28, _TOP + 8 + LINE * number, line) for number, line in enumerate(lines)),
        ],
    )


def _walk() -> list[tuple[str, str]]:
    """The tutorial from init to the build after the first steps."""
    walk = commands("tutorial.md")
    names = [command.split()[1] for command, _ in walk]
    last = names.index("build", names.index("new"))
    shown = {"init", "build", "new"}
    return [entry for entry, name in zip(walk[: last + 1], names, strict=False) if name in shown]


def _entry(command: str, printed: str) -> list[list[Span]]:
    """The lines of a command and its output, and an empty one."""
    first, *others = command.splitlines()
    lines = [[Span("$ ", "accent"), Span(first)], *([Span(line)] for line in others)]
    return [*lines, *map(_output, printed.splitlines()), []]


def _output(line: str) -> list[Span]:
    name, space, message = line.partition("  ")
    if space and name and " " not in name:
        return [Span(name, "good"), Span(space + message, "quiet")]
    return [Span(line, "quiet")]


def _buttons() -> list[str]:
    return [
        f'<circle class="fill-{color}" cx="{x}" cy="33" r="5.5"/>'
        for x, color in ((34, "bad"), (54, "warn"), (74, "good"))
    ]
