"""What of an API is built or checked: the client with the document, and what other tools make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from specmend.settings.layout import ApiLayout


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """A choice of outputs.

    `client` is for the sanitized document and the Python client, `others` names other generators.
    `steps_for` is the generator whose own steps are in the sanitized document.
    """

    client: bool
    others: tuple[str, ...]
    steps_for: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.client or self.others)


def chosen_of(api: ApiLayout, generator: str | None) -> Chosen:
    """All outputs of an API, or that of one generator.

    A generator without a table in the settings is one whose steps the client is to have.
    """
    default = api.settings.generator
    if generator is None:
        return Chosen(client=True, others=tuple(api.settings.generators), steps_for=default)
    if generator in api.settings.generators:
        return Chosen(client=False, others=(generator,), steps_for=default)
    return Chosen(client=True, others=(), steps_for=generator)


def apis_with(apis: Sequence[ApiLayout], generator: str | None) -> Sequence[ApiLayout]:
    """The APIs that a generator makes something of; all of them if it has a table in none."""
    those = [api for api in apis if generator in api.settings.generators]
    return those or apis
