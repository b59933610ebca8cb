"""What a named edit raises when it cannot be made."""

from __future__ import annotations

from specmend.document.pointer import Address


class EditFailed(Exception):
    """The edit cannot be made on this document; `address` is the place that stands in its way.

    `already` says that this is because the document says so already.
    """

    def __init__(
        self, message: str, address: Address = (), *, expected: str = "", advice: str = "", already: bool = False
    ) -> None:
        super().__init__(message)
        self.address, self.expected, self.advice, self.already = address, expected, advice, already
