# ruff: noqa: E501 - a line of a module stays a line here
"""Changes of modules that people write, each with a program that uses the module as it was.

What a change breaks is decided by running the program and its type checks, in tests/fuzz/truths.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent

from tests.surface.cases import Case, case


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A module before and after, and lines that use it as `m`."""

    case: Case
    use: str


def written(name: str, before: str, after: str, use: str, *expected: str) -> Written:
    """A change of a module; indentation of the texts does not matter."""
    return Written(case=case(name, before, after, *expected), use=dedent(use))


START = """\
from __future__ import annotations

import abc
import enum
import functools
import collections.abc
from collections.abc import (
    AsyncIterator, Callable, Collection, Generator, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, Sequence, Set as AbstractSet
)
from dataclasses import dataclass, field
from typing import (
    Any, ClassVar, Final, Generic, Literal, NamedTuple, NewType, Protocol, TypeAlias, TypedDict, TypeVar, final, overload
)

from typing_extensions import NotRequired, Required, Unpack, deprecated

T = TypeVar("T")
K = TypeVar("K")


class NotGiven: ...


NOT_GIVEN = NotGiven()
"""

CALLS = (
    written(
        "positional_only",
        "def buy(pet: int) -> None: ...\n",
        "def buy(pet: int, /) -> None: ...\n",
        "m.buy(pet=1)\n",
        "argument-by-place buy(pet)",
    ),
    written(
        "positional_only_renamed",
        "def buy(pet: int, /) -> None: ...\n",
        "def buy(dog: int, /) -> None: ...\n",
        "m.buy(1)\n",
    ),
    written(
        "positional_only_no_more",
        "def buy(pet: int, /) -> None: ...\n",
        "def buy(pet: int) -> None: ...\n",
        "m.buy(1)\n",
    ),
    written(
        "keyword_only",
        "def buy(a: int, pet: int = 1) -> None: ...\n",
        "def buy(a: int, *, pet: int = 1) -> None: ...\n",
        "m.buy(1, 2)\n",
        "argument-by-name buy(pet)",
    ),
    written(
        "keyword_only_no_more",
        "def buy(*, pet: int) -> None: ...\n",
        "def buy(pet: int) -> None: ...\n",
        "m.buy(pet=2)\n",
    ),
    written(
        "many_gone",
        "def buy(*pets: int) -> None: ...\n",
        "def buy(pets: Sequence[int] = ()) -> None: ...\n",
        "m.buy(1, 2)\n",
        "argument-one buy(pets)",
    ),
    written(
        "many_gone_wholly",
        "def buy(a: int, *pets: int) -> None: ...\n",
        "def buy(a: int) -> None: ...\n",
        "m.buy(1, 2)\n",
        "argument-gone buy(pets)",
    ),
    written(
        "many_new",
        "def buy(a: int) -> None: ...\n",
        "def buy(a: int, *pets: int) -> None: ...\n",
        "m.buy(1)\nm.buy(a=1)\n",
        "argument-new buy(pets)",
    ),
    written(
        "many_narrower",
        "def buy(*pets: int | str) -> None: ...\n",
        "def buy(*pets: int) -> None: ...\n",
        "m.buy(1, '2')\n",
        "argument-type buy(pets)",
    ),
    written(
        "many_renamed",
        "def buy(*pets: int) -> None: ...\n",
        "def buy(*dogs: int) -> None: ...\n",
        "m.buy(1, 2)\n",
    ),
    written(
        "any_name_gone",
        "def buy(**more: int) -> None: ...\n",
        "def buy(a: int = 1) -> None: ...\n",
        "m.buy(b=1)\n",
        "argument-gone buy(more)",
        "argument-new buy(a)",
    ),
    written(
        "any_name_renamed",
        "def buy(**more: int) -> None: ...\n",
        "def buy(**others: int) -> None: ...\n",
        "m.buy(b=1)\n",
    ),
    written(
        "default_to_sentinel",
        "def buy(pet: int | None = None) -> None: ...\n",
        "def buy(pet: int | NotGiven = NOT_GIVEN) -> None: ...\n",
        "m.buy(None)\n",
        "argument-type buy(pet)",
    ),
    written(
        "default_to_sentinel_and_none",
        "def buy(pet: int | None = None) -> None: ...\n",
        "def buy(pet: int | None | NotGiven = NOT_GIVEN) -> None: ...\n",
        "m.buy(None)\nm.buy()\n",
        "argument-null buy(pet)",
    ),
    written(
        "overload_gone",
        "@overload\ndef buy(pet: int) -> int: ...\n@overload\ndef buy(pet: str) -> str: ...\ndef buy(pet: Any) -> Any:\n    return pet\n",
        "def buy(pet: int) -> int:\n    return pet\n",
        "x: str = m.buy('1')\n",
        "argument-type buy(pet)",
    ),
    written(
        "overload_new",
        "def buy(pet: int) -> int:\n    return pet\n",
        "@overload\ndef buy(pet: int) -> int: ...\n@overload\ndef buy(pet: str) -> str: ...\ndef buy(pet: Any) -> Any:\n    return pet\n",
        "x: int = m.buy(1)\n",
        "argument-wider buy(pet)",
    ),
    written(
        "generic_result",
        "def buy(pet: str) -> str:\n    return pet\n",
        "def buy(pet: T) -> T:\n    return pet\n",
        "x: str = m.buy('1')\n",
    ),
    written(
        "generic_no_more",
        "def buy(pet: T) -> T:\n    return pet\n",
        "def buy(pet: int) -> int:\n    return pet\n",
        "x: str = m.buy('1')\n",
        "argument-type buy(pet)",
    ),
    written(
        "iterator_to_list",
        "def buy() -> Iterator[int]:\n    return iter([1])\n",
        "def buy() -> list[int]:\n    return [1]\n",
        "next(m.buy())\n",
        "result-replaced buy",
    ),
    written(
        "generator_to_async",
        "def buy() -> Iterator[int]:\n    yield 1\n",
        "async def buy() -> AsyncIterator[int]:\n    yield 1\n",
        "for x in m.buy(): ...\n",
        "result-replaced buy",
    ),
    written(
        "cached",
        "def buy(pet: int) -> int:\n    return pet\n",
        "@functools.cache\ndef buy(pet: int) -> int:\n    return pet\n",
        "x: int = m.buy(1)\nm.buy(pet=1)\n",
    ),
    written(
        "class_to_function",
        "class buy:\n    def __init__(self, pet: int) -> None: ...\n",
        "def buy(pet: int) -> None: ...\n",
        "x: m.buy = m.buy(1)\nisinstance(1, m.buy)\n",
        "thing-replaced buy",
    ),
)

CLASSES = (
    written(
        "static_to_method",
        "class Pet:\n    @staticmethod\n    def make(a: int) -> int:\n        return a\n",
        "class Pet:\n    def make(self, a: int) -> int:\n        return a\n",
        "m.Pet.make(1)\n",
        "now-of-instance Pet.make",
    ),
    written(
        "class_method_to_method",
        "class Pet:\n    @classmethod\n    def make(cls, a: int) -> int:\n        return a\n",
        "class Pet:\n    def make(self, a: int) -> int:\n        return a\n",
        "m.Pet.make(1)\n",
        "now-of-instance Pet.make",
    ),
    written(
        "method_to_static",
        "class Pet:\n    def make(self, a: int) -> int:\n        return a\n",
        "class Pet:\n    @staticmethod\n    def make(a: int) -> int:\n        return a\n",
        "m.Pet().make(1)\n",
    ),
    written(
        "cached_property",
        "class Pet:\n    @property\n    def age(self) -> int:\n        return 1\n",
        "class Pet:\n    @functools.cached_property\n    def age(self) -> int:\n        return 1\n",
        "x: int = m.Pet().age\n",
    ),
    written(
        "setter_gone",
        "class Pet:\n    @property\n    def age(self) -> int:\n        return 1\n    @age.setter\n    def age(self, to: int) -> None: ...\n",
        "class Pet:\n    @property\n    def age(self) -> int:\n        return 1\n",
        "m.Pet().age = 2\n",
        "now-read-only Pet.age",
    ),
    written(
        "attribute_to_property",
        "class Pet:\n    def __init__(self) -> None:\n        self.age: int = 1\n",
        "class Pet:\n    def __init__(self) -> None: ...\n    @property\n    def age(self) -> int:\n        return 1\n",
        "m.Pet().age = 2\n",
        "now-read-only Pet.age",
    ),
    written(
        "class_attribute_to_instance",
        "class Pet:\n    legs: ClassVar[int] = 4\n",
        "class Pet:\n    def __init__(self) -> None:\n        self.legs: int = 4\n",
        "x: int = m.Pet.legs\n",
        "now-of-instance Pet.legs",
    ),
    written(
        "class_attribute_narrower",
        "class Pet:\n    legs: ClassVar[int | str] = 4\n",
        "class Pet:\n    legs: ClassVar[int] = 4\n",
        "x: int | str = m.Pet.legs\n",
        "field-narrower Pet.legs",
    ),
    written(
        "context_gone",
        "class Shop:\n    def __enter__(self) -> Shop:\n        return self\n    def __exit__(self, *a: object) -> None: ...\n    def buy(self) -> None: ...\n",
        "class Shop:\n    def buy(self) -> None: ...\n",
        "with m.Shop() as shop:\n    shop.buy()\n",
        "member-gone Shop.__enter__",
    ),
    written(
        "parent_gone",
        "class Animal:\n    def eat(self) -> None: ...\nclass Pet(Animal): ...\n",
        "class Animal:\n    def eat(self) -> None: ...\nclass Pet:\n    def eat(self) -> None: ...\n",
        "assert isinstance(m.Pet(), m.Animal)\nx: m.Animal = m.Pet()\n",
        "parent-gone Pet",
    ),
    written(
        "parent_gone_with_its_member",
        "class Animal:\n    def eat(self) -> None: ...\nclass Pet(Animal): ...\n",
        "class Animal:\n    def eat(self) -> None: ...\nclass Pet: ...\n",
        "m.Pet().eat()\n",
        "parent-gone Pet",
    ),
    written(
        "error_of_value",
        "class Fault(ValueError): ...\ndef buy() -> None:\n    raise Fault\n",
        "class Fault(Exception): ...\ndef buy() -> None:\n    raise Fault\n",
        "try:\n    m.buy()\nexcept ValueError: ...\n",
        "parent-gone Fault",
    ),
    written(
        "error_of_key_too",
        "class Fault(ValueError): ...\ndef buy() -> None:\n    raise Fault\n",
        "class Fault(KeyError, ValueError): ...\ndef buy() -> None:\n    raise Fault\n",
        "try:\n    m.buy()\nexcept ValueError: ...\n",
        "parent-new Fault",
    ),
    written(
        "error_of_narrower",
        "class Fault(LookupError): ...\ndef buy() -> None:\n    raise Fault\n",
        "class Fault(KeyError): ...\ndef buy() -> None:\n    raise Fault\n",
        "try:\n    m.buy()\nexcept LookupError: ...\n",
        "parent-new Fault",
    ),
    written(
        "abstract_new",
        "class Shop(abc.ABC):\n    @abc.abstractmethod\n    def buy(self) -> None: ...\n",
        "class Shop(abc.ABC):\n    @abc.abstractmethod\n    def buy(self) -> None: ...\n    @abc.abstractmethod\n    def sell(self) -> None: ...\n",
        "class Mine(m.Shop):\n    def buy(self) -> None: ...\nMine()\n",
        "member-new-abstract Shop.sell",
    ),
    written(
        "abstract_now",
        "class Shop:\n    def buy(self) -> None: ...\n",
        "class Shop(abc.ABC):\n    @abc.abstractmethod\n    def buy(self) -> None: ...\n",
        "m.Shop()\n",
        "now-abstract Shop.buy",
    ),
    written(
        "protocol_wants_more",
        "class Buys(Protocol):\n    def buy(self) -> None: ...\ndef use(one: Buys) -> None: ...\n",
        "class Buys(Protocol):\n    def buy(self) -> None: ...\n    def sell(self) -> None: ...\ndef use(one: Buys) -> None: ...\n",
        "class Mine:\n    def buy(self) -> None: ...\nm.use(Mine())\n",
        "member-new-wanted Buys.sell",
    ),
    written(
        "final_now",
        "class Pet: ...\n",
        "@final\nclass Pet: ...\n",
        "class Mine(m.Pet): ...\n",
        "now-final Pet",
    ),
    written(
        "generic_now",
        "class Box:\n    def get(self) -> int:\n        return 1\n",
        "class Box(Generic[T]):\n    def get(self) -> int:\n        return 1\n",
        "x: int = m.Box().get()\n",
    ),
    written(
        "generic_class_no_more",
        "class Box(Generic[T]):\n    def get(self) -> int:\n        return 1\n",
        "class Box:\n    def get(self) -> int:\n        return 1\n",
        "class Mine(m.Box[int]): ...\n",
        "parameters-changed Box",
    ),
    written(
        "generic_of_two",
        "class Box(Generic[T]):\n    def get(self) -> T: ...\n",
        "class Box(Generic[T, K]):\n    def get(self) -> T: ...\n",
        "class Mine(m.Box[int]): ...\n",
        "parameters-changed Box",
    ),
    written(
        "deprecated_class",
        "class Pet:\n    def eat(self) -> None: ...\n",
        "@deprecated('x')\nclass Pet:\n    def eat(self) -> None: ...\n",
        "m.Pet().eat()\n",
        "deprecated Pet",
    ),
    written(
        "nested_gone",
        "class Pet:\n    class Leg:\n        toes: int = 3\n    def eat(self) -> None: ...\n",
        "class Pet:\n    def eat(self) -> None: ...\n",
        "x: m.Pet.Leg = m.Pet.Leg()\n",
        "name-gone Pet.Leg",
    ),
    written(
        "nested_member_gone",
        "class Pet:\n    class Leg:\n        toes: int = 3\n        nails: int = 4\n    def eat(self) -> None: ...\n",
        "class Pet:\n    class Leg:\n        toes: int = 3\n    def eat(self) -> None: ...\n",
        "x: int = m.Pet.Leg().nails\n",
        "member-gone Pet.Leg.nails",
    ),
)

RECORDS = (
    written(
        "typed_dict_total",
        "class Opts(TypedDict, total=False):\n    a: int\n    b: int\ndef put(o: Opts) -> None: ...\n",
        "class Opts(TypedDict):\n    a: int\n    b: int\ndef put(o: Opts) -> None: ...\n",
        "m.put({})\n",
        "keys-now-required Opts",
    ),
    written(
        "typed_dict_not_total",
        "class Opts(TypedDict):\n    a: int\ndef get() -> Opts:\n    return {'a': 1}\n",
        "class Opts(TypedDict, total=False):\n    a: int\ndef get() -> Opts:\n    return {}\n",
        "x: int = m.get()['a']\n",
        "key-can-be-absent Opts.a",
    ),
    written(
        "typed_dict_not_required",
        "class Opts(TypedDict):\n    a: int\ndef put(o: Opts) -> None: ...\n",
        "class Opts(TypedDict):\n    a: NotRequired[int]\ndef put(o: Opts) -> None: ...\n",
        "m.put({'a': 1})\n",
        "field-now-optional Opts.a",
    ),
    written(
        "typed_dict_required",
        "class Opts(TypedDict, total=False):\n    a: int\ndef put(o: Opts) -> None: ...\n",
        "class Opts(TypedDict, total=False):\n    a: Required[int]\ndef put(o: Opts) -> None: ...\n",
        "m.put({})\n",
        "field-now-required Opts.a",
    ),
    written(
        "typed_dict_new_key",
        "class Opts(TypedDict):\n    a: int\ndef put(o: Opts) -> None: ...\n",
        "class Opts(TypedDict):\n    a: int\n    b: int\ndef put(o: Opts) -> None: ...\n",
        "m.put({'a': 1})\n",
        "field-new-required Opts.b",
    ),
    written(
        "typed_dict_key_gone",
        "class Opts(TypedDict):\n    a: int\n    b: int\ndef get() -> Opts:\n    return {'a': 1, 'b': 2}\n",
        "class Opts(TypedDict):\n    a: int\ndef get() -> Opts:\n    return {'a': 1}\n",
        "x: int = m.get()['b']\n",
        "field-gone Opts.b",
    ),
    written(
        "data_class_frozen",
        "@dataclass\nclass Pet:\n    age: int = 1\n",
        "@dataclass(frozen=True)\nclass Pet:\n    age: int = 1\n",
        "m.Pet().age = 2\n",
        "now-frozen Pet",
    ),
    written(
        "data_class_order",
        "@dataclass(order=True)\nclass Pet:\n    age: int = 1\n",
        "@dataclass\nclass Pet:\n    age: int = 1\n",
        "m.Pet() < m.Pet()\n",
        "no-longer-ordered Pet",
    ),
    written(
        "data_class_by_name",
        "@dataclass\nclass Pet:\n    age: int\n    name: str\n",
        "@dataclass(kw_only=True)\nclass Pet:\n    age: int\n    name: str\n",
        "m.Pet(1, 'a')\n",
        "argument-by-name Pet(age)",
        "argument-by-name Pet(name)",
    ),
    written(
        "data_class_fields_moved",
        "@dataclass\nclass Pet:\n    age: int\n    name: str\n",
        "@dataclass\nclass Pet:\n    name: str\n    age: int\n",
        "x: int = m.Pet(1, 'a').age\nassert m.Pet(1, 'a').age == 1\n",
        "argument-moved Pet(age)",
    ),
    written(
        "data_class_new_field",
        "@dataclass\nclass Pet:\n    age: int\n",
        "@dataclass\nclass Pet:\n    age: int\n    name: str = ''\n",
        "m.Pet(1)\n",
        "argument-new Pet(name)",
    ),
    written(
        "named_tuple_new_field",
        "class Pet(NamedTuple):\n    age: int\n    name: str\ndef get() -> Pet:\n    return Pet(1, 'a')\n",
        "class Pet(NamedTuple):\n    age: int\n    name: str\n    legs: int = 4\ndef get() -> Pet:\n    return Pet(1, 'a')\n",
        "age, name = m.get()\n",
        "items-changed Pet",
    ),
    written(
        "enum_member_gone",
        "class Kind(enum.Enum):\n    CAT = 'cat'\n    DOG = 'dog'\n",
        "class Kind(enum.Enum):\n    CAT = 'cat'\n",
        "x = m.Kind.DOG\n",
        "member-gone Kind.DOG",
    ),
    written(
        "enum_of_numbers_no_more",
        "class Kind(enum.IntEnum):\n    CAT = 1\n",
        "class Kind(enum.Enum):\n    CAT = 1\n",
        "assert m.Kind.CAT < 2\n",
        "parent-gone Kind",
    ),
    written(
        "enum_member_new",
        "class Kind(enum.Enum):\n    CAT = 'cat'\ndef get() -> Kind:\n    return Kind.CAT\n",
        "class Kind(enum.Enum):\n    CAT = 'cat'\n    DOG = 'dog'\ndef get() -> Kind:\n    return Kind.CAT\n",
        "x: m.Kind = m.get()\n",
        "member-new Kind.DOG",
    ),
    written(
        "new_type",
        "Id = NewType('Id', int)\ndef get() -> Id:\n    return Id(1)\n",
        "Id = NewType('Id', str)\ndef get() -> Id:\n    return Id('1')\n",
        "x: int = m.get()\nm.Id(1)\n",
        "value-type Id",
    ),
)

NAMES = (
    written(
        "all_shrinks",
        "__all__ = ['buy', 'sell']\ndef buy() -> None: ...\ndef sell() -> None: ...\n",
        "__all__ = ['buy']\ndef buy() -> None: ...\ndef sell() -> None: ...\n",
        "m.sell()\n",
        "no-longer-public sell",
    ),
    written(
        "all_grows",
        "__all__ = ['buy']\ndef buy() -> None: ...\ndef sell() -> None: ...\n",
        "__all__ = ['buy', 'sell']\ndef buy() -> None: ...\ndef sell() -> None: ...\n",
        "m.buy()\n",
        "name-new sell",
    ),
    written(
        "literal_grows_in_a_result",
        "def get() -> Literal['a']:\n    return 'a'\n",
        "def get() -> Literal['a', 'b']:\n    return 'a'\n",
        "x: Literal['a'] = m.get()\n",
        "result-choice-new get",
    ),
    written(
        "literal_shrinks_in_a_result",
        "def get() -> Literal['a', 'b']:\n    return 'a'\n",
        "def get() -> Literal['a']:\n    return 'a'\n",
        "x: Literal['a', 'b'] = m.get()\n",
        "result-choice-lost get",
    ),
    written(
        "literal_in_a_list",
        "def put(a: Sequence[Literal['a', 'b']]) -> None: ...\n",
        "def put(a: Sequence[Literal['a']]) -> None: ...\n",
        "m.put(['b'])\n",
        "argument-choice-gone put(a)",
    ),
    written(
        "constant_no_more",
        "LIMIT: Final = 3\n",
        "_LIMIT: Final = 3\n",
        "x: int = m.LIMIT\n",
        "name-gone LIMIT",
    ),
)

WRITTEN = (*CALLS, *CLASSES, *RECORDS, *NAMES)
