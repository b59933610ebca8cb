"""A package is found in folders, archives and indexes, and no file of it leaves its place."""

from __future__ import annotations

import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from tests.source.loopback import Loopback, says, serving

from specmend.errors import OutsideError
from specmend.source.index import VARIABLES
from specmend.source.package_places import PackageFiles
from specmend.source.packages import bring_package

FILES = {"shop/__init__.py": b"", "shop/pets.py": b"def buy(): ...\n", "shop/data.bin": b"\0"}
META = {"shop-1.0.dist-info/METADATA": b"Name: shop\n"}


def wheel(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def archive(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as made:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            made.addfile(entry, io.BytesIO(data))
    return packed.getvalue()


def unpacked(where: str, into: Path) -> tuple[str, list[str]]:
    """The name of a package, and its files."""
    into.mkdir()
    found = bring_package(where, into)
    files = sorted(path.name for path in (found.folder / found.name).iterdir())
    return found.name, files


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


@pytest.mark.parametrize("start", ["", "src/"])
def test_a_folder_holds_its_package_or_has_it_in_src(tmp_path: Path, start: str) -> None:
    inside = {f"{start}{name}": data for name, data in FILES.items()}
    folder = write(tmp_path / "project", {**inside, "tests/__init__.py": b""})
    assert bring_package(str(folder), tmp_path).name == "shop"
    itself = bring_package(str(folder / start / "shop"), tmp_path)
    assert itself == bring_package(str(folder), tmp_path)


def test_of_several_packages_the_one_of_the_project_is_taken(tmp_path: Path) -> None:
    folder = write(tmp_path / "project", {**FILES, "tools/__init__.py": b""})
    with pytest.raises(OutsideError, match="several packages are here"):
        bring_package(str(folder), tmp_path)
    write(folder, {"pyproject.toml": b'[project]\nname = "Shop"\n'})
    assert bring_package(str(folder), tmp_path).name == "shop"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("shop-1.0-py3-none-any.whl", wheel({**FILES, **META})),
        ("shop-1.0.tar.gz", archive({f"shop-1.0/{name}": data for name, data in FILES.items()})),
        ("shop-1.0.tar.gz", archive({f"shop-1.0/src/{n}": data for n, data in FILES.items()})),
    ],
    ids=["wheel", "sdist", "sdist with src"],
)
def test_the_python_files_of_an_archive_are_read(tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert unpacked(str(file), tmp_path / "into") == ("shop", ["__init__.py", "pets.py"])


SPACE = {"google/cloud/shop/__init__.py": b"", "google/cloud/shop/py.typed": b""}
STUBS = {"shop-stubs/__init__.pyi": b"def buy(): ...\n", "shop-stubs/pets.pyi": b""}
TWO = {"attr/__init__.py": b"", "attrs/__init__.py": b""}
SIX = {"six.py": b"", "setup.py": b"", "test_six.py": b"", "docs/conf.py": b"", "tasks.py": b""}


@pytest.mark.parametrize(
    ("name", "files", "expected"),
    [
        ("six-1.0-py3-none-any.whl", {"six.py": b""}, "six"),
        ("six-1.0.tar.gz", SIX, "six"),
        ("typed-1.0.tar.gz", {"src/typed.py": b"", "src/other.py": b"", "setup.py": b""}, "typed"),
        ("six-1.0.tar.gz", {"six.py": b"", "documentation/conf/__init__.py": b""}, "six"),
        ("google_cloud_shop-1.0-py3-none-any.whl", SPACE, "google"),
        ("google-cloud-shop-1.0.tar.gz", {**SPACE, "setup.py": b"", "noxfile.py": b""}, "google"),
        ("shop-1.0.tar.gz", {f"src/{name}": data for name, data in SPACE.items()}, "google"),
        ("types_shop-1.0-py3-none-any.whl", STUBS, "shop"),
        ("types-shop-1.0.tar.gz", {**STUBS, "setup.py": b""}, "shop"),
        ("shop-1.0-py3-none-any.whl", {"shop/__init__.pyi": b"", "shop.libs/a.py": b""}, "shop"),
        ("shop_kit-1.0-py3-none-any.whl", {"shop/__init__.py": b"", "kit/a.py": b""}, "shop"),
        ("attrs-1.0-py3-none-any.whl", TWO, "attrs"),
    ],
)  # fmt: skip
def test_every_kind_of_package_is_found(
    tmp_path: Path, name: str, files: dict[str, bytes], expected: str
) -> None:
    start = name.removesuffix(".tar.gz")
    packed = wheel(files) if start == name else archive({f"{start}/{n}": files[n] for n in files})
    (tmp_path / name).write_bytes(packed)
    into = tmp_path / "into"
    into.mkdir()
    assert bring_package(str(tmp_path / name), into).name == expected


def test_a_module_is_given_as_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"six.py": b"", "other.py": b""})
    assert bring_package(str(tmp_path / "six.py"), tmp_path) == PackageFiles(
        folder=tmp_path.resolve(), name="six"
    )


def test_stubs_are_read_as_what_they_stand_for(tmp_path: Path) -> None:
    folder = write(tmp_path / "project", STUBS)
    assert unpacked(str(folder), tmp_path / "into") == (
        "shop",
        ["__init__.pyi", "pets.pyi", "py.typed"],
    )
    assert sorted(path.name for path in folder.iterdir()) == ["shop-stubs"]


@pytest.mark.parametrize(
    "files",
    [{"a.py": b"", "b.py": b""}, {"a/x/__init__.py": b"", "b/x/__init__.py": b""}],
    ids=["modules", "namespaces"],
)
def test_several_of_a_kind_are_told(tmp_path: Path, files: dict[str, bytes]) -> None:
    folder = write(tmp_path / "project", {**files, "pyproject.toml": b"[project]\nname = 'c'\n"})
    with pytest.raises(OutsideError, match="several packages are here") as refused:
        bring_package(str(folder), tmp_path)
    assert refused.value.problems[0].found == "a, b"


@pytest.mark.parametrize("name", ["../shop.py", "/shop.py", "a/../../shop.py", "c:shop.py"])
def test_no_file_of_an_archive_lands_outside(tmp_path: Path, name: str) -> None:
    for kind, data in ((".whl", wheel({name: b""})), (".tar.gz", archive({name: b""}))):
        file = tmp_path / f"shop-1.0{kind}"
        file.write_bytes(data)
        with pytest.raises(OutsideError, match="a file outside of it"):
            unpacked(str(file), tmp_path / f"into{kind}")
    assert not (tmp_path / "shop.py").exists()


@pytest.mark.parametrize("name", ["shop-1.0.whl", "shop-1.0.tar.gz", "shop.txt"])
def test_what_is_no_archive_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"nothing")
    with pytest.raises(OutsideError, match="no archive that can be read"):
        unpacked(str(tmp_path / name), tmp_path / "into")


def test_what_is_nowhere_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="there is no such package"):
        bring_package("nowhere", tmp_path)


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> object:
    with serving() as server:
        for variable in VARIABLES:
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setenv("PIP_INDEX_URL", f"{server.url}/all")
        yield server


def offer(server: Loopback, names: dict[str, bytes], digest: str = "") -> None:
    links = ""
    for name, data in names.items():
        sha = digest or hashlib.sha256(data).hexdigest()
        links += f'<a href="../../files/{name}#sha256={sha}">{name}</a>\n'
        server.scripts[f"/files/{name}"] = says(data)
    server.scripts["/all/shop/"] = says(links.encode(), Content_Type="text/html")


def test_a_release_of_an_index_is_its_wheel_for_every_system(
    tmp_path: Path, index: Loopback
) -> None:
    good = wheel(FILES)
    offer(
        index,
        {
            "shop-1.0-cp311-cp311-linux_x86_64.whl": b"",
            "shop-1.0-py3-none-any.whl": good,
            "shop-1.0.tar.gz": b"",
            "shop-2.0-py3-none-any.whl": b"",
            "notes.txt": b"",
        },
    )
    assert unpacked("Shop==1.0", tmp_path / "into") == ("shop", ["__init__.py", "pets.py"])


def test_a_release_that_is_not_there_is_told_with_those_that_are(
    tmp_path: Path, index: Loopback
) -> None:
    offer(index, {"shop-1.0.tar.gz": b"", "shop-2.0.tar.gz": b""})
    with pytest.raises(OutsideError, match="the index has no such release") as refused:
        bring_package("shop==3.0", tmp_path)
    assert refused.value.problems[0].found == "1.0, 2.0"


def test_a_file_that_is_not_what_the_index_says_is_refused(tmp_path: Path, index: Loopback) -> None:
    offer(index, {"shop-1.0-py3-none-any.whl": wheel(FILES)}, digest="0" * 64)
    with pytest.raises(OutsideError, match="its digest differs"):
        bring_package("shop==1.0", tmp_path)
