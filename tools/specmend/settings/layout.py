"""Where the files of an API are; the only module that knows the names of folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specmend.settings.generators import DEFAULT_GENERATOR, output_folder
from specmend.settings.settings import ApiSettings
from specmend.storage.read import is_there

OTHER_MANIFEST: Final = "specmend-manifest.json"
"""The name of the manifest in what another generator makes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutputPlace:
    """Where what a generator makes is: its folder, and the record of what made it there.

    `state` is what the last build of it saw on this machine; it is never committed.
    """

    generator: str
    folder: Path
    manifest: Path
    state: Path


@dataclass(frozen=True, kw_only=True, slots=True)
class ApiLayout:
    """One API of a project: its name, its settings, and where its files are."""

    name: str
    root: Path
    settings: ApiSettings

    @property
    def upstreams(self) -> tuple[Path, Path]:
        """The two files that may be the upstream document: YAML and JSON."""
        folder = self.root / "spec" / self.name
        return folder / "upstream.yaml", folder / "upstream.json"

    @property
    def upstream(self) -> Path:
        """The upstream document: upstream.yaml, or upstream.json where that is what there is."""
        as_yaml, as_json = self.upstreams
        return as_json if is_there(as_json) else as_yaml

    @property
    def originals(self) -> tuple[Path, Path]:
        """The two files that may be the original of a converted document: YAML and JSON."""
        folder = self.root / "spec" / self.name
        return folder / "original.yaml", folder / "original.json"

    @property
    def original(self) -> Path:
        """The original of a converted document; there is none for any other document."""
        as_yaml, as_json = self.originals
        return as_json if is_there(as_json) else as_yaml

    @property
    def pin(self) -> Path:
        """The record of where the upstream document came from."""
        return self.root / "spec" / self.name / "pin.toml"

    @property
    def changelog(self) -> Path:
        """What each release of the package changed for its users."""
        return self.root / "spec" / self.name / "CHANGELOG.md"

    @property
    def sanitized(self) -> Path:
        """The sanitized document, in upstream's format."""
        return self.upstream.with_name("sanitized" + self.upstream.suffix)

    @property
    def steps(self) -> Path:
        """The folder of the step files."""
        return self.root / "patches" / self.name

    @property
    def client_modules(self) -> Path:
        """The folder of hand-written modules that join the generated package."""
        return self.steps / "client"

    @property
    def retired(self) -> Path:
        """The folder of retired steps: kept for the record, and not applied."""
        return self.steps / "retired"

    @property
    def releases(self) -> Path:
        """The folder of other releases of the document, to which the series must apply too."""
        return self.root / "spec" / self.name / "releases"

    @property
    def generated(self) -> Path:
        """The folder of the generated package."""
        return self.root / "generated" / self.name

    @property
    def manifest(self) -> Path:
        """The record of what made the generated package."""
        return self.generated / "manifest.json"

    @property
    def outputs(self) -> tuple[OutputPlace, ...]:
        """What is generated: the Python client if there is one, then that of other generators."""
        others = tuple(self.output(name) for name in self.settings.generators)
        return (self.output(DEFAULT_GENERATOR), *others) if self.settings.package else others

    def output(self, generator: str) -> OutputPlace:
        """Where a generator's output is, whether it is in the settings or not."""
        name = output_folder(self.name, generator)
        folder = self.root / "generated" / name
        # Other generators write a manifest.json of their own at times.
        is_ours = generator == DEFAULT_GENERATOR
        return OutputPlace(
            generator=generator,
            folder=folder,
            manifest=folder / (self.manifest.name if is_ours else OTHER_MANIFEST),
            state=self.root / ".specmend" / f"{name}.json",
        )

    @property
    def state(self) -> Path:
        """What the last build saw on this machine; never committed."""
        return self.root / ".specmend" / f"{self.name}.json"

    @property
    def journal(self) -> Path:
        """What an interrupted update still has to write; the next update does it."""
        return self.root / ".specmend" / f"{self.name}.update"

    @property
    def base(self) -> Path:
        """The document that the steps were recorded on, kept when a fetch brings another one."""
        return self.root / ".specmend" / f"{self.name}.base"

    def show(self, path: Path) -> str:
        """A path as messages show it: from the project's root."""
        if path.is_relative_to(self.root):
            return path.relative_to(self.root).as_posix()
        return str(path)
