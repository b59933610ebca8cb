"""Entry of the `specmend` command and of `python -m specmend`."""

from __future__ import annotations

from specmend.cli.main import main

if __name__ == "__main__":
    main()
