"""Hand-written modules join the package: names, findings of the linter, defaults."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate import shop as shop_api
from tests.generate.checkers import mypy_cache
from tests.generate.conftest import shared_package, write_parcel

from specmend.errors import RepositoryError
from specmend.generate.hand_written import modules_of, syntax_problems, with_section
from specmend.generate.pipeline import generate
from specmend.generate.plan import ClientPackage, PackagePlan

DEFAULTS = b'''"""Where the server is, from the environment."""

import os


def base_url() -> str | None:
    """The address, if the environment has one."""
    return os.environ.get("SHOP_URL")


def api_key(base_url: str) -> str | None:
    """The key for an address."""
    return "key-for-" + base_url.rpartition("/")[2]


def unknown_path(path: str) -> str:
    """Words for one path."""
    return "items came late" if path == "/items/late" else ""
'''


@pytest.fixture(scope="module")
def package(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    modules = {"_defaults.py": DEFAULTS, "more/__init__.py": b'"""A package of its own."""\n'}
    own = replace(plan, package="shop_defaults", client_modules=modules)
    made = shared_package(tmp_path_factory, "defaults", lambda: generate(shop_api.DOCUMENT, own))
    assert made.warnings == ()
    assert made.files["shop_defaults/_defaults.py"] == DEFAULTS
    return write_parcel(made, tmp_path_factory.mktemp("defaults"))


@pytest.fixture
def shop(package: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.syspath_prepend(package)
    return importlib.import_module("shop_defaults")


def key_of(client: Any) -> str | None:
    """The key that goes with the requests of a client."""
    keys: dict[str, str] = client._transport.settings.keys.known  # noqa: SLF001
    return keys.get("")


def test_the_defaults_are_asked_where_nothing_is_given(
    shop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOP_URL", "https://env.test/v1")
    for kind in (shop.Client, shop.AsyncClient):
        client = kind()
        assert client.base_url == "https://env.test/v1"
        assert key_of(client) == "Bearer key-for-v1"
        assert kind("https://given.test/x", api_key="own").base_url == "https://given.test/x"
        other = kind("https://given.test/x", api_key="own")
        assert key_of(other) == "Bearer own"
    monkeypatch.delenv("SHOP_URL")
    assert shop.Client().base_url == "https://eu.shop.test/v1"


KEYS = b'''"""Keys of the environment."""


def login(base_url: str) -> tuple[str, str] | None:
    """User and password for an address."""
    return ("me", base_url)


def oauth(base_url: str) -> str | None:
    """No token."""
    return None
'''


def secured() -> dict[str, Any]:
    schemes = {
        "login": {"type": "http", "scheme": "basic"},
        "oauth": {"type": "oauth2", "flows": {}},
    }
    both = {
        "security": [{name: []} for name in schemes],
        "components": {"securitySchemes": schemes},
    }
    paths = {"/a": {"get": {"operationId": "one", "responses": {}}}}
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths, **both}


def test_each_key_can_have_a_default(
    plan: PackagePlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = replace(plan, package="shop_keys", client_modules={"_defaults.py": KEYS})
    write_parcel(generate(secured(), own), tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    module = importlib.import_module("shop_keys")
    for kind in (module.Client, module.AsyncClient):
        keys = kind("https://a.test")._transport.settings.keys  # noqa: SLF001
        assert list(keys.known) == ["login"]
        given = kind("https://a.test", login=("you", "x"), oauth="t")._transport.settings.keys  # noqa: SLF001
        assert given.known["oauth"] == "Bearer t"
        assert given.known["login"] != keys.known["login"]


def test_a_default_key_is_not_sent_where_others_can_read_it(
    shop: Any, caplog: pytest.LogCaptureFixture
) -> None:
    client = shop.Client("http://far.test/v1")
    assert key_of(client) is None
    assert "the API key is not sent to http://far.test/v1" in caplog.text
    assert key_of(shop.Client("http://[::1]:9/v1")) == "Bearer key-for-v1"


@pytest.mark.parametrize(
    ("item", "words"),
    [("late", "/items/late: items came late, or the base URL"), ("7", "/items/7: the base URL")],
)
def test_the_advice_for_an_unknown_path_is_in_the_error(shop: Any, item: str, words: str) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(404, text="404 page not found"))
    client = shop.Client("https://eu.shop.test/v1", transport=transport, retries=0)
    with pytest.raises(shop.errors.NotFoundError) as caught:
        client.get_item(item)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "command", [["mypy", "--strict", "--cache-dir", mypy_cache()], ["ruff", "check"]]
)
def test_checkers_are_content_with_the_package(package: Path, command: list[str]) -> None:
    words = [sys.executable, "-m", *command, "shop_defaults"]
    run = subprocess.run(
        words, cwd=package, capture_output=True, text=True, check=False, timeout=300
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_server_that_nobody_names_is_asked_for(plan: PackagePlan) -> None:
    document = {key: value for key, value in shop_api.DOCUMENT.items() if key != "servers"}
    made = generate(document, replace(plan, client_modules={"_defaults.py": DEFAULTS}))
    client = made.files["shop_client/client.py"].decode()
    assert "base_url = _defaults.base_url()\n" in client
    assert "raise ValueError" in client
    assert "base_url: str,\n" in generate(document, plan).files["shop_client/client.py"].decode()


def test_what_the_linter_finds_is_told(plan: PackagePlan) -> None:
    made = generate(
        shop_api.DOCUMENT, replace(plan, client_modules={"own.py": b"import os\nx  = 1\n"})
    )
    assert made.files["shop_client/own.py"] == b"import os\nx  = 1\n"
    assert all(warning.startswith("own.py:") for warning in made.warnings)
    assert any("F401" in warning for warning in made.warnings)
    assert any("unformatted" in warning for warning in made.warnings)


@pytest.mark.parametrize(
    "name", ["errors.py", "API.py", "models.py", "models/__init__.py", "_stream/__init__.py"]
)
def test_a_name_that_a_generated_module_has_is_refused(plan: PackagePlan, name: str) -> None:
    with pytest.raises(RepositoryError) as caught:
        generate(shop_api.DOCUMENT, replace(plan, client_modules={name: b"", "own.py": b""}))
    assert [problem.file for problem in caught.value.problems] == [name]


BESIDE = "patches/shop/client"


@pytest.mark.parametrize(
    ("source", "place", "words"),
    [
        (b"x = 1\nx = 2\n", None, ""),
        (b"pattern = '\\d'\n", None, ""),
        (b"def f(:\n", ":1:7", "invalid syntax"),
        (b"\nx = (\n", ":2:5", "never closed"),
        (b"\nreturn 1\n", ":2:1", "'return' outside function"),
        (b"\0", ":1:1", "null bytes"),
    ],
)
def test_a_module_that_is_not_python_is_named_with_its_place(
    plan: PackagePlan, source: bytes, place: str | None, words: str
) -> None:
    modules = {"in/bad.py": source, "notes.txt": b"def f(:"}
    own = replace(plan, client_modules=modules, modules_folder=BESIDE)
    problems = list(syntax_problems(own))
    expected = [f"{BESIDE}/in/bad.py{place}"] if place else []
    assert [problem.location for problem in problems] == expected
    assert all(words in problem.found for problem in problems)


def test_messages_name_the_file_of_a_module_that_a_person_can_change(plan: PackagePlan) -> None:
    own = replace(plan, modules_folder=BESIDE)
    with pytest.raises(RepositoryError) as caught:
        generate(shop_api.DOCUMENT, replace(own, client_modules={"errors.py": b""}))
    assert [problem.file for problem in caught.value.problems] == [f"{BESIDE}/errors.py"]
    with pytest.raises(RepositoryError) as caught:
        generate(shop_api.DOCUMENT, replace(own, client_modules={"own.py": b"def f(:"}))
    assert [problem.location for problem in caught.value.problems] == [f"{BESIDE}/own.py:1:7"]
    made = generate(shop_api.DOCUMENT, replace(own, client_modules={"own.py": b"print(missing)\n"}))
    (warning,) = made.warnings
    assert warning.startswith(f"{BESIDE}/own.py:1:7: F821")


@pytest.mark.parametrize(
    ("source", "words"), [(b"x = 1\n", "gives no default"), (b"def (", "is not Python")]
)
def test_a_module_of_defaults_must_give_one(plan: PackagePlan, source: bytes, words: str) -> None:
    with pytest.raises(RepositoryError, match=words):
        generate(shop_api.DOCUMENT, replace(plan, client_modules={"_defaults.py": source}))


PAGE = "# title\n\n<!-- hand-written -->\n\n## Calls\n"


def test_without_a_section_nothing_is_left_of_the_room(
    plan: PackagePlan, parcel: ClientPackage
) -> None:
    assert with_section(PAGE, plan) == "# title\n\n## Calls\n"
    assert b"hand-written" not in parcel.files["README.md"]


def test_a_section_stands_in_its_room(plan: PackagePlan) -> None:
    own = replace(
        plan,
        client_modules={
            "README.md": b"\n## First\n\nwords\n\n",
            "extra.py": b"",
            "in/README.md": b"",
        },
    )
    assert with_section(PAGE, own) == "# title\n\n## First\n\nwords\n\n## Calls\n"
    assert list(modules_of(own)) == ["extra.py", "in/README.md"]
