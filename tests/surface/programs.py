"""All changes of modules that are judged by a program."""

from __future__ import annotations

from tests.surface.containers import CONTAINERS
from tests.surface.entries import ENTRIES
from tests.surface.keywords import KEYWORDS
from tests.surface.written import WRITTEN

PROGRAMS = (*WRITTEN, *CONTAINERS, *KEYWORDS, *ENTRIES)
