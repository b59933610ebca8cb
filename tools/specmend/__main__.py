"""Entry of the `specmend` command and of `python -m specmend`."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

_INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line and end the process at once.

    To free millions of values one by one first would cost a tenth of the time.
    """
    code = 0
    try:
        # Loaded here: Ctrl-C in the meantime ends the process without a traceback too.
        from specmend.cli.main import main as command

        command()
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except KeyboardInterrupt:
        code = _INTERRUPTED
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = code or 1
    except OSError:
        # What is left cannot be written: the disk is full, and the command has said so if it could.
        code = code or 2
    os._exit(code)


if __name__ == "__main__":
    main()
