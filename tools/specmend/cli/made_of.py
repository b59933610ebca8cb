"""How the commands say what a pinned document was made of."""

from __future__ import annotations

from specmend.cli import console
from specmend.source.pin import Pin


def made_of(pin: Pin) -> str:
    """What a document was made of, and by which rules; empty for one that is as published."""
    if not pin.made_by:
        return ""
    files = f"made of {console.counted(len(pin.sources), 'file')}" if pin.sources else ""
    converted = "converted from Swagger 2.0" if pin.original else ""
    words = " and ".join(filter(None, (files, converted)))
    return f"{words} ({', '.join(pin.made_by)})"
