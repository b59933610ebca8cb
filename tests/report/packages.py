"""Changes of a package, for tests of their words and pages."""

from __future__ import annotations

from typing import Final

from specmend.surface.change import SurfaceChange

EVIL: Final = "<b>|[x](y) @z"

CHANGES: Final = (
    SurfaceChange(
        id="argument-new-required",
        level="breaking",
        breaks="run-time",
        place="Client.buy(pet)",
        subject="client.buy(...)",
        words="`client.buy(...)` has a new required argument `pet`",
        instead="give `pet`, which is `str`",
        affects=("client.shop.buy(...)", "a", "b", "c", "d"),
        affected=24,
        by="step 0003",
    ),
    SurfaceChange(
        id="field-can-be-none",
        level="breaking",
        breaks="types",
        place="models.Pet.name",
        subject="models.Pet.name",
        words="`models.Pet.name` can be None now",
    ),
    SurfaceChange(
        id="name-new", level="info", place="x", subject="x", words=f"`Literal['{EVIL}']` is {EVIL}"
    ),
)
