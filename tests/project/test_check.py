"""What is committed beside what specmend makes, on all documents."""

from __future__ import annotations

from tests.cli.project import DOCUMENT, Folder, Ran

from specmend.project.api import Api
from specmend.project.check import check_apis


def test_a_built_project_has_no_problems(built: Api) -> None:
    (report,) = check_apis([built])
    assert report.api == built
    assert report.problems == ()
    assert report.files > 20
    assert (report.releases, report.retired) == (0, 0)


def test_differences_and_releases_that_do_not_fit_are_problems(built: Api) -> None:
    folder = Folder(built.root, lambda *_: Ran(0, "", ""))
    folder.write("spec/pets/releases/0.9.yaml", DOCUMENT.replace("/v1/pets", "/pets"))
    folder.write("patches/pets/retired/0007-old.yaml", "kept")
    (built.generated / "README.md").write_bytes(b"mine")
    before = folder.files()
    (report,) = check_apis([built])
    first, second = report.problems
    assert first.file == "generated/pets/README.md"
    assert second.message.startswith("on spec/pets/releases/0.9.yaml: ")
    assert (report.releases, report.retired) == (1, 1)
    assert folder.files() == before
