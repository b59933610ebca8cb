"""Both type checkers find nothing in packages of every kind, and what is wrong in their use."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.generate import test_kinds, test_pipeline
from tests.generate.checkers import CHECKERS, Error, Example, ask, read_errors
from tests.generate.conftest import shop_package
from tests.generate.package import (
    test_absence,
    test_alternatives,
    test_defaults,
    test_directions,
    test_downloads,
    test_extras,
    test_headers_and_links,
    test_many_models,
    test_objects,
    test_pages,
    test_requests,
    test_security,
    test_servers,
    test_unions,
    test_wire_names,
)
from tests.generate.package.conftest import answers_package, name_of
from tests.generate.package.echo import VERSIONS, made_package
from tests.shared_folder import shared_folder

from specmend.generate.plan import PackagePlan


def of(name: str, document: dict[str, Any], use: str = "", **options: Any) -> Example:
    """The package that the tests of that name call."""
    return Example(
        name=name,
        make=lambda factory, plan: made_package(factory, replace(plan, **options), name, document),
        use=use,
    )


def of_kinds(version: str) -> Example:
    return Example(
        name=test_kinds.name_of(version),
        make=lambda factory, plan: test_kinds.kinds_package(factory, plan, version),
    )


EXAMPLES = [
    Example(name="shop_client", make=shop_package, use=test_pipeline.USE),
    *(of_kinds(version) for version in test_kinds.VERSIONS),
    *(
        of(
            f"secured_{version.replace('.', '_')}",
            test_security.document(version),
            test_security.USE,
        )
        for version in VERSIONS
    ),
    *(
        of(f"served_{version.replace('.', '_')}", test_servers.document(version))
        for version in VERSIONS
    ),
    Example(
        name=name_of("3.1.1"),
        make=lambda factory, _: answers_package(factory, "3.1.1"),
        use=test_headers_and_links.USE,
    ),
    Example(
        name="calls_client",
        make=lambda factory, _: test_extras.calls_package(factory),
        use=test_extras.USE,
    ),
    Example(
        name="files_client",
        make=lambda factory, _: test_downloads.files_package(factory),
        use=test_downloads.USE,
    ),
    Example(
        name="pages_client",
        make=lambda factory, _: test_pages.pages_package(factory),
        use=test_pages.USE,
    ),
    of("absence_3_1_1", test_absence.document("3.1.1"), test_absence.USE),
    of("alternatives_client", test_alternatives.document(), test_alternatives.USE),
    of("defaults_3_1_1", test_defaults.document("3.1.1"), test_defaults.USE),
    of("directions_3_1_1", test_directions.document("3.1.1")),
    of("objects_3_1_1", test_objects.document("3.1.1")),
    of("many_client", test_many_models.document(), test_many_models.USE),
    of("requests_client", test_requests.document(), test_requests.USE),
    of("unions_3_1_1", test_unions.document("3.1.1"), test_unions.USE),
    of("unions_open", test_unions.document("3.1.1"), open=True, closed_enums=True),
    of("wire_names_3_2_0", test_wire_names.document("3.2.0")),
]


@pytest.fixture(scope="module", params=CHECKERS)
def errors(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, plan: PackagePlan
) -> list[Error]:
    """All errors that a checker finds."""

    def write(folder: Path) -> None:
        for one in EXAMPLES:
            one.write(one.make(tmp_path_factory, plan), folder)

    folder = shared_folder(tmp_path_factory, "examples", write)
    said = shared_folder(
        tmp_path_factory,
        f"said-by-{request.param}",
        lambda place: (place / "said").write_text(ask(request.param, EXAMPLES, folder), "utf-8"),
    )
    return read_errors((said / "said").read_text("utf-8"), folder)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_only_what_is_wrong_is_refused(errors: list[Error], example: Example) -> None:
    assert not [error for error in errors if error.file.startswith(f"{example.name}/")]
    found = {error.line for error in errors if error.file == f"use_{example.name}.py"}
    assert sorted(found) == example.wrong_lines


def test_all_errors_are_in_the_examples(errors: list[Error]) -> None:
    assert {error.file for error in errors} == {f"use_{one.name}.py" for one in EXAMPLES}
