"""The changelog of a package: an entry for each release, made of what was computed and written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from specmend.review.records import Notes

UNRELEASED: Final = "Unreleased"
"""The entry that people write into; a release takes what it says."""

FIRST: Final = "First release."
NOTHING: Final = "Nothing changes for users of the package."

Sections = Mapping[str, Sequence[str]]
"""The items of an entry by their headings; what stands above the first one has none."""

_ORDER: Final = ("", "Removed", "Changed", "Added", "Deprecated", "Fixed")
_ENTRY: Final = re.compile(r"^## +\[?v?([^\s\]]+)\]?.*\n?", re.MULTILINE)
_SECTION: Final = re.compile(r"^### +(.*?) *\n?$", re.MULTILINE)
_ITEM: Final = re.compile(r"^(?=[-*] )", re.MULTILINE)


def sections_of(notes: Notes | None) -> Sections:
    """The notes on a release by their headings; without notes, it is the first one."""
    if notes is None:
        return {"": (FIRST,)}
    found = {heading: _bullets(getattr(notes, heading.lower())) for heading in _ORDER[1:]}
    kept = {heading: items for heading, items in found.items() if items}
    return kept or {"": (NOTHING,)}


def sections_in(text: str, version: str) -> Sections | None:
    """What a changelog says of a version; None where it has no entry for it."""
    entry = dict(_split(text)[1]).get(version)
    return None if entry is None else _read(entry)


def joined(*all_sections: Sections) -> Sections:
    """The items of several entries under their headings, each once, in the order of a changelog."""
    told: dict[str, dict[str, None]] = {heading: {} for heading in _ORDER}
    for sections in all_sections:
        for heading, items in sections.items():
            told.setdefault(heading, {}).update(dict.fromkeys(items))
    found = {heading: tuple(items) for heading, items in told.items() if items}
    if set(found) - {""}:
        return _without(found, {"": (NOTHING,)})
    return found


def brought_on(entry: Sections, before: Sections, now: Sections) -> Sections:
    """An entry that was made of notes, made of other notes; what people wrote into it stays."""
    gone = {
        heading: [item for item in items if item not in now.get(heading, ())]
        for heading, items in before.items()
    }
    come = {
        heading: [item for item in items if item not in before.get(heading, ())]
        for heading, items in now.items()
    }
    return joined(_without(entry, gone), come)


def with_entry(
    text: str, title: str, version: str, sections: Sections, taken: Collection[str] = ()
) -> str:
    """A changelog with an entry in the place of that for the version, or above all others.

    The entries of the versions in `taken` go. A new changelog begins with the title.
    """
    head, entries = _split(text or f"# {title}\n")
    kept = [entry for entry in entries if entry[0] not in taken]
    new = version, f"## {version}\n\n{_written(sections)}"
    if version in dict(kept):
        kept = [new if entry[0] == version else entry for entry in kept]
    else:
        kept.insert(0, new)
    return "\n\n".join([head.strip("\n"), *(words.strip("\n") for _, words in kept)]) + "\n"


def _split(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands above the entries, and each entry with its version and its heading."""
    starts = list(_ENTRY.finditer(text))
    if not starts:
        return text, []
    ends = [*(start.start() for start in starts[1:]), len(text)]
    entries = [
        (start[1], text[start.start() : end]) for start, end in zip(starts, ends, strict=True)
    ]
    return text[: starts[0].start()], entries


def _read(entry: str) -> Sections:
    """The items of an entry by their headings."""
    _, above, *pieces = ["", *_SECTION.split(_ENTRY.sub("", entry, count=1))]
    found: dict[str, tuple[str, ...]] = {"": (above.strip(),)} if above.strip() else {}
    for heading, body in zip(pieces[::2], pieces[1::2], strict=True):
        found[heading] = tuple(item.strip() for item in _ITEM.split(body) if item.strip())
    return found


def _written(sections: Sections) -> str:
    blocks = []
    for heading, items in sections.items():
        if heading:
            blocks.append(f"### {heading}")
        blocks.append(("\n" if heading else "\n\n").join(items))
    return "\n\n".join(blocks)


def _bullets(sentences: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"- {sentence}" for sentence in sentences)


def _without(sections: Sections, gone: Sections) -> Sections:
    left = {
        heading: tuple(item for item in items if item not in gone.get(heading, ()))
        for heading, items in sections.items()
    }
    return {heading: items for heading, items in left.items() if items}
