# ruff: noqa: E501 - a line of a module stays a line here
"""Small modules before and after a change, and what the change is for users."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A module before and after; `expected` are ids of checks with places in the module."""

    name: str
    before: str
    after: str
    expected: tuple[str, ...]


def case(name: str, before: str, after: str, *expected: str) -> Case:
    """A case; indentation of the texts does not matter."""
    return Case(name=name, before=dedent(before), after=dedent(after), expected=expected)


def function(name: str, before: str, after: str, *expected: str) -> Case:
    """A function with the arguments and result of a change."""
    return case(name, f"def buy{before}: ...\n", f"def buy{after}: ...\n", *expected)


def sent(name: str, before: str, after: str, *expected: str) -> Case:
    """A model that users build, with the fields of a change."""
    rest = "def put(pet: Pet) -> None: ...\n"
    return case(name, _model(before) + rest, _model(after) + rest, *expected)


def received(name: str, before: str, after: str, *expected: str) -> Case:
    """A model that users read, with the fields of a change."""
    rest = "def get() -> Pet: ...\n"
    return case(name, _model(before) + rest, _model(after) + rest, *expected)


def both_ways(name: str, before: str, after: str, *expected: str) -> Case:
    """A model that users build and read."""
    rest = "def swap(pet: Pet) -> Pet: ...\n"
    return case(name, _model(before) + rest, _model(after) + rest, *expected)


def kind(name: str, before: str, after: str, *expected: str) -> Case:
    """The name of a type that users give."""
    rest = "\ndef put(kind: Kind) -> None: ...\n"
    return case(
        name, f"Kind: TypeAlias = {before}{rest}", f"Kind: TypeAlias = {after}{rest}", *expected
    )


def kind_read(name: str, before: str, after: str, *expected: str) -> Case:
    """The name of a type that users get."""
    rest = "\ndef get() -> Kind: ...\n"
    return case(
        name, f"Kind: TypeAlias = {before}{rest}", f"Kind: TypeAlias = {after}{rest}", *expected
    )


def method(name: str, before: str, after: str, *expected: str) -> Case:
    """A class whose methods lose a type, which the module loses too."""
    kinds = "Kind: TypeAlias = Literal['x', 'y']\n"
    shop = "class Shop:\n    "
    return case(name, f"{kinds}{shop}{before}\n", f"{shop}{after}\n", *expected)


def known_names(name: str, imported: str, unpack: str) -> Case:
    """A function that takes further arguments of known names, and loses one of its own."""
    start = f"{imported}\n\nclass _More(TypedDict, total=False):\n    b: int\n\n"
    return case(
        name,
        f"{start}def buy(*, a: int = 1, **more: {unpack}[_More]) -> None: ...\n",
        f"{start}def buy(**more: {unpack}[_More]) -> None: ...\n",
        "argument-gone buy(a)",
    )


def _model(fields: str) -> str:
    lines = "".join(f"    {line.strip()}\n" for line in fields.split(";"))
    return f"class Pet(BaseModel):\n{lines or '    pass'}\n"


IMPORTS = """\
from __future__ import annotations

import datetime
import enum
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Optional, TypeAlias, TypedDict, Union, overload

from pydantic import BaseModel, Field
from typing_extensions import deprecated

NOT_GIVEN: Any = ...
"""

NAMES = (
    case("same", "def buy(pet: int) -> str: ...\n", "def buy(pet: int) -> str: ...\n"),
    case(
        "function_gone", "def buy(): ...\ndef sell(): ...\n", "def buy(): ...\n", "name-gone sell"
    ),
    case("function_new", "def buy(): ...\n", "def buy(): ...\ndef sell(): ...\n", "name-new sell"),
    case(
        "function_renamed",
        "def buy(pet: datetime.date) -> str: ...\n",
        "def get(pet: datetime.date) -> str: ...\n",
        "name-renamed buy",
    ),
    case(
        "class_renamed",
        "class Cat:\n    def purr(self) -> int: ...\ndef get() -> Cat: ...\n",
        "class Tiger:\n    def purr(self) -> int: ...\ndef get() -> Tiger: ...\n",
        "name-renamed Cat",
    ),
    case(
        "class_gone_with_its_mentions",
        "class Cat:\n    def purr(self) -> int: ...\n"
        "def get() -> Cat | str: ...\ndef put(cat: Cat | str) -> None: ...\n",
        "def get() -> str: ...\ndef put(cat: str) -> None: ...\n",
        "name-gone Cat",
    ),
    case(
        "function_gone_with_its_class",
        "class Cat(BaseModel):\n    name: str\ndef get() -> Cat: ...\ndef other(): ...\n",
        "def other(): ...\n",
        "name-gone get",
    ),
    case(
        "function_new_with_its_class",
        "def other(): ...\n",
        "class Dog(BaseModel):\n    name: str\ndef get() -> Dog: ...\ndef other(): ...\n",
        "name-new get",
    ),
    case("now_a_class", "def Buy(): ...\n", "class Buy: ...\n", "thing-replaced Buy"),
    case("constant_changed", "LIMIT: int = 3\n", "LIMIT: int = 4\n", "value-changed LIMIT"),
    case(
        "constant_retyped",
        "def f(): ...\nLIMIT: int = 3\n",
        "def f(): ...\nLIMIT: str = '3'\n",
        "value-type LIMIT",
    ),
    case("private_is_free", "def buy(): ...\ndef _x(a): ...\n", "def buy(): ...\n"),
    case(
        "parent_gone",
        "class Fault(Exception): ...\nclass Lost(Fault): ...\n",
        "class Fault(Exception): ...\nclass Lost(Exception): ...\n",
        "parent-gone Lost",
    ),
    case(
        "parent_new",
        "class Fault(Exception): ...\nclass Lost(Exception): ...\n",
        "class Fault(Exception): ...\nclass Lost(Fault): ...\n",
        "parent-new Lost",
    ),
    case(
        "exception_gone",
        "class Fault(Exception): ...\nclass Lost(Fault): ...\n",
        "class Fault(Exception): ...\n",
        "name-gone Lost",
    ),
    case(
        "sync_and_async_are_one",
        "class Shop:\n    def buy(self, pet: int) -> int: ...\n"
        "class AsyncShop:\n    async def buy(self, pet: int) -> int: ...\n",
        "class Shop:\n    def buy(self, pet: int, *, price: int) -> int: ...\n"
        "class AsyncShop:\n    async def buy(self, pet: int, *, price: int) -> int: ...\n",
        "argument-new-required Shop.buy(price)",
    ),
    case(
        "functions_sync_and_async_are_one",
        "def buy(pet: int) -> int: ...\nasync def buy_async(pet: int) -> int: ...\n",
        "def buy(pet: str) -> int: ...\nasync def buy_async(pet: str) -> int: ...\n",
        "argument-replaced buy(pet)",
    ),
)

CALLS = (
    function("argument_gone", "(a: int, b: int = 1)", "(a: int)", "argument-gone buy(b)"),
    function("argument_new", "(a: int)", "(a: int, b: int = 1)", "argument-new buy(b)"),
    function(
        "argument_new_required", "(a: int)", "(a: int, b: int)", "argument-new-required buy(b)"
    ),
    function("argument_renamed", "(a: int)", "(b: int)", "argument-renamed buy(a)"),
    function("argument_required", "(a: int = 1)", "(a: int)", "argument-now-required buy(a)"),
    function("argument_optional", "(a: int)", "(a: int = 1)", "argument-now-optional buy(a)"),
    function("argument_default", "(a: int = 1)", "(a: int = 2)", "argument-default buy(a)"),
    function("argument_by_name", "(a: int)", "(*, a: int)", "argument-by-name buy(a)"),
    function("argument_by_place", "(a: int)", "(a: int, /)", "argument-by-place buy(a)"),
    function("argument_by_either", "(*, a: int)", "(a: int)"),
    function("argument_order", "(a: int, b: str)", "(b: str, a: int)", "argument-moved buy(a)"),
    function(
        "argument_in_between",
        "(a: int, b: int = 1)",
        "(a: int, c: int = 1, b: int = 1)",
        "argument-moved buy(b)",
        "argument-new buy(c)",
    ),
    function("names_in_another_order", "(*, a: int, b: str)", "(*, b: str, a: int)"),
    function("argument_wider", "(a: int)", "(a: int | str)", "argument-wider buy(a)"),
    function("argument_narrower", "(a: int | str)", "(a: int)", "argument-type buy(a)"),
    function("argument_replaced", "(a: int)", "(a: datetime.date)", "argument-replaced buy(a)"),
    function("argument_to_number", "(a: int)", "(a: float)", "argument-wider buy(a)"),
    function("argument_from_number", "(a: float)", "(a: int)", "argument-type buy(a)"),
    function("argument_not_none", "(a: int | None)", "(a: int)", "argument-type buy(a)"),
    function("argument_none", "(a: int)", "(a: Optional[int])", "argument-wider buy(a)"),
    function("argument_union_spelled", "(a: Union[int, str])", "(a: str | int)"),
    function("argument_sequence", "(a: list[int])", "(a: Sequence[int])", "argument-wider buy(a)"),
    function(
        "argument_list", "(a: Sequence[int])", "(a: Sequence[str])", "argument-replaced buy(a)"
    ),
    function(
        "argument_items_wider", "(a: list[int])", "(a: list[int | str])", "argument-wider buy(a)"
    ),
    function(
        "argument_choice_gone",
        "(a: Literal['x', 'y'])",
        "(a: Literal['x'])",
        "argument-choice-gone buy(a)",
    ),
    function(
        "argument_choice_new",
        "(a: Literal['x'])",
        "(a: Literal['x', 'y'])",
        "argument-wider buy(a)",
    ),
    function("argument_choice_free", "(a: Literal['x'])", "(a: str)", "argument-wider buy(a)"),
    function("argument_untyped", "(a)", "(a: int)"),
    function("any_name", "(**a: int)", "(**a: int)"),
    function("any_name_gone", "(**a: int)", "()", "argument-gone buy(a)"),
    function("name_of_any", "(*, a: int = 1, **b: int)", "(**b: int)"),
    method(
        "argument_gone_with_its_type",
        "def buy(self, *, a: int, kind: Kind = 'x'): ...",
        "def buy(self, *, a: int): ...",
        "argument-gone Shop.buy(kind)",
    ),
    method(
        "arguments_gone_with_their_type",
        "def buy(self, kind: Kind): ...\n    def sell(self, kind: Kind): ...",
        "def buy(self): ...\n    def sell(self): ...",
        "name-gone Kind",
    ),
    known_names("name_of_known_names", "from typing_extensions import Unpack", "Unpack"),
    known_names("name_of_known_names_of", "import typing_extensions as t", "t.Unpack"),
    function("result_replaced", "() -> int", "() -> str", "result-replaced buy"),
    function("result_narrower", "() -> int | str", "() -> int", "result-narrower buy"),
    function("result_wider", "() -> int", "() -> int | str", "result-type buy"),
    function("result_none", "() -> int", "() -> int | None", "result-can-be-none buy"),
    function(
        "result_choice_new",
        "() -> Literal['x']",
        "() -> Literal['x', 'y']",
        "result-choice-new buy",
    ),
    function(
        "result_choice_gone",
        "() -> Literal['x', 'y']",
        "() -> Literal['x']",
        "result-choice-lost buy",
    ),
    function("result_list", "() -> list[int]", "() -> list[int | str]", "result-type buy"),
    function(
        "result_list_narrower", "() -> list[int | str]", "() -> list[int]", "result-narrower buy"
    ),
    function("result_nothing", "() -> int", "() -> None", "result-replaced buy"),
    function("result_something", "() -> None", "() -> int", "result-new buy"),
    case("now_async", "def buy() -> int: ...\n", "async def buy() -> int: ...\n", "now-async buy"),
    case("now_sync", "async def buy() -> int: ...\n", "def buy() -> int: ...\n", "now-sync buy"),
    case("deprecated", "def buy(): ...\n", "@deprecated('x')\ndef buy(): ...\n", "deprecated buy"),
    case(
        "overload_result",
        "@overload\ndef buy(a: int, s: Literal[True]) -> int: ...\n"
        "@overload\ndef buy(a: int, s: Literal[False] = False) -> str: ...\n"
        "def buy(a: int, s: bool = False) -> int | str: ...\n",
        "@overload\ndef buy(a: int, s: Literal[True]) -> bytes: ...\n"
        "@overload\ndef buy(a: int, s: Literal[False] = False) -> str: ...\n"
        "def buy(a: int, s: bool = False) -> bytes | str: ...\n",
        "result-replaced buy",
    ),
    case(
        "overload_argument",
        "@overload\ndef buy(a: int, s: Literal[True]) -> int: ...\n"
        "@overload\ndef buy(a: int, s: Literal[False] = False) -> str: ...\n"
        "def buy(a: int, s: bool = False) -> int | str: ...\n",
        "@overload\ndef buy(a: int, b: int, s: Literal[True]) -> int: ...\n"
        "@overload\ndef buy(a: int, b: int, s: Literal[False] = False) -> str: ...\n"
        "def buy(a: int, b: int, s: bool = False) -> int | str: ...\n",
        "argument-new-required buy(b)",
    ),
    case(
        "overload_gone",
        "@overload\ndef buy(s: Literal[True]) -> int: ...\n"
        "@overload\ndef buy(s: Literal[False] = False) -> str: ...\n"
        "def buy(s: bool = False) -> int | str: ...\n",
        "def buy(s: Literal[False] = False) -> str: ...\n",
        "argument-choice-gone buy(s)",
    ),
)

MODELS = (
    sent("sent_new", "name: str", "name: str; tag: str | None = None", "field-new Pet.tag"),
    sent("sent_new_required", "name: str", "name: str; tag: str", "field-new-required Pet.tag"),
    sent("sent_gone", "name: str; tag: str | None = None", "name: str", "field-not-sent Pet.tag"),
    sent(
        "sent_required",
        "name: str; tag: str | None = None",
        "name: str; tag: str",
        "field-now-required Pet.tag",
    ),
    sent(
        "sent_optional",
        "name: str; tag: str",
        "name: str; tag: str | None = None",
        "field-now-optional Pet.tag",
    ),
    sent("sent_default", "name: str; n: int = 1", "name: str; n: int = 2", "field-default Pet.n"),
    sent("sent_wider", "n: int", "n: int | str", "field-wider Pet.n"),
    sent("sent_narrower", "n: int | str", "n: int", "field-type Pet.n"),
    sent("sent_replaced", "n: str", "n: datetime.date", "field-replaced Pet.n"),
    sent("sent_choice_gone", "n: Literal['x', 'y']", "n: Literal['x']", "field-choice-gone Pet.n"),
    sent("sent_choice_new", "n: Literal['x']", "n: Literal['x', 'y']", "field-wider Pet.n"),
    sent("sent_list_wider", "n: list[int]", "n: list[int | str]", "field-wider Pet.n"),
    sent("sent_renamed", "name: str; n: int", "name: str; count: int", "field-renamed Pet.n"),
    sent("sent_constraint", "n: Annotated[int, Field(ge=0)]", "n: Annotated[int, Field(ge=1)]"),
    received("received_new", "name: str", "name: str; tag: str | None = None", "field-new Pet.tag"),
    received("received_new_required", "name: str", "name: str; tag: str", "field-new Pet.tag"),
    received("received_gone", "name: str; tag: str", "name: str", "field-gone Pet.tag"),
    received(
        "received_required",
        "name: str; tag: str | None = None",
        "name: str; tag: str",
        "field-always-there Pet.tag",
    ),
    received(
        "received_optional",
        "name: str; tag: str",
        "name: str; tag: str | None = None",
        "field-can-be-none Pet.tag",
    ),
    received("received_wider", "n: int", "n: int | str", "field-type Pet.n"),
    received("received_narrower", "n: int | str", "n: int", "field-narrower Pet.n"),
    received("received_replaced", "n: str", "n: datetime.date", "field-replaced Pet.n"),
    received("received_number", "n: int", "n: float", "field-type Pet.n"),
    received(
        "received_choice_new", "n: Literal['x']", "n: Literal['x', 'y']", "field-choice-new Pet.n"
    ),
    received(
        "received_choice_gone", "n: Literal['x', 'y']", "n: Literal['x']", "field-choice-lost Pet.n"
    ),
    received(
        "received_list_choice",
        "n: list[Literal['x']]",
        "n: list[Literal['x', 'y']]",
        "field-choice-new Pet.n",
    ),
    both_ways(
        "both_new_required", "name: str", "name: str; tag: str", "field-new-required Pet.tag"
    ),
    both_ways(
        "both_optional",
        "name: str; tag: str",
        "name: str; tag: str | None = None",
        "field-can-be-none Pet.tag",
    ),
    both_ways("both_replaced", "n: str", "n: int", "field-replaced Pet.n"),
    both_ways("both_wider", "n: int", "n: int | str", "field-type Pet.n"),
    both_ways("both_narrower", "n: int | str", "n: int", "field-type Pet.n"),
    both_ways(
        "both_choice_new", "n: Literal['x']", "n: Literal['x', 'y']", "field-choice-new Pet.n"
    ),
    both_ways(
        "both_choice_gone", "n: Literal['x', 'y']", "n: Literal['x']", "field-choice-gone Pet.n"
    ),
    kind("kind_gone", "Literal['x', 'y']", "Literal['x']", "type-choice-gone Kind"),
    kind("kind_new", "Literal['x']", "Literal['x', 'y']", "type-wider Kind"),
    kind("kind_replaced", "Literal['x']", "int", "type-replaced Kind"),
    kind("kind_wider", "int | str", "int | str | None", "type-wider Kind"),
    kind_read("kind_read_new", "Literal['x']", "Literal['x', 'y']", "type-choice-new Kind"),
    kind_read("kind_read_gone", "Literal['x', 'y']", "Literal['x']", "type-choice-lost Kind"),
    kind_read("kind_read_narrower", "int | str", "int", "type-narrower Kind"),
    kind_read("kind_read_replaced", "Literal['x']", "int", "type-replaced Kind"),
    case(
        "inherited_field",
        "class Animal(BaseModel):\n    name: str\n    age: int\nclass Pet(Animal):\n    tag: str\ndef get() -> Pet: ...\n",
        "class Animal(BaseModel):\n    name: str\nclass Pet(Animal):\n    tag: str\ndef get() -> Pet: ...\n",
        "field-gone Animal.age",
    ),
    case(
        "moved_to_a_parent",
        "class Animal(BaseModel):\n    name: str\nclass Pet(Animal):\n    tag: str\ndef get() -> Pet: ...\n",
        "class Animal(BaseModel):\n    name: str\n    tag: str\nclass Pet(Animal): ...\ndef get() -> Pet: ...\n",
        "field-new Animal.tag",
    ),
    case(
        "typed_dict",
        "class Opts(TypedDict, total=False):\n    a: int\ndef put(o: Opts) -> None: ...\n",
        "class Opts(TypedDict, total=False):\n    a: int\n    b: int\ndef put(o: Opts) -> None: ...\n",
        "field-new Opts.b",
    ),
    case(
        "typed_dict_needs_more",
        "class Opts(TypedDict):\n    a: int\ndef put(o: Opts) -> None: ...\n",
        "class Opts(TypedDict):\n    a: int\n    b: int\ndef put(o: Opts) -> None: ...\n",
        "field-new-required Opts.b",
    ),
    case(
        "data_class",
        "@dataclass\nclass Pet:\n    name: str\n    age: int = 1\n",
        "@dataclass\nclass Pet:\n    name: str\n    age: str = ''\n",
        "argument-replaced Pet(age)",
    ),
    case(
        "data_class_needs_more",
        "@dataclass\nclass Pet:\n    name: str\n",
        "@dataclass\nclass Pet:\n    name: str\n    age: int\n",
        "argument-new-required Pet(age)",
    ),
    case(
        "enum_member_gone",
        "class Size(enum.Enum):\n    S = 's'\n    M = 'm'\n",
        "class Size(enum.Enum):\n    S = 's'\n",
        "member-gone Size.M",
    ),
    case(
        "enum_member_new",
        "class Size(enum.Enum):\n    S = 's'\n",
        "class Size(enum.Enum):\n    S = 's'\n    M = 'm'\n",
        "member-new Size.M",
    ),
    case(
        "enum_value",
        "class Size(enum.Enum):\n    S = 's'\n",
        "class Size(enum.Enum):\n    S = 'small'\n",
        "member-value-changed Size.S",
    ),
    case(
        "property_to_method",
        "class Pet:\n    @property\n    def age(self) -> int: ...\n",
        "class Pet:\n    def age(self) -> int: ...\n",
        "now-method Pet.age",
    ),
    case(
        "method_renamed",
        "class Pet:\n    def age(self, at: datetime.date) -> int: ...\n",
        "class Pet:\n    def years(self, at: datetime.date) -> int: ...\n",
        "member-renamed Pet.age",
    ),
    case(
        "read_only",
        "class Pet:\n    age: int\n",
        "class Pet:\n    @property\n    def age(self) -> int: ...\n",
        "now-read-only Pet.age",
    ),
    case(
        "iterator",
        "class Pets:\n    def __iter__(self) -> Iterator[int]: ...\n",
        "class Pets:\n    def __aiter__(self) -> AsyncIterator[int]: ...\n",
        "member-gone Pets.__iter__",
        "member-new Pets.__aiter__",
    ),
    case(
        "private_name_for_a_type",
        "_Content = bytes | str\ndef put(a: _Content) -> None: ...\ndef get(b: _Content) -> None: ...\n",
        "_Content = bytes | int\ndef put(a: _Content) -> None: ...\ndef get(b: _Content) -> None: ...\n",
        "type-changed _Content",
    ),
)

OTHERS = (
    case(
        "private_parent",
        "class _Base:\n    def get(self, a: int) -> int: ...\nclass Cat(_Base): ...\nclass Dog(_Base): ...\n",
        "class _Base:\n    def get(self, a: int, b: int) -> int: ...\n    def put(self) -> None: ...\nclass Cat(_Base): ...\nclass Dog(_Base): ...\n",
        "argument-new-required Cat.get(b)",
        "member-new Cat.put",
    ),
    case(
        "dict_to_model",
        "class Opts(TypedDict):\n    a: int\ndef get() -> Opts: ...\n",
        "class Opts(BaseModel):\n    a: int | None = None\n    def put(self) -> None: ...\ndef get() -> Opts: ...\n",
        "thing-replaced Opts",
    ),
    function(
        "argument_mapping", "(a: Mapping[str, int])", "(a: dict[str, int])", "argument-type buy(a)"
    ),
    function(
        "argument_null",
        "(a: int | None = None)",
        "(a: int | None = NOT_GIVEN)",
        "argument-null buy(a)",
    ),
    function(
        "argument_no_null",
        "(a: int | None = NOT_GIVEN)",
        "(a: int | None = None)",
        "argument-no-null buy(a)",
    ),
    sent(
        "one_gone_and_one_of_its_type_elsewhere",
        "top: int | None = None; name: str | None = None",
        "name: str | None = None; seed: int | None = None",
        "field-new Pet.seed",
        "field-not-sent Pet.top",
    ),
    sent(
        "renamed_and_moved",
        "page_size: int | None = None; name: str | None = None",
        "name: str | None = None; size: int | None = None",
        "field-renamed Pet.page_size",
    ),
    received("received_default", "n: int = 1", "n: int = 2", "field-answer-default Pet.n"),
    case(
        "method_to_property",
        "class Pet:\n    def age(self) -> int: ...\n",
        "class Pet:\n    @property\n    def age(self) -> int: ...\n",
        "now-attribute Pet.age",
    ),
    case(
        "deprecated_no_more",
        "@deprecated('x')\ndef buy(): ...\n",
        "def buy(): ...\n",
        "no-longer-deprecated buy",
    ),
    case(
        "constant_narrower",
        "LIMIT: int | str = int()\n",
        "LIMIT: int = int()\n",
        "value-type-narrower LIMIT",
    ),
    case(
        "type_narrowed",
        "Kind: TypeAlias = int | str\ndef put(kind: Kind) -> None: ...\n",
        "Kind: TypeAlias = int\ndef put(kind: Kind) -> None: ...\n",
        "type-changed Kind",
    ),
    case(
        "decorated",
        "def deco(f: Any) -> Callable[[int], int]: ...\n@deco\ndef buy(a: int, /) -> int: ...\n",
        "def deco(f: Any) -> Callable[[str], int]: ...\n@deco\ndef buy(a: int, /) -> int: ...\n",
        "no-longer-accepted buy",
        "result-type deco",
    ),
)

CASES = (*OTHERS, *NAMES, *CALLS, *MODELS)
