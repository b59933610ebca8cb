"""What a client package is called and carries, apart from the API itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class PackagePlan:
    """The settings of one client package.

    `header` becomes comment lines at the top of every generated module, `repository` is the address
    of the sources. `client_modules` are hand-written modules: paths relative to the package, each
    with the bytes to put there; `modules_folder` is where a person finds them. `flat` puts every
    method on the client itself too, beside the one attribute for each tag. `extras` gives every
    method what a single call may say of its request. With `open` a value that a discriminator does
    not know gives an object of a general class, with `closed_enums` a value that an enumeration
    does not list is an error in answers too.
    """

    api: str
    package: str
    version: str
    description: str
    license: str
    header: str
    repository: str = ""
    http: str = "httpx2"
    flat: bool = False
    extras: bool = True
    open: bool = False
    closed_enums: bool = False
    client_modules: Mapping[str, bytes] = field(default_factory=dict)
    modules_folder: str = ""

    def module_file(self, path: str) -> str:
        """The file of a hand-written module, as messages call it."""
        return f"{self.modules_folder}/{path}" if self.modules_folder else path


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientPackage:
    """One client package.

    `files` maps sorted paths inside the package's folder to bytes, `normalized` is the JSON
    document that both generators read, and `warnings` are the generators' own words without
    temporary paths and memory addresses.
    """

    files: Mapping[str, bytes]
    normalized: bytes
    warnings: tuple[str, ...] = ()
