"""Every way that a release of a small package can go on a real index, one row for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cli.project import ADDITION
from tests.interop.rehearsal.proxy import Fault, Proxy, proxy_of
from tests.interop.rehearsal.servers import PASSWORD, USER, Server, free_port
from tests.project.in_git import Repository
from tests.release.works import make

from specmend.errors import SpecmendError
from specmend.project.release import Released
from specmend.project.repository import Project
from specmend.release.archives import build_archives
from specmend.release.indexes import Index
from specmend.release.upload import Uploader

CUT = Fault(cut_after=1500)
SLOW_DOWN = Fault(status=429, headers=(("Retry-After", "3600"),))
EARLIER = 1_600_000_000
"""A time that no commit of the rehearsal has; it makes archives with other bytes."""


@dataclass(slots=True)
class Rehearsal:
    """A repository with an origin, a real index, and a way to it that can break."""

    clone: Repository
    server: Server
    proxy: Proxy
    folder: Path
    rows: list[str] = field(default_factory=list)

    def release(self, url: str = "", **options: Any) -> Released:
        """A whole release, with the check of the tree and the installation from the index."""
        where = url or self.server.url
        options = {"publish_url": f"{where}{self.server.upload}", **options}
        project = Project.find(self.clone.project)
        (done,) = project.release(["pets"], f"{where}{self.server.simple}", **options)
        return done

    def release_built(self, url: str = "", **options: Any) -> Released:
        """The same with the archives that the trial built."""
        return self.release(url, archives=self.folder, **options)

    def tell(self, what: str, done: Released, *, is_new: bool, version: str) -> None:
        """Print the row of a release that went well, and look at what it says."""
        self.report(what, ", ".join(f"{one.stage} {one.fate}" for one in done.stages))
        assert (done.is_new, done.plan.version) == (is_new, version)

    def refuse(self, what: str, expected: str, act: Callable[[], Released]) -> None:
        """Print the row of a release that must stop, and look at why it did."""
        try:
            act()
        except SpecmendError as raised:
            problem = raised.problems[0]
        else:
            raise AssertionError(f"{what}: this release must stop")
        self.report(what, f"{problem.message} ({problem.found})".removesuffix(" ()"))
        assert expected in problem.message, problem.message
        assert problem.advice
        assert PASSWORD not in f"{problem.message}{problem.found}{problem.advice}"

    def report(self, what: str, words: str) -> None:
        """Print a row of the table."""
        print(f"{self.server.name:12} {what:22} {words}", flush=True)
        self.rows.append(what)


def rehearse(folder: Path, server: Server) -> int:
    """First release, second, again, trial and every error; gives the number of rows."""
    make(folder)
    clone = Repository(folder / "clone", folder / "clone")
    os.environ |= {"TWINE_USERNAME": USER, "TWINE_PASSWORD": PASSWORD}
    with proxy_of(server.url) as proxy:
        rehearsal = Rehearsal(clone, server, proxy, folder / "archives")
        _before_the_first(rehearsal)
        _first_and_second(rehearsal)
        _after_the_second(rehearsal)
        _two_at_once(rehearsal)
    return len(rehearsal.rows)


def _before_the_first(it: Rehearsal) -> None:
    it.release(only_prepare=True)
    trial = it.release(dry_run=True, archives=it.folder)
    it.tell("a trial", trial, is_new=False, version="0.1.0")
    nowhere = f"http://127.0.0.1:{free_port()}"
    it.refuse("no network", "the server cannot be reached", lambda: it.release(nowhere))
    it.clone.write("notes.txt", "not committed")
    it.refuse("a dirty tree", "changes that are not committed", it.release)
    (it.clone.project / "notes.txt").unlink()
    with _password("wrong"):
        it.refuse("a wrong password", "credentials", it.release_built)
    wrong = f"{it.server.url}/no/such/place/"
    it.refuse("no such place", "no", lambda: it.release_built(publish_url=wrong))
    it.proxy.faults = [SLOW_DOWN]
    it.refuse("too many uploads", "takes no more uploads", lambda: it.release_built(it.proxy.url))
    it.proxy.faults = [Fault(), *[CUT] * 4]
    it.refuse("cut in the middle", "did not answer while", lambda: it.release_built(it.proxy.url))


def _first_and_second(it: Rehearsal) -> None:
    it.tell("the first, resumed", it.release_built(), is_new=True, version="0.1.0")
    it.tell("the same again", it.release_built(), is_new=False, version="0.1.0")
    _add(it, "0002-tell-the-total", "total")
    it.tell("the second", it.release(), is_new=True, version="0.1.1")
    project = Project.find(it.clone.project)
    verified = project.verify("pets==0.1.1", f"{it.server.url}{it.server.simple}")
    assert verified.is_same
    it.report("verified", f"{verified.name} {verified.version} of {verified.commit[:12]}")


def _after_the_second(it: Rehearsal) -> None:
    it.refuse("a lower version", "is lower than", lambda: it.release(version="0.1.0"))
    commit = it.clone.git("rev-parse", "pets-v0.1.1^{commit}")
    _move_tag(it, f"{commit}~1")
    it.refuse("a tag elsewhere", "is at another commit", it.release)
    _move_tag(it, commit)


def _two_at_once(it: Rehearsal) -> None:
    _add(it, "0003-tell-the-page", "page")
    it.proxy.before_upload = lambda: _upload_others(it)
    it.refuse("two at once", "while this one ran", lambda: it.release(it.proxy.url))
    it.refuse("other bytes", "serves other bytes under the name", it.release)


def _upload_others(it: Rehearsal) -> None:
    """Do as another release does at the same time: other archives of the same names."""
    it.proxy.before_upload = lambda: None
    folder = it.clone.project / "generated" / "pets"
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    where = it.server.url
    uploader = Uploader(Index(simple=where + it.server.simple, upload=where + it.server.upload))
    for archive in build_archives(files, EARLIER):
        assert uploader.send(archive).is_taken
    uploader.close()


def _add(it: Rehearsal, step: str, name: str) -> None:
    """Give the package a property that it did not have."""
    update = f"{{{name}: {{type: integer}}}}"
    target = "$.components.schemas.Pets.properties"
    text = ADDITION.format(title=step, target=target, update=update)
    it.clone.write(f"patches/pets/{step}.yaml", text)
    Project.find(it.clone.project).build()
    it.clone.commit(step)


def _move_tag(it: Rehearsal, commit: str) -> None:
    it.clone.git("tag", "--force", "--annotate", "--message=moved", "pets-v0.1.1", commit)


@contextmanager
def _password(password: str) -> Iterator[None]:
    os.environ["TWINE_PASSWORD"] = password
    try:
        yield
    finally:
        os.environ["TWINE_PASSWORD"] = PASSWORD
