# ruff: noqa: E501 - a line of a module stays a line here
"""Edits that show at many places, each of which is one entry."""

from __future__ import annotations

from tests.surface.written import written

_THREE = "class Opts(TypedDict{}):\n    a: int\n    b: int\n    c: NotRequired[int]\n"
_PUT, _GET = "def put(o: Opts) -> None: ...\n", "def get() -> Opts:\n    return {}\n"
_SOME = ", total=False"
_PET = "class {}:\n    def eat(self) -> int:\n        return 1\n"
_SHOP = "class Shop:\n    def buy(self, pet: {0}) -> {0}: ...\n    def sell(self, pets: list[{0}]) -> None: ...\n    def all(self) -> dict[str, {0}]: ...\n    async def later(self) -> {0} | None: ...\ndef get() -> {0}: ...\n"
_ANIMAL = "@dataclass\nclass Animal:\n    age: int\n    name: str\n@dataclass\nclass Pet(Animal):\n    legs: int = 4\n"

ENTRIES = (
    written("total_now", _THREE.format(_SOME) + _PUT, _THREE.format("") + _PUT, "m.put({})\n", "keys-now-required Opts"),
    written("total_no_more", _THREE.format("") + _PUT, _THREE.format(_SOME) + _PUT, "m.put({'a': 1, 'b': 2})\n", "keys-now-optional Opts"),
    written("total_now_in_answers", _THREE.format(_SOME) + _GET, _THREE.format("") + _GET, "x = m.get().get('a')\n", "keys-always-there Opts"),
    written("total_no_more_in_answers", _THREE.format("") + _GET.replace("{}", "{'a': 1, 'b': 2}"), _THREE.format(_SOME) + _GET, "x: int = m.get()['a'] + m.get()['b']\n", "keys-can-be-absent Opts"),
    written("total_of_one", _THREE.format(_SOME).replace("    b: int\n", "") + _PUT, _THREE.format("").replace("    b: int\n", "") + _PUT, "m.put({})\n", "field-now-required Opts.a"),
    written("required_each_by_themselves", "class Opts(TypedDict, total=False):\n    a: int\n    b: int\n" + _PUT, "class Opts(TypedDict, total=False):\n    a: Required[int]\n    b: Required[int]\n" + _PUT, "m.put({})\n", "keys-now-required Opts"),
    written("total_with_one_kept", "class Opts(TypedDict):\n    a: int\n    b: int\n    c: int\n" + _PUT, "class Opts(TypedDict, total=False):\n    a: Required[int]\n    b: int\n    c: int\n" + _PUT, "m.put({'a': 1, 'b': 2, 'c': 3})\n", "keys-now-optional Opts"),
    written("total_and_a_key", "class Opts(TypedDict):\n    a: int\n    b: int\n" + _PUT, "class Opts(TypedDict, total=False):\n    a: int\n    b: int\n    c: Required[int]\n" + _PUT, "m.put({'a': 1, 'b': 2})\n", "field-new-required Opts.c", "keys-now-optional Opts"),
    written("total_of_a_parent", "class Part(TypedDict):\n    a: int\n    b: int\nclass Opts(Part, total=False):\n    c: int\n" + _PUT, "class Part(TypedDict, total=False):\n    a: int\n    b: int\nclass Opts(Part, total=False):\n    c: int\n" + _PUT, "m.put({'a': 1, 'b': 2})\n", "keys-now-optional Part"),
    written("total_of_a_private_parent", "class _Part(TypedDict, total=False):\n    a: int\n    b: int\nclass Opts(_Part): ...\nclass More(_Part): ...\n" + _PUT + "def also(o: More) -> None: ...\n", "class _Part(TypedDict):\n    a: int\n    b: int\nclass Opts(_Part): ...\nclass More(_Part): ...\n" + _PUT + "def also(o: More) -> None: ...\n", "m.put({})\n", "keys-now-required Opts"),
    written("total_of_unpacked", "class _Opts(TypedDict, total=False):\n    a: int\n    b: int\ndef put(**o: Unpack[_Opts]) -> None: ...\n", "class _Opts(TypedDict):\n    a: int\n    b: int\ndef put(**o: Unpack[_Opts]) -> None: ...\n", "m.put()\n", "keys-now-required put"),
    written("swapped_fields", "@dataclass\nclass Pet:\n    age: int\n    name: str\n    legs: int\n", "@dataclass\nclass Pet:\n    name: str\n    age: int\n    legs: int\n", "x: int = m.Pet(1, 'a', 4).age\nassert m.Pet(1, 'a', 4).age == 1\n", "argument-moved Pet(age)"),
    written("swapped_arguments", "def buy(age: int, name: str) -> int:\n    return age\n", "def buy(name: str, age: int) -> int:\n    return age\n", "assert m.buy(1, 'a') == 1\n", "argument-moved buy(age)"),
    written("swapped_last_arguments", "def buy(a: int, age: int, name: str) -> int:\n    return age\n", "def buy(a: int, name: str, age: int) -> int:\n    return age\n", "assert m.buy(0, 1, 'a') == 1\n", "argument-moved buy(age)"),
    written("swapped_optional_arguments", "def buy(age: int = 1, name: str = '') -> int:\n    return age\n", "def buy(name: str = '', age: int = 1) -> int:\n    return age\n", "assert m.buy(1, 'a') == 1\n", "argument-moved buy(age)"),
    written("swapped_items", "class Pet(NamedTuple):\n    age: int\n    name: str\ndef get() -> Pet:\n    return Pet(1, 'a')\n", "class Pet(NamedTuple):\n    name: str\n    age: int\ndef get() -> Pet:\n    return Pet('a', 1)\n", "age, name = m.get()\nx: int = age + 1\n", "items-changed Pet"),
    written("renamed_item", "class Pet(NamedTuple):\n    age: int\n    name: str\ndef get() -> Pet:\n    return Pet(1, 'a')\n", "class Pet(NamedTuple):\n    years: int\n    name: str\ndef get() -> Pet:\n    return Pet(1, 'a')\n", "x: int = m.get().age\n", "member-renamed Pet.age"),
    written("renamed_field", "@dataclass\nclass Pet:\n    age: int\n    name: str\n", "@dataclass\nclass Pet:\n    years: int\n    name: str\n", "x: int = m.Pet(1, 'a').age\nm.Pet(age=1, name='a')\n", "argument-renamed Pet(age)"),
    written("renamed_key", "class Opts(TypedDict):\n    a_key: int\n    b: int\n" + _PUT + "def get() -> Opts:\n    return {'a_key': 1, 'b': 2}\n", "class Opts(TypedDict):\n    the_key: int\n    b: int\n" + _PUT + "def get() -> Opts:\n    return {'the_key': 1, 'b': 2}\n", "x: int = m.get()['a_key']\n", "field-renamed Opts.a_key"),
    written("renamed_key_of_unpacked", "class _Opts(TypedDict):\n    a_key: int\n    b: str\ndef put(**o: Unpack[_Opts]) -> None:\n    assert len(o.keys() & {'a_key', 'b'}) == 2\ndef also(**o: Unpack[_Opts]) -> None: ...\n", "class _Opts(TypedDict):\n    the_key: int\n    b: str\ndef put(**o: Unpack[_Opts]) -> None:\n    assert len(o.keys() & {'the_key', 'b'}) == 2\ndef also(**o: Unpack[_Opts]) -> None: ...\n", "m.put(a_key=1, b='')\n", "argument-renamed put(a_key)"),
    written("renamed_class", _PET.format("Cat") + _SHOP.format("Cat"), _PET.format("Tiger") + _SHOP.format("Tiger"), "x: m.Cat = m.Cat()\n", "name-renamed Cat"),
    written("renamed_typed_dict", "class Opts(TypedDict):\n    a: int\n" + _SHOP.format("Opts"), "class Options(TypedDict):\n    a: int\n" + _SHOP.format("Options"), "x: m.Opts = m.Opts(a=1)\n", "name-renamed Opts"),
    written("renamed_alias", "Kind: TypeAlias = 'int | list[str]'\n" + _SHOP.format("Kind"), "Sort: TypeAlias = 'int | list[str]'\n" + _SHOP.format("Sort"), "x: m.Kind = 1\nprint(m.Kind)\n", "name-renamed Kind"),
    written("renamed_enum", "class Kind(enum.Enum):\n    CAT = 'cat'\n" + _SHOP.format("Kind"), "class Sort(enum.Enum):\n    CAT = 'cat'\n" + _SHOP.format("Sort"), "x = m.Kind.CAT\n", "name-renamed Kind"),
    written("renamed_class_and_its_field", "class Cat:\n    def __init__(self, age_of: int) -> None:\n        self.age_of = age_of\n    def eat(self) -> int: ...\n" + _SHOP.format("Cat"), "class Cat:\n    def __init__(self, years_of: int) -> None:\n        self.years_of = years_of\n    def eat(self) -> int: ...\n" + _SHOP.format("Cat"), "x: int = m.Cat(age_of=1).age_of\n", "argument-renamed Cat(age_of)"),
    written("changed_alias", "Kind: TypeAlias = Literal['a', 'b']\n" + _SHOP.format("Kind"), "Kind: TypeAlias = Literal['a']\n" + _SHOP.format("Kind"), "x: m.Kind = 'b'\n", "type-choice-gone Kind"),
    written("deprecated_overload", "@overload\ndef buy(pet: int) -> int: ...\n@overload\ndef buy(pet: str) -> str: ...\ndef buy(pet: Any) -> Any:\n    return pet\n", "@overload\ndef buy(pet: int) -> int: ...\n@overload\n@deprecated('x')\ndef buy(pet: str) -> str: ...\ndef buy(pet: Any) -> Any:\n    return pet\n", "m.buy('1')\n", "deprecated-overload buy"),
    written("deprecated_first_overload", "class Shop:\n    @overload\n    def buy(self, pet: int) -> int: ...\n    @overload\n    def buy(self, pet: str) -> str: ...\n    def buy(self, pet: Any) -> Any:\n        return pet\n", "class Shop:\n    @deprecated('x')\n    @overload\n    def buy(self, pet: int) -> int: ...\n    @overload\n    def buy(self, pet: str) -> str: ...\n    def buy(self, pet: Any) -> Any:\n        return pet\n", "m.Shop().buy(1)\n", "deprecated-overload Shop.buy"),
    written("deprecated_overloads", "@overload\ndef buy(pet: int) -> int: ...\n@overload\ndef buy(pet: str) -> str: ...\ndef buy(pet: Any) -> Any:\n    return pet\n", "@overload\n@deprecated('x')\ndef buy(pet: int) -> int: ...\n@overload\n@deprecated('x')\ndef buy(pet: str) -> str: ...\ndef buy(pet: Any) -> Any:\n    return pet\n", "m.buy('1')\n", "deprecated buy"),
    written("no_longer_deprecated_overload", "@overload\ndef buy(pet: int) -> int: ...\n@overload\n@deprecated('x')\ndef buy(pet: str) -> str: ...\ndef buy(pet: Any) -> Any:\n    return pet\n", "@overload\ndef buy(pet: int) -> int: ...\n@overload\ndef buy(pet: str) -> str: ...\ndef buy(pet: Any) -> Any:\n    return pet\n", "m.buy('1')\n", "no-longer-deprecated buy"),
    written("deprecated_overload_new", "@overload\ndef buy(pet: int) -> int: ...\n@overload\ndef buy(pet: str) -> str: ...\ndef buy(pet: Any) -> Any:\n    return pet\n", "@overload\ndef buy(pet: int) -> int: ...\n@overload\ndef buy(pet: str) -> str: ...\n@overload\n@deprecated('x')\ndef buy(pet: bytes) -> str: ...\ndef buy(pet: Any) -> Any:\n    return pet\n", "m.buy('1')\n", "argument-wider buy(pet)"),
    written("choice_gone_from_an_answer", "def get() -> Literal['a', 'b', 'c']:\n    return 'a'\n", "def get() -> Literal['a', 'b']:\n    return 'a'\n", "x: str = m.get()\nprint(x == 'c')\n", "result-choice-lost get"),
    written("choice_gone_from_a_list", "def get() -> list[Literal['a', 'b']] | None:\n    return ['a']\n", "def get() -> list[Literal['a']] | None:\n    return ['a']\n", "x = m.get()\n", "result-choice-lost get"),
    written("choice_gone_from_a_field", "class Pet(TypedDict):\n    kind: Literal['a', 'b']\ndef get() -> Pet:\n    return {'kind': 'a'}\n", "class Pet(TypedDict):\n    kind: Literal['a']\ndef get() -> Pet:\n    return {'kind': 'a'}\n", "x = m.get()['kind']\n", "field-choice-lost Pet.kind"),
    written("choice_gone_from_a_type", "Kind: TypeAlias = Literal['a', 'b']\ndef get() -> Kind:\n    return 'a'\n", "Kind: TypeAlias = Literal['a']\ndef get() -> Kind:\n    return 'a'\n", "x: m.Kind = m.get()\n", "type-choice-lost Kind"),
    written("choice_gone_beside_others", "def get() -> Literal['a', 'b'] | int:\n    return 'a'\n", "def get() -> Literal['a'] | int:\n    return 'a'\n", "x = m.get()\n", "result-choice-lost get"),
    written("all_choices_gone", "def get() -> Literal['a', 'b'] | int:\n    return 1\n", "def get() -> int:\n    return 1\n", "x: m.Literal['a', 'b'] | int = m.get()\n", "result-narrower get"),
    written("parent_swaps", _ANIMAL, _ANIMAL.replace("    age: int\n    name: str\n", "    name: str\n    age: int\n"), "assert m.Pet(1, 'a').age == 1\n", "argument-moved Animal(age)"),
    written("parent_renames", _ANIMAL, _ANIMAL.replace("age", "years"), "x: int = m.Pet(age=1, name='a').age\n", "argument-renamed Animal(age)"),
    written("parent_loses", _ANIMAL, _ANIMAL.replace("    age: int\n", ""), "x: int = m.Pet(age=1, name='a').age\n", "argument-gone Animal(age)"),
    written("parent_gains", _ANIMAL, _ANIMAL.replace("    name: str\n", "    name: str\n    kind: int\n"), "m.Pet(age=1, name='a')\n", "argument-new-required Animal(kind)"),
    written("parent_retypes", _ANIMAL, _ANIMAL.replace("age: int", "age: str"), "x: int = m.Pet(age=1, name='a').age\n", "argument-replaced Animal(age)"),
    written("parent_by_name", _ANIMAL, _ANIMAL.replace("@dataclass\nclass A", "@dataclass(kw_only=True)\nclass A"), "m.Animal(1, 'a')\n", "argument-by-name Animal(age)", "argument-by-name Animal(name)"),
)  # fmt: skip
