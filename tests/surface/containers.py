# ruff: noqa: E501 - a line of a module stays a line here
"""Changes of what holds many values, where users read it: a list, a dict, a set and their kin."""

from __future__ import annotations

from tests.surface.written import Written, written


def gives(
    name: str, before: str, after: str, value: str, use: str, *expected: str, was: str = ""
) -> Written:
    """A function that gives another type; `value` is what it gives, and gave if `was` is ""."""
    old = f"def get() -> {before}:\n    return {was or value}\n"
    new = f"def get() -> {after}:\n    return {value}\n"
    return written(f"gives_{name}", old, new, use, *expected)


_RESULTS = (
    # What must stay: more special values in the same container.
    gives("list_of_bool", "list[int]", "list[bool]", "[True]", "x = [n + 1 for n in m.get()]\n", "result-narrower get"),
    gives("dict_of_bool", "dict[str, int]", "dict[str, bool]", "{'a': True}", "x = m.get()['a'] + 1\n", "result-narrower get"),
    gives("set_of_bool", "set[int]", "set[bool]", "{True}", "x = 1 in m.get()\n", "result-narrower get"),
    gives("tuple_of_bool", "tuple[int, ...]", "tuple[bool, ...]", "(True,)", "x: tuple[int, ...] = m.get()\n", "result-narrower get"),
    gives("lists_of_bool", "list[list[int]]", "list[list[bool]]", "[[True]]", "x = m.get()[0][0] + 1\n", "result-narrower get"),
    gives("list_or_none_no_more", "list[int] | None", "list[int]", "[1]", "x: list[int] | None = m.get()\n", "result-narrower get"),
    gives("sequence_to_list", "Sequence[int]", "list[int]", "[1]", "x: m.Sequence[int] = m.get()\n", "result-narrower get"),
    gives("iterable_to_list", "Iterable[int]", "list[int]", "[1]", "x: m.Iterable[int] = m.get()\n", "result-narrower get"),
    gives("mapping_to_dict", "Mapping[str, int]", "dict[str, int]", "{}", "x: m.Mapping[str, int] = m.get()\n", "result-narrower get"),
    gives("set_of_all_kinds_to_set", "AbstractSet[int]", "set[int]", "{1}", "x: m.AbstractSet[int] = m.get()\n", "result-narrower get"),
    gives("iterator_to_generator", "Iterator[int]", "Generator[int, None, None]", "(n for n in [1])", "x: int = next(m.get())\n", "result-narrower get"),
    gives("same_by_two_names", "AbstractSet[int]", "collections.abc.Set[int]", "{1}", "x: m.AbstractSet[int] = m.get()\n"),
    # What is wider: the values can be as before, and the types are not.
    gives("list_to_sequence", "list[int]", "Sequence[int]", "[1]", "m.get().append(1)\n", "result-type get"),
    gives("list_to_mutable", "list[int]", "MutableSequence[int]", "[1]", "x: list[int] = m.get()\n", "result-type get"),
    gives("list_to_iterable", "list[int]", "Iterable[int]", "[1]", "x = len(m.get())\n", "result-type get"),
    gives("list_to_collection", "list[int]", "Collection[int]", "[1]", "x = m.get()[0]\n", "result-type get"),
    gives("list_to_sequence_of_bool", "list[int]", "Sequence[bool]", "[True]", "m.get().append(1)\n", "result-type get"),
    gives("tuple_to_sequence", "tuple[int, ...]", "Sequence[int]", "(1,)", "x = m.get() + (1,)\n", "result-type get"),
    gives("dict_to_mapping", "dict[str, int]", "Mapping[str, int]", "{}", "m.get()['a'] = 1\n", "result-type get"),
    gives("dict_to_mutable", "dict[str, int]", "MutableMapping[str, int]", "{}", "x: dict[str, int] = m.get()\n", "result-type get"),
    gives("set_to_any_set", "set[int]", "AbstractSet[int]", "{1}", "m.get().add(1)\n", "result-type get"),
    gives("frozen_set_to_any_set", "frozenset[int]", "AbstractSet[int]", "frozenset()", "x = hash(m.get())\nx2: frozenset[int] = m.get()\n", "result-type get"),
    gives("list_or_sequence", "list[int]", "list[bool] | Sequence[int]", "[1]", "m.get().append(1)\n", "result-type get"),
    gives("generator_to_iterator", "Generator[int, str, None]", "Iterator[int]", "(n for n in [1])", "m.get().close()\n", "result-type get"),
    # What the old values never were.
    gives("list_to_tuple", "list[int]", "tuple[int, ...]", "(1,)", "m.get().append(1)\n", "result-replaced get", was="[1]"),
    gives("list_to_set", "list[int]", "set[int]", "{1}", "x = m.get()[0]\n", "result-replaced get", was="[1]"),
    gives("list_to_iterator", "list[int]", "Iterator[int]", "iter([1])", "x = len(m.get())\n", "result-replaced get", was="[1]"),
    gives("tuple_to_list", "tuple[int, ...]", "list[int]", "[1]", "x = {m.get(): 1}\n", "result-replaced get", was="(1,)"),
    gives("set_to_frozen_set", "set[int]", "frozenset[int]", "frozenset()", "m.get().add(1)\n", "result-replaced get", was="{1}"),
    gives("dict_to_list", "dict[str, int]", "list[int]", "[1]", "x = m.get()['a']\n", "result-replaced get", was="{'a': 1}"),
    gives("list_or_text", "list[int]", "list[int] | str", "[1]", "m.get().append(1)\n", "result-type get"),
    # Deeper, and as a part of others.
    gives("list_or_none", "list[int] | None", "Sequence[int] | None", "[1]", "x: list[int] | None = m.get()\n", "result-type get"),
    gives("list_or_text_as_before", "list[int] | str", "Sequence[int] | str", "[1]", "x: list[int] | str = m.get()\n", "result-type get"),
    gives("list_in_dict", "dict[str, list[int]]", "dict[str, Sequence[int]]", "{'a': [1]}", "m.get()['a'].append(1)\n", "result-type get"),
    gives("list_in_list", "list[list[int]]", "list[Sequence[int]]", "[[1]]", "m.get()[0].append(1)\n", "result-type get"),
    gives("tuple_in_list", "list[list[int]]", "list[tuple[int, ...]]", "[(1,)]", "m.get()[0].append(1)\n", "result-replaced get", was="[[1]]"),
    gives("list_in_tuple", "tuple[list[int], int]", "tuple[Sequence[int], int]", "([1], 1)", "m.get()[0].append(1)\n", "result-type get"),
    gives("list_in_tuple_of_bool", "tuple[list[int], int]", "tuple[list[bool], int]", "([True], 1)", "x = m.get()[0][0] + 1\n", "result-narrower get"),
    gives("list_in_iterator", "Iterator[list[int]]", "Iterator[Sequence[int]]", "iter([[1]])", "next(m.get()).append(1)\n", "result-type get"),
    gives("list_in_iterator_of_bool", "Iterator[list[int]]", "Iterator[list[bool]]", "iter([[True]])", "x = next(m.get())[0] + 1\n", "result-narrower get"),
    gives("list_in_sequence", "Sequence[list[int]]", "Sequence[Sequence[int]]", "[[1]]", "m.get()[0].append(1)\n", "result-type get"),
    gives("set_in_mapping", "Mapping[str, set[int]]", "Mapping[str, AbstractSet[int]]", "{'a': {1}}", "m.get()['a'].add(1)\n", "result-type get"),
)  # fmt: skip


def _place(text: str, before: str, after: str) -> tuple[str, str]:
    return text.replace("TYPE", before), text.replace("TYPE", after)


def at(name: str, text: str, before: str, after: str, use: str, *expected: str) -> Written:
    """A module with a type at TYPE."""
    return written(f"at_{name}", *_place(text, before, after), use, *expected)


_BOX = (
    "class Box(Generic[T]):\n    def __init__(self, item: T) -> None:\n        self.item = item\n"
)
_LIST, _SEQUENCE = "list[int]", "Sequence[int]"
_SHOP = "class Shop:\n    "
_RECORD = "class Pet(TypedDict):\n    legs: TYPE\ndef get() -> Pet:\n    return {'legs': VALUE}\n"
_TURN = "import asyncio\nasync def main() -> None:\n    "

_PLACES = (
    at("async", "async def get() -> TYPE:\n    return [1]\n", _LIST, _SEQUENCE, f"{_TURN}(await m.get()).append(1)\nasyncio.run(main())\n", "result-type get"),
    at("async_iterator", "async def get() -> AsyncIterator[TYPE]:\n    yield [1]\n", _LIST, _SEQUENCE, f"{_TURN}async for x in m.get():\n        x.append(1)\nasyncio.run(main())\n", "result-type get"),
    at("async_iterator_of_bool", "async def get() -> AsyncIterator[TYPE]:\n    yield [True]\n", _LIST, "list[bool]", f"{_TURN}async for x in m.get():\n        print(x[0] + 1)\nasyncio.run(main())\n", "result-narrower get"),
    at("property", f"{_SHOP}@property\n    def pets(self) -> TYPE:\n        return [1]\n", _LIST, _SEQUENCE, "m.Shop().pets.append(1)\n", "field-type Shop.pets"),
    at("method", f"{_SHOP}def pets(self) -> TYPE:\n        return [1]\n", _LIST, _SEQUENCE, "m.Shop().pets().append(1)\n", "result-type Shop.pets"),
    at("attribute", f"{_SHOP}def __init__(self) -> None:\n        self.pets: TYPE = [1]\n", _LIST, _SEQUENCE, "m.Shop().pets.append(1)\n", "field-type Shop.pets"),
    at("constant", "PETS: TYPE = [1]\n", _LIST, _SEQUENCE, "m.PETS.append(1)\n", "value-type PETS"),
    at("data_class", "@dataclass\nclass Pet:\n    legs: TYPE\ndef get() -> Pet:\n    return Pet([1])\n", _LIST, _SEQUENCE, "m.get().legs.append(1)\n", "field-type Pet.legs"),
    at("named_tuple", "class Pet(NamedTuple):\n    legs: TYPE\ndef get() -> Pet:\n    return Pet([1])\n", _LIST, _SEQUENCE, "m.get().legs.append(1)\n", "field-type Pet.legs"),
    at("typed_dict", _RECORD.replace("VALUE", "[1]"), _LIST, _SEQUENCE, "m.get()['legs'].append(1)\n", "field-type Pet.legs"),
    at("typed_dict_of_bool", _RECORD.replace("VALUE", "[True]"), _LIST, "list[bool]", "x = m.get()['legs'][0] + 1\n", "field-narrower Pet.legs"),
    at("typed_dict_narrower", _RECORD.replace("VALUE", "1"), "int | str", "int", "x: int | str = m.get()['legs']\n", "field-narrower Pet.legs"),
    at("alias", "Pets: TypeAlias = TYPE\ndef get() -> Pets:\n    return [1]\n", "'list[int]'", "'Sequence[int]'", "m.get().append(1)\n", "type-changed Pets"),
    at("generic", f"{_BOX}def get() -> Box[TYPE]:\n    return Box([1])\n", _LIST, _SEQUENCE, "m.get().item.append(1)\n", "result-type get"),
    at("generic_base", "class Pets(TYPE): ...\ndef get() -> Pets:\n    return Pets()\n", "list[int]", "tuple[int, ...]", "m.get().append(1)\n", "parent-gone Pets", "parent-new Pets"),
    at("overload", "@overload\ndef get(a: int) -> TYPE: ...\n@overload\ndef get(a: str) -> str: ...\ndef get(a: Any) -> Any:\n    return [1]\n", _LIST, _SEQUENCE, "m.get(1).append(1)\n", "result-type get"),
    at("async_iterator_of_a_method", f"{_SHOP}async def pets(self) -> AsyncIterator[TYPE]:\n        text = \"\"\"\nx\"\"\"\n        yield [text == 'x']\n", _LIST, "list[bool]", f"{_TURN}async for x in m.Shop().pets():\n        print(x[0] + 1)\nasyncio.run(main())\n", "result-narrower Shop.pets"),
    at("awaited_iterator", "async def one() -> AsyncIterator[int]:\n    yield 1\nasync def get() -> AsyncIterator[int]:\n    return one()\n", "", "", f"{_TURN}async for x in await m.get():\n        print(x)\nasyncio.run(main())\n"),
    at("given", "def put(a: TYPE) -> None: ...\n", _LIST, _SEQUENCE, "m.put([1])\n", "argument-wider put(a)"),
    at("given_less", "def put(a: TYPE) -> None: ...\n", _SEQUENCE, _LIST, "m.put((1,))\n", "argument-type put(a)"),
    at("given_set", "def put(a: TYPE) -> None: ...\n", "AbstractSet[int]", "set[int]", "m.put(frozenset())\n", "argument-type put(a)"),
    at("given_any_to_list", "def put(a: TYPE) -> None: ...\n", "Iterable[int]", "list[int]", "m.put(iter([1]))\n", "argument-type put(a)"),
    at("both_ways", "@dataclass\nclass Pet:\n    legs: TYPE\ndef swap(pet: Pet) -> Pet:\n    return pet\n", _LIST, _SEQUENCE, "m.swap(m.Pet([1])).legs.append(1)\n", "field-type Pet.legs"),
)  # fmt: skip

CONTAINERS = (*_RESULTS, *_PLACES)
