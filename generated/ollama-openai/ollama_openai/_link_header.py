# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Reads the header Link, which names the next page (RFC 8288 section 3)."""

from __future__ import annotations

import re
from typing import Final

_TEXT: Final = r'"(?:[^"\\]|\\.)*"|[^;,\s"]*'
_LINK: Final = rf"<([^>]*)>((?:\s*;\s*[^=;,\s]+(?:\s*=\s*(?:{_TEXT}))?)*)"
_PARAMETER: Final = rf";\s*([^=;,\s]+)(?:\s*=\s*({_TEXT}))?"


def link_to(relation: str, header: str) -> str | None:
    """The first target with a relation, which is in small letters; a link can have several, with spaces between them.

    Of several parameters `rel` of one link the first counts (section 3.3).
    """
    for target, parameters in re.findall(_LINK, header):
        rel = next((text for name, text in re.findall(_PARAMETER, parameters) if name.lower() == "rel"), "")
        if relation in rel.strip('"').lower().split():
            return str(target).strip()
    return None
