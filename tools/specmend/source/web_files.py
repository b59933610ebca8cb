"""The files of the web that a document refers to, of the hosts that may be asked."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from specmend.errors import OutsideError, Problem
from specmend.source.address import refusal, refuse_unsafe
from specmend.source.location import WEB, Location, no_file, not_had
from specmend.source.reach import Reach, host_of, strange_host, strange_scheme
from specmend.source.redirect import without_query


@dataclass(frozen=True, kw_only=True, slots=True)
class WebFiles:
    """The files of the hosts that may be asked; `root` is the address of the root document."""

    reach: Reach
    root: str = ""

    def locate(self, reference: str, base: Location) -> Location | Problem:
        """The address of a file, relative to where the file with the reference was found."""
        try:
            url = urljoin(base.base or base.place if base.is_web else "https:", reference)
            if not url.startswith(WEB):
                return strange_scheme(reference)
            refuse_unsafe(url)
        except ValueError:
            return strange_scheme(reference)
        except OutsideError as error:
            (problem,) = error.problems
            return Problem(
                message=f"this address is not followed: {problem.message}",
                found=reference,
                expected=problem.expected,
            )
        if not self.reach.allows(url):
            return strange_host(url)
        return Location(place=url, path=self._path(url), name=url)

    def read(self, location: Location) -> bytes | Problem:
        """The bytes of a file, or why there are none."""
        from specmend.source.web import ask

        try:
            answer = ask(location.place, may_lead=self._refuse_strange)
        except OutsideError as error:
            (problem,) = error.problems
            return not_had(f"{location.name} cannot be had: {problem.message}", problem)
        return no_file(location.name) if answer.data is None else answer.data

    def _refuse_strange(self, there: str) -> None:
        """Raise OutsideError for a redirect to a host that may not be asked."""
        if not self.reach.allows(there):
            problem = strange_host(without_query(there))
            message = f"a redirect leads astray: {problem.message}"
            raise refusal(
                there,
                message,
                found=problem.found,
                expected=problem.expected,
                advice=problem.advice,
            )

    def _path(self, url: str) -> str:
        """An address as the pin has it: relative where it is of the same host as the root."""
        if not self.root or host_of(url) != host_of(self.root) or urlsplit(url).query:
            return url
        folder = posixpath.dirname(urlsplit(self.root).path) or "/"
        return posixpath.relpath(urlsplit(url).path or "/", folder)


def web_files(origin: str, landed: str, reach: Reach) -> tuple[WebFiles, Location]:
    """The files beside a document of the web, and where that itself is.

    Its own host may be asked, and the one that a redirect led to.
    """
    base = landed or origin
    own = replace(reach, own=(host_of(origin), host_of(base)))
    name = posixpath.basename(urlsplit(base).path) or "root"
    return WebFiles(reach=own, root=base), Location(place=origin, path=name, name=origin, base=base)
