"""The workflows for GitHub: checks and reviews of a change, news of upstream, and releases."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jinja2 import Environment

CHECK: Final = "specmend-check.yml"
RELEASE: Final = "specmend-release.yml"
REVIEW: Final = "specmend-review.yml"
UPSTREAM: Final = "specmend-upstream.yml"
ALL: Final = (CHECK, RELEASE, REVIEW, UPSTREAM)
"""All that `init --ci github` writes."""

ACTIONS: Final[Mapping[str, str]] = {
    "checkout": "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2",
    "setup_python": "actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0",
    "upload_artifact": "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2",
    "download_artifact": "actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093"
    " # v4.3.0",
}
"""The actions that the workflows use, each by the hash of a commit."""


def workflow(
    name: str,
    *,
    install: str,
    folder: str = "",
    test: str = "",
    own_install: Sequence[str] = (),
) -> str:
    """The text of one workflow, by the name of its file.

    `install` is the shell command that brings specmend in; it is empty only in a reusable
    workflow, where the caller names a file of requirements, and where `own_install` are the
    commands for our own repository. `folder` is the way from the repository's root to the project.
    `test` is the command that tests the project.
    """
    template = _environment().get_template(f"{name.removeprefix('specmend-')}.jinja")
    return template.render(
        ACTIONS,
        install=_scalar(install),
        folder=_scalar(folder),
        test=_scalar(test),
        is_reusable=bool(own_install),
        own_install=own_install,
        index="${{ inputs.index || 'pypi' }}" if own_install else "pypi",
        environment="${{ inputs.environment || 'release' }}" if own_install else "release",
    )


def _environment() -> Environment:
    """Marks that neither a workflow's expressions nor a shell have."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("specmend.project", "workflows"),
        autoescape=False,  # noqa: S701 - a workflow is no HTML
        undefined=StrictUndefined,
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<$",
        variable_end_string="$>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _scalar(value: str) -> str:
    """A value as YAML has it in one line: quoted, unless it is empty."""
    return json.dumps(value, ensure_ascii=False) if value else ""
