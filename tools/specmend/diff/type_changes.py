"""The changes of what a schema is: its type, its format, null, and where it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.diff.compared import Compared
from specmend.diff.delta import Delta
from specmend.diff.layers import NEVER
from specmend.diff.own_parts import moved, place_before, said_apart
from specmend.diff.schema_words import shown, type_in_words
from specmend.diff.side import Side
from specmend.diff.spelled import FORMAT, NULL, TYPE, VALUES
from specmend.diff.view import View
from specmend.document.openapi.keywords import ANNOTATIONS, KEYWORDS, UNIONS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same

TYPING: Final = (TYPE, FORMAT, NULL, "$ref")
"""What says together of which kind the values are."""

_KNOWN: Final = frozenset({*KEYWORDS, *TYPING})
"""The keywords that forbid anything; nobody knows what any other one is for."""


def type_changes(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    """The type, the format, the schema that is referred to, and null, together."""
    changed: list[Address] = []
    for word in TYPING:
        before, after = said_apart(compared, old, new, word)
        if [said.value for said in before] != [said.value for said in after]:
            changed += [said.address for said in after] or [moved(new, said) for said in before]
    if not changed:
        return
    typing = _typing(compared.old, old), _typing(compared.new, new)
    if same(*typing):
        # The same is said elsewhere.
        return
    now, was = _in_words(compared.new, new), _in_words(compared.old, old)
    address, *further = dict.fromkeys(changed)
    only_null = not further and address[-1:] in {("type",), ("nullable",), ("anyOf",), ("oneOf",)}
    also = ((*new.home, "nullable"),) if only_null and now == f"{was} or null" else ()
    if now == was:
        now, was = _precisely(new), _precisely(old)
    word = NULL if only_null and also else TYPE
    yield Delta(
        text=f"is now {now}, was {was}",
        address=address,
        also=(*further, *also),
        word=word,
        kind="schema",
        key=TYPE,
        before=typing[0],
        after=typing[1],
        was=place_before(old, address),
        is_whole=any(map(_says_nothing, (old, new))) or _is_union(old) is not _is_union(new),
    )


def never_changes(old: View, new: View) -> Delta | None:
    """That no value at all is allowed now, or was before, where that is so."""
    before, after = (view.words.get(NEVER, []) for view in (old, new))
    is_now, was = (any(said.value is False for said in one) for one in (after, before))
    if is_now is was:
        return None
    address = after[0].address if is_now else moved(new, before[0])
    return Delta(
        text="allows no value now" if is_now else "allowed no value before",
        address=address,
        word=NEVER,
        kind="schema",
        key=NEVER,
        before=MISSING if is_now else False,
        after=False if is_now else MISSING,
        was=place_before(old, address) if is_now else before[0].address,
    )


def null_change(old: View, new: View) -> Iterator[Delta]:
    """Whether null is allowed now, or is not any more, and nothing else of the type differs."""
    if (NULL in old.words) is not (NULL in new.words):
        said = new.words.get(NULL)
        text = "may be null now" if said else "may not be null any more"
        address = said[0].address if said else moved(new, old.words[NULL][0])
        yield Delta(
            text=text,
            address=address,
            word=NULL,
            kind="schema",
            key=NULL,
            before=NULL in old.words,
            after=NULL in new.words,
            was=place_before(old, address),
        )


def _says_nothing(view: View) -> bool:
    """Whether a view allows any value."""
    said = (view.words.keys() & _KNOWN) - ANNOTATIONS
    return not (said or view.one or view.named or view.listed or view.required)


def _is_union(view: View) -> bool:
    """Whether a view says no more than that one of several branches holds."""
    is_listed = any(key in view.listed for key in UNIONS)
    said = view.words.keys() - {*ANNOTATIONS, NULL}
    return is_listed and not (said or view.one or view.named)


def _typing(side: Side, view: View) -> Tree:
    """What a view says of the type of values, word by word; a reference out of the document too."""
    said = {word: view.word(word) for word in TYPING if word in view.words}
    shape = [key for key in ("items", *view.listed) if key in view.one or key in view.listed]
    return {**said, "words": _in_words(side, view), "shape": shape}


def _in_words(side: Side, view: View) -> str:
    """What a view is, as the schema at its home would say it."""
    schema: dict[str, Tree] = {}
    for word in ("$ref", TYPE, FORMAT, VALUES):
        said = view.words.get(word)
        if said:
            schema[word] = said[0].value
    types = schema.get(TYPE)
    if isinstance(types, list) and len(types) == 1:
        schema[TYPE] = types[0]
    if types == []:
        return "null"
    if "items" in view.one:
        schema["items"] = side.at(view.one["items"].addresses[0])
    schema |= {key: [] for key in view.listed}
    if NULL in view.words:
        schema["nullable"] = True
    return type_in_words(schema)


def _precisely(view: View) -> str:
    return ", ".join(
        f"{word} {shown([said.value for said in view.words[word]])}"
        for word in TYPING
        if word in view.words
    )
