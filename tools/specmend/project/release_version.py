"""Chooses the version of a release: what was released last, what changed since, what people say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from packaging.version import InvalidVersion, Version

from specmend.errors import Problem, RepositoryError, UsageError
from specmend.progress import SILENT, Progress
from specmend.project.history import History
from specmend.project.last_release import version_of_tag
from specmend.project.review import review_apis
from specmend.release.changelog import sections_in
from specmend.release.plan import TAG
from specmend.release.published import Published
from specmend.review.records import Bump, Notes, Review
from specmend.settings.layout import ApiLayout
from specmend.storage.read import is_there, read_file

_FEW: Final = 5
_SHAPE: Final = "as 1.2.0 (https://packaging.python.org/specifications/version-specifiers)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """The version of a release, and why.

    `last` is the tag of the release before; without one, this is the first. `is_finished` says that
    the version is released and that nothing changed since.
    """

    version: str
    last: str = ""
    bump: Bump | None = None
    notes: Notes | None = None
    is_finished: bool = False


def choose_version(
    api: ApiLayout,
    history: History,
    served: Published,
    asked: str = "",
    *,
    progress: Progress = SILENT,
) -> Choice:
    """The version that is to be released, or that is released already.

    A version of the settings that is not released yet is the one. Else what changed since the last
    release asks for it. `asked` may raise it. Raises RepositoryError for a version that is too low
    without a written reason, and where git does not know the last release.
    """
    return _Chooser(api, history, served, progress).choose(_version(asked) if asked else None)


class _Chooser:
    """What is known of the releases of an API, and what the next one may be."""

    def __init__(
        self, api: ApiLayout, history: History, served: Published, progress: Progress
    ) -> None:
        self._api, self._history, self._progress = api, history, progress
        self._own = _version_of_settings(api)
        self._whole = served.whole_versions
        self._tags = _tags(history, api.name)
        self._last = max((*self._tags, *self._whole), default=None)

    def choose(self, asked: Version | None) -> Choice:
        """The version, or RepositoryError."""
        wanted = self._own if asked is None else asked
        if self._last is None:
            if wanted < self._own:
                self._refuse(wanted, "is lower than the version in the settings", str(self._own))
            return Choice(version=self._spelled(wanted))
        if wanted == self._own and (wanted in self._tags or wanted in self._whole):
            return self._released(is_asked=asked is not None)
        if wanted < self._last:
            self._refuse_lower(wanted, self._last)
        return self._next(wanted, is_asked=asked is not None)

    def _released(self, *, is_asked: bool) -> Choice:
        """The version of the settings is released: it is whole, or the next one is asked for."""
        tag, before = self._tags.get(self._own, ""), self._before(self._own)
        if not tag:
            if not _has_entry(self._api, self._own):
                raise self._untagged(self._own)
            return _choice(self._spelled(self._own), before, self._review(before))
        since = self._review(tag)
        if since is None or (since.bump.part == "none" and not since.doubt):
            return _choice(self._spelled(self._own), before, None, is_finished=True)
        if is_asked or self._own != self._last:
            raise self._exists(tag, since.bump.new)
        if since.doubt:
            raise self._unknown(tag, since.doubt)
        return _choice(since.bump.new, tag, since)

    def _next(self, wanted: Version, *, is_asked: bool) -> Choice:
        """A version that is not released yet."""
        before = self._before(wanted)
        lower = max((one for one in self._whole if one < wanted), default=None)
        if lower is not None and all(one < lower for one in self._tags if one < wanted):
            raise self._untagged(lower)
        review = self._review(before)
        if review is not None and review.doubt and not is_asked:
            raise self._unknown(before, review.doubt)
        if review is not None and wanted < _version(review.bump.new):
            words = "; ".join(_few([one.words for one in review.bump.reasons]))
            what = f"is too low for what changed since {before}"
            self._refuse(wanted, what, review.bump.new, words)
        return _choice(self._spelled(wanted), before, review)

    def _before(self, version: Version) -> str:
        """The tag of the highest version below this one."""
        lower = [one for one in self._tags if one < version]
        return self._tags[max(lower)] if lower else ""

    def _review(self, base: str) -> Review | None:
        if not base:
            return None
        name = self._api.name
        settings = {name: self._api.settings}
        found = review_apis(self._api.root, settings, [name], base, progress=self._progress)
        return found.apis[0]

    def _spelled(self, version: Version) -> str:
        """A version as the settings write it, or else in its normal form."""
        return self._api.settings.version if version == self._own else str(version)

    def _refuse_lower(self, wanted: Version, last: Version) -> None:
        """Raise RepositoryError for a version under a released one, without a reason for it."""
        tag = self._tags.get(last, "")
        head = self._history.commit_of("HEAD")
        if tag and not self._history.is_before(self._history.tag_commit(tag), head):
            what = f"is lower than {tag}, which is not in this branch"
            self._refuse(wanted, what, "", advice=f"bring it in: git pull, or git merge {tag}")
        self._refuse(
            wanted, "is lower than what is published", f"a version above {last}", str(last)
        )

    def _refuse(
        self, wanted: Version, what: str, expected: str, found: str = "", advice: str = ""
    ) -> None:
        """Raise RepositoryError for a version, unless the settings have a reason for it."""
        version, name = self._spelled(wanted), self._api.name
        if version in self._api.settings.bump.lower:
            return
        higher = f"--version {expected}" if expected and " " not in expected else "--version X"
        reason = f'or write the reason for it into [apis.{name}.bump.lower]: "{version}" = "…"'
        raise RepositoryError(
            Problem(
                message=f"{name} {version} {what}",
                found=found,
                expected=expected,
                advice=f"{advice or f'specmend release {name} {higher}'}; {reason}",
            )
        )

    def _untagged(self, version: Version) -> RepositoryError:
        """The error for a release that the index has, and git does not know."""
        tag = TAG.format(api=self._api.name, version=version)
        message = f"{self._api.name} {version} is published, and git has no tag {tag}"
        fetch = "git fetch --tags; in CI, `fetch-depth: 0` for actions/checkout"
        advice = f"{fetch}; or tag the commit that it was made of: git tag {tag} COMMIT"
        return RepositoryError(Problem(message=message, advice=advice))

    def _unknown(self, tag: str, doubt: str) -> RepositoryError:
        """The error where nobody can compute the version."""
        name = self._api.name
        message = f"what changed for users of {name} since {tag} is not known"
        check = f"specmend check {name} says whether the package is what is built"
        advice = f"{check}; where it is, say the version: specmend release {name} --version X"
        return RepositoryError(Problem(message=message, found=doubt, advice=advice))

    def _exists(self, tag: str, new: str) -> RepositoryError:
        """The error for a version that is released, and not of what is here now."""
        name, version = self._api.name, self._spelled(self._own)
        message = f"{name} {version} is released already, and the package changed since {tag}"
        advice = f"release the next one: specmend release {name} --version {new}"
        return RepositoryError(Problem(message=message, found=version, expected=new, advice=advice))


def _choice(version: str, last: str, review: Review | None, *, is_finished: bool = False) -> Choice:
    return Choice(
        version=version,
        last=last,
        bump=review.bump if review else None,
        notes=review.notes if review else None,
        is_finished=is_finished,
    )


def _tags(history: History, api: str) -> Mapping[Version, str]:
    found = {tag: version_of_tag(tag, api) for tag in history.tags()}
    return {version: tag for tag, version in found.items() if version is not None}


def _has_entry(api: ApiLayout, version: Version) -> bool:
    text = read_file(api.changelog, api.show(api.changelog)) if is_there(api.changelog) else b""
    return sections_in(text.decode("utf-8", "replace"), str(version)) is not None


def _version_of_settings(api: ApiLayout) -> Version:
    text = api.settings.version
    try:
        return Version(text)
    except InvalidVersion as error:
        message = f"the version of {api.name} in the settings is no version of a package"
        advice = "write one that an index takes, and build"
        raise RepositoryError(
            Problem(message=message, found=text, expected=_SHAPE, advice=advice)
        ) from error


def _version(text: str) -> Version:
    try:
        return Version(text)
    except InvalidVersion as error:
        message = "--version is no version of a package"
        raise UsageError(Problem(message=message, found=text, expected=_SHAPE)) from error


def _few(words: Sequence[str]) -> Sequence[str]:
    return [*words[:_FEW], f"{len(words) - _FEW} more"] if words[_FEW:] else words
