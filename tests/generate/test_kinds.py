"""Every kind of schema has its type in Python, and its values come through, in every place."""

from __future__ import annotations

import importlib
import inspect
import json
import sys
import typing
from dataclasses import replace
from typing import Any

import httpx2 as httpx
import pytest
from pydantic import BaseModel, ValidationError
from tests.generate.annotations import shown
from tests.generate.conftest import shared_package, write_parcel
from tests.generate.kinds import Kind, document_of, kinds_of
from tests.messages import raw_words

from specmend.generate.pipeline import generate
from specmend.generate.plan import ClientPackage, PackagePlan

VERSIONS = ("3.0.3", "3.1.0", "3.2.0")
ROWS = [
    (version, number, kind) for version in VERSIONS for number, kind in enumerate(kinds_of(version))
]
rows = pytest.mark.parametrize(
    ("version", "number", "kind"), ROWS, ids=[f"{version} {kind.name}" for version, _, kind in ROWS]
)


class Package:
    """A package in which each kind has an operation that echoes, and what was sent to it."""

    def __init__(self, module: Any) -> None:
        self.module = module
        self.sent: Any = None
        self.answer: Any = None
        http = httpx.Client(transport=httpx.MockTransport(self._serve))
        self.client = module.Client("http://127.0.0.1:1", http=http, retries=0)

    def _serve(self, request: httpx.Request) -> httpx.Response:
        self.sent = json.loads(request.content)
        return httpx.Response(200, json=self.sent if self.answer is None else self.answer)

    def echo(self, number: int, **values: Any) -> Any:
        return getattr(self.client, f"echo{number}")(**values)


def kinds_package(
    factory: pytest.TempPathFactory, plan: PackagePlan, version: str
) -> ClientPackage:
    name = name_of(version)
    own = replace(plan, closed_enums=True, package=name, client_modules={})
    return shared_package(factory, name, lambda: generate(document_of(version), own))


def name_of(version: str) -> str:
    return f"kinds_{version.replace('.', '_')}"


@pytest.fixture(scope="session")
def packages(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Package]:
    made = {}
    for version in VERSIONS:
        name = name_of(version)
        package = kinds_package(tmp_path_factory, plan, version)
        assert not [word for line in package.warnings for word in raw_words(line)]
        folder = write_parcel(package, tmp_path_factory.mktemp(name))
        sys.path.insert(0, str(folder))
        made[version] = Package(importlib.import_module(name))
        sys.path.remove(str(folder))
    return made


def optional(text: str) -> str:
    return text if text == "Any" or text.endswith("None") else f"{text} | None"


@rows
def test_a_field_has_the_type_of_its_schema(
    packages: dict[str, Package],
    version: str,
    number: int,
    kind: Kind,
) -> None:
    package = packages[version]
    echo = getattr(package.client, f"echo{number}")
    models = package.module.models
    # A client of many models loads each when it is asked for.
    known = {name: getattr(models, name) for name in models.__all__}
    answer = typing.get_type_hints(echo, vars(package.module.client) | known)["return"]
    answer.model_validate({})
    fields = answer.model_fields
    assert list(fields) == ["value", "many", "named"]
    if kind.shown:
        found = {name: shown(field.annotation) for name, field in fields.items()}
        assert found == {
            "value": optional(kind.shown),
            "many": f"list[{kind.shown}] | None",
            "named": f"dict[str, {kind.shown}] | None",
        }


@rows
def test_what_fits_is_sent_and_read_as_it_is(
    packages: dict[str, Package], version: str, number: int, kind: Kind
) -> None:
    package = packages[version]
    assert kind.fits
    for value in kind.fits:
        given = {"value": value, "many": [value], "named": {"k": value}}
        package.answer = given
        found = package.echo(number, **given)
        assert package.sent == given
        assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == given


@rows
def test_what_does_not_fit_is_not_sent_and_not_read(
    packages: dict[str, Package], version: str, number: int, kind: Kind
) -> None:
    package = packages[version]
    for value in kind.misfits:
        package.sent = None
        for name, given in {"value": value, "many": [value], "named": {"k": value}}.items():
            with pytest.raises(ValidationError):
                package.echo(number, **{name: given})
            package.answer = {name: given}
            assert package.sent is None
            with pytest.raises(package.module.errors.DecodeError):
                package.echo(number)
            package.sent = None


@pytest.mark.parametrize("version", VERSIONS)
def test_every_field_has_a_name_of_its_own(packages: dict[str, Package], version: str) -> None:
    models = packages[version].module.models
    for model, number in ((models.Clashing, 8), (models.Reserved, 17)):
        assert issubclass(model, BaseModel)
        assert len(model.model_fields) == number
        assert all(name.isidentifier() for name in model.model_fields)
        assert not [name for name in model.model_fields if name in dir(BaseModel)]


@pytest.mark.parametrize("version", VERSIONS)
def test_an_argument_takes_what_the_field_takes(packages: dict[str, Package], version: str) -> None:
    package = packages[version]
    for number, kind in enumerate(kinds_of(version)):
        parameters = inspect.signature(getattr(package.client, f"echo{number}")).parameters
        *own, extra = parameters.values()
        assert [one.name for one in own] == ["value", "many", "named"], kind.name
        assert all(one.kind is one.KEYWORD_ONLY for one in own)
        assert extra.kind is extra.VAR_KEYWORD


def test_no_kind_is_forgotten_in_every_version() -> None:
    assert {kind.name for _, _, kind in ROWS} == {kind.name for kind in kinds_of("3.0.3")} | {
        kind.name for kind in kinds_of("3.1.0")
    }
