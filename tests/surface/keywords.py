# ruff: noqa: E501 - a line of a module stays a line here
"""Changes of calls whose further arguments are the keys of a typed dict (PEP 692)."""

from __future__ import annotations

from tests.surface.written import Written, written

_MORE = "class {}(TypedDict{}):\n{}"
_AGE, _NAME = "    age: int\n", "    name: str\n"


def keys(
    name: str,
    before: tuple[str, str],
    after: tuple[str, str],
    use: str,
    *expected: str,
    of: str = "_More",
) -> Written:
    """A function `buy`; `before` and `after` are the keys of the dict, and the arguments."""
    texts = [_module(of, *each) for each in (before, after)]
    return written(f"keys_{name}", *texts, use, *expected)


def _module(of: str, inside: str, arguments: str) -> str:
    total = ", total=False"
    more = _MORE.format(of, total, inside or "    pass\n")
    known = [line.partition(":")[0].strip() for line in inside.splitlines()]
    body = f"assert set(more) <= set({known})" if "Unpack" in arguments else "pass"
    return f"{more}def buy({arguments}) -> None:\n    {body}\n"


_ALL = "**more: Unpack[_More]"
_OPEN = "**more: Unpack[More]"

KEYWORDS = (
    # What has no name for anybody.
    written(
        "names_of_special_methods",
        "class Box:\n    def __setitem__(self, key: str, value: int) -> None: ...\n    def __getitem__(self, key: str) -> int:\n        return 1\n    def __contains__(self, key: object) -> bool:\n        return True\n",
        "class Box:\n    def __setitem__(self, name: str, value: bool | int) -> None: ...\n    def __getitem__(self, name: str) -> bool:\n        return True\n    def __contains__(self, key: Any) -> bool:\n        return True\n",
        "x = m.Box()\nx['a'] = x['a']\nprint('a' in x)\n",
        "argument-wider Box.__setitem__(value)",
        "result-narrower Box.__getitem__",
    ),
    written(
        "names_with_two_dashes",
        "def buy(__pet: int, age: int) -> None: ...\n",
        "def buy(__dog: int, age: int) -> None: ...\n",
        "m.buy(1, age=1)\n",
    ),
    written(
        "name_of_what_is_called",
        "class Box:\n    def __call__(self, key: str) -> None: ...\n",
        "class Box:\n    def __call__(self, name: str) -> None: ...\n",
        "m.Box()(key='a')\n",
        "argument-renamed Box.__call__(key)",
    ),
    # What must stay: the same arguments in the same words.
    keys("same", (_AGE, _ALL), (_AGE, _ALL), "m.buy(age=1)\n"),
    # An argument moves.
    keys("moved_into", ("", f"*, age: int = 1, {_ALL}"), (_AGE, _ALL), "m.buy(age=1)\n"),
    keys("moved_out_of", (_AGE, _ALL), ("", f"*, age: int = 1, {_ALL}"), "m.buy(age=1)\n"),
    keys("all_written_out", (_AGE + _NAME, _ALL), ("", "*, age: int = 1, name: str = ''"), "m.buy(age=1, name='a')\n"),
    keys("all_in_a_dict", ("", "*, age: int = 1, name: str = ''"), (_AGE + _NAME, _ALL), "m.buy(age=1, name='a')\n"),
    keys("moved_and_by_name", ("", f"age: int = 1, {_ALL}"), (_AGE, _ALL), "m.buy(1)\n", "argument-by-name buy(age)"),
    keys("moved_and_required", ("", f"*, age: int = 1, {_ALL}"), ("    age: Required[int]\n", _ALL), "m.buy()\n", "argument-now-required buy(age)"),
    keys("moved_and_optional", ("", f"*, age: int, {_ALL}"), (_AGE, _ALL), "m.buy(age=1)\n", "argument-now-optional buy(age)"),
    keys("moved_and_retyped", ("", f"*, age: int = 1, {_ALL}"), ("    age: str\n", _ALL), "m.buy(age=1)\n", "argument-replaced buy(age)"),
    keys("moved_and_public", ("", f"*, age: int = 1, {_OPEN}"), (_AGE, _OPEN), "m.buy(age=1)\n", "field-new More.age", of="More"),
    # An argument goes, or comes.
    keys("gone_beside_them", (_NAME, f"*, age: int = 1, {_ALL}"), (_NAME, _ALL), "m.buy(age=1)\n", "argument-gone buy(age)"),
    keys("gone_of_them", (_NAME + _AGE, _ALL), (_NAME, _ALL), "m.buy(age=1)\n", "argument-gone buy(age)"),
    keys("gone_with_all", (_AGE, _ALL), ("", ""), "m.buy(age=1)\n", "argument-gone buy(age)"),
    keys("new", (_NAME, _ALL), (_NAME + _AGE, _ALL), "m.buy(name='a')\n", "argument-new buy(age)"),
    keys("new_and_required", (_NAME, _ALL), (_NAME + "    age: Required[int]\n", _ALL), "m.buy(name='a')\n", "argument-new-required buy(age)"),
    keys("gone_of_public", (_NAME + _AGE, _OPEN), (_NAME, _OPEN), "x: m.More = {'age': 1}\nm.buy(**x)\n", "argument-gone buy(age)", of="More"),
    keys("new_of_public", (_NAME, _OPEN), (_NAME + _AGE, _OPEN), "m.buy(name='a')\n", "argument-new buy(age)", of="More"),
    keys("retyped_of_public", (_AGE, _OPEN), ("    age: str\n", _OPEN), "m.buy(age=1)\n", "argument-replaced buy(age)", of="More"),
    keys("open_to_known", (_NAME, "**more: Any"), (_NAME, _ALL), "m.buy(age=1)\n", "argument-gone buy(more)", "argument-new buy(name)"),
    keys("known_to_open", (_NAME, _ALL), (_NAME, "**more: Any"), "m.buy(name='a')\n", "argument-new buy(more)"),
    written(
        "keys_of_two_calls",
        "class _More(TypedDict, total=False):\n    age: int\n    name: str\ndef buy(**more: Unpack[_More]) -> None: ...\ndef sell(**more: Unpack[_More]) -> None: ...\n",
        "class _More(TypedDict, total=False):\n    name: str\ndef buy(**more: Unpack[_More]) -> None:\n    assert set(more) <= {'name'}\ndef sell(**more: Unpack[_More]) -> None: ...\n",
        "m.buy(age=1)\n",
        "argument-gone buy(age)",
    ),
    written(
        "keys_of_a_class_inside",
        "class _Shop:\n    class More(TypedDict, total=False):\n        name: str\ndef buy(*, age: int = 1, **more: Unpack[_Shop.More]) -> None: ...\n",
        "class _Shop:\n    class More(TypedDict, total=False):\n        name: str\n        age: int\ndef buy(**more: Unpack[_Shop.More]) -> None: ...\n",
        "m.buy(age=1)\n",
    ),
    written(
        "keys_of_a_parent",
        "class _Part(TypedDict, total=False):\n    name: str\nclass _More(_Part): ...\ndef buy(*, age: int = 1, **more: Unpack[_More]) -> None: ...\n",
        "class _Part(TypedDict, total=False):\n    name: str\n    age: int\nclass _More(_Part): ...\ndef buy(**more: Unpack[_More]) -> None: ...\n",
        "m.buy(age=1)\n",
    ),
    written(
        "keys_of_a_class_that_is_made",
        "class _More(TypedDict, total=False):\n    name: str\nclass Shop:\n    def __init__(self, *, age: int = 1, **more: Unpack[_More]) -> None: ...\n",
        "class _More(TypedDict, total=False):\n    name: str\n    age: int\nclass Shop:\n    def __init__(self, **more: Unpack[_More]) -> None: ...\n",
        "m.Shop(age=1)\n",
    ),
)  # fmt: skip
