"""What the layers of a schema say together: each keyword once, each property once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from specmend.diff.layers import Layer, layers_of
from specmend.diff.side import Side
from specmend.diff.spelled import EXAMPLES, NULL, TYPE, Word
from specmend.document.openapi.keywords import ANNOTATIONS, CLOSING, DESCRIBING
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, same

_ALL: Final = "allOf"
_MANY: Final = frozenset({*ANNOTATIONS, EXAMPLES})
"""Keywords of which all layers may say something."""


class Said(NamedTuple):
    """A value of a keyword, where it is written, and the component that it belongs to."""

    value: Tree
    address: Address
    component: Address | None


class Part(NamedTuple):
    """The places of the schemas that together describe a part, and the component they are in."""

    addresses: tuple[Address, ...]
    component: Address | None


@dataclass(kw_only=True, slots=True)
class View:
    """A schema as its users see it: its places, and `home`, where more of it would be written."""

    places: tuple[Address, ...]
    home: Address
    components: set[Address] = field(default_factory=set)
    words: dict[str, list[Said]] = field(default_factory=dict)
    required: dict[str, Said] = field(default_factory=dict)
    one: dict[str, Part] = field(default_factory=dict)
    named: dict[str, dict[str, Part]] = field(default_factory=dict)
    listed: dict[str, list[Part]] = field(default_factory=dict)

    @property
    def is_apart(self) -> bool:
        """Whether branches of `allOf` stay branches."""
        return _ALL in self.listed

    def word(self, keyword: str) -> Tree:
        """The value of a keyword that is said once; None without it."""
        said = self.words.get(keyword)
        return said[0].value if said else None


def view_of(side: Side, addresses: Sequence[Address], *, apart: bool = False) -> View:
    """What the schemas at some places say together.

    Where they cannot be told as one, or are wanted `apart`, the branches of `allOf` stay branches.
    """
    layers = layers_of(side, addresses)
    if not (_clash(layers) or (apart and len(layers) > 1)):
        return _merged(layers, addresses)
    is_one = len(addresses) == 1
    view = _merged(layers[:1] if is_one else [], addresses)
    branches = [layer for layer in layers if layer.depth == int(is_one)]
    view.listed[_ALL] = [Part((layer.address,), layer.component) for layer in branches]
    return view


def _merged(layers: Sequence[Layer], addresses: Sequence[Address]) -> View:
    view = View(places=tuple(addresses), home=_home(layers, addresses))
    for layer in layers:
        if layer.component is not None:
            view.components.add(layer.component)
        for word in layer.words:
            _add_word(view, layer, word)
        for key, parts in layer.parts.items():
            _add_parts(view, layer, key, parts)
    _settle_null(view, layers)
    return view


def _home(layers: Sequence[Layer], addresses: Sequence[Address]) -> Address:
    """The place of the first layer that says of which type the values are."""
    for layer in layers:
        if "properties" in layer.parts or any(word.keyword == TYPE for word in layer.words):
            return layer.address
    return layers[0].address if layers else addresses[0] if addresses else ()


def _add_word(view: View, layer: Layer, word: Word) -> None:
    keyword, value, key = word
    address = (*layer.address, key) if key else layer.address
    if keyword == "required" and isinstance(value, list):
        for name in value:
            said = Said(name, address, layer.component)
            view.required.setdefault(str(name), said)
        return
    listed = view.words.setdefault(keyword, [])
    if not any(same(value, said.value) for said in listed):
        listed.append(Said(value, address, layer.component))
    elif not _may_be_many(keyword):
        # What is said in two places belongs to neither alone.
        listed[0] = listed[0]._replace(component=None)


def _add_parts(view: View, layer: Layer, key: str, parts: Any) -> None:
    if isinstance(parts, dict):
        named = view.named.setdefault(key, {})
        for name, place in parts.items():
            named[name] = _joined(named.get(name), place, layer)
    elif isinstance(parts, list):
        view.listed[key] = [Part((place,), layer.component) for place in parts]
    else:
        view.one[key] = _joined(view.one.get(key), parts, layer)


def _joined(known: Part | None, place: Address, layer: Layer) -> Part:
    """A part with one more place; what stands in two places belongs to neither alone."""
    if known is None:
        return Part((place,), layer.component)
    return Part((*known.addresses, place), None)


def _settle_null(view: View, layers: Sequence[Layer]) -> None:
    """Null is allowed where every layer with a type allows it, or one without a type says so."""
    typed = [_keywords(layer) for layer in layers]
    of_type = [words for words in typed if TYPE in words]
    said_apart = any(NULL in words for words in typed if TYPE not in words)
    if not said_apart and any(NULL not in words for words in of_type):
        view.words.pop(NULL, None)


def _clash(layers: Sequence[Layer]) -> bool:
    """Whether two layers say what cannot be told by one schema."""
    seen: dict[str, Tree] = {}
    for layer in layers:
        for word in layer.words:
            known = seen.setdefault(word.keyword, word.value)
            is_apart = word.keyword == "required" or _may_be_many(word.keyword)
            if not is_apart and not same(known, word.value):
                return True
    return _closing_clash(layers) or _parts_clash(layers)


def _closing_clash(layers: Sequence[Layer]) -> bool:
    """Whether what one layer says of all other properties depends on those that it has itself."""
    if len(layers) == 1:
        return False
    closing = sum(any(key in layer.parts for key in CLOSING) for layer in layers)
    described = sum(any(key in layer.parts for key in DESCRIBING) for layer in layers)
    return bool(closing) and described > 1


def _parts_clash(layers: Sequence[Layer]) -> bool:
    seen: set[str] = set()
    for layer in layers:
        for key, parts in layer.parts.items():
            if key in seen and not isinstance(parts, dict) and key != "items":
                return True
            seen.add(key)
    return False


def _may_be_many(keyword: str) -> bool:
    """Whether each layer may say something of its own by a keyword."""
    return keyword in _MANY or keyword.startswith("x-")


def _keywords(layer: Layer) -> set[str]:
    return {word.keyword for word in layer.words}
