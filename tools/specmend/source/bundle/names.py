"""Names of components, from the names of files and of the places in them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, TypeVar

_Key = TypeVar("_Key")
_UNFIT: Final = re.compile(r"[^A-Za-z0-9._-]+")
_SPELLING: Final = re.compile(r"[._-]+")


def name_all(
    wanted: Mapping[_Key, tuple[str, ...]], taken: Collection[str], fallback: str
) -> dict[_Key, str]:
    """A name for each, made of its words: the last one, with one before it where names clash.

    No name is spelled as another one, or as one of those taken, but for capitals and punctuation:
    classes are named after components. What has no letter of ASCII is called by the `fallback`.
    """
    groups: dict[str, list[_Key]] = defaultdict(list)
    for key, words in wanted.items():
        groups[_spelling(fit_name(words[-1], fallback))].append(key)
    used = set(map(_spelling, taken))
    made: dict[_Key, str] = {}
    # Names that need no other word come first, so that none of them depends on the others.
    for spelling, keys in sorted(groups.items(), key=lambda group: len(group[1]) > 1):
        clashes = len(keys) > 1 or spelling in used
        named = [wanted[key] for key in keys]
        names = _qualified(named, fallback) if clashes else [fit_name(named[0][-1], fallback)]
        for key, name in zip(keys, names, strict=True):
            made[key] = _free(name, used)
            used.add(_spelling(made[key]))
    return {key: made[key] for key in wanted}


def fit_name(word: str, fallback: str) -> str:
    """A word as the name of a component: letters of ASCII, digits and . _ - alone."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return _UNFIT.sub("_", plain.strip()).strip("._-") or fallback


def _qualified(named: Sequence[tuple[str, ...]], fallback: str) -> list[str]:
    """Names that clash, each with the nearest word before it that tells them apart."""
    longest = max(map(len, named))
    for back in range(2, longest + 1):
        words = [w[-back] if len(w) >= back else "" for w in named]
        if all(words) and len(set(map(_spelling, words))) == len(words):
            return [_joined((word, w[-1]), fallback) for word, w in zip(words, named, strict=True)]
    return [_joined(w, fallback) for w in named]


def _joined(words: Iterable[str], fallback: str) -> str:
    return "_".join(fit_name(word, fallback) for word in words)


def _free(name: str, used: Collection[str]) -> str:
    """A name that is not used, with a number where it needs one."""
    count, free = 2, name
    while _spelling(free) in used:
        free, count = f"{name}_{count}", count + 1
    return free


def _spelling(name: str) -> str:
    return _SPELLING.sub("", name).casefold()
