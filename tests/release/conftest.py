"""The archives of the small package, built once for all tests that read them."""

from __future__ import annotations

import pytest
from tests.release.packages import SECONDS, package_files

from specmend.release.archives import Archive, build_archives


@pytest.fixture(scope="session")
def archives() -> tuple[Archive, ...]:
    return build_archives(package_files(), SECONDS)
