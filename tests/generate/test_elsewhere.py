"""What a copy computes is the same, and a copy that fails gives nothing."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.posix("fork")

# A process of its own: the one of the tests may have threads, and cannot be copied.
CODE = """
import json, os
from specmend.generate.elsewhere import Elsewhere

def fails():
    raise MemoryError

given = [Elsewhere(os.getpid), Elsewhere(lambda: b"x" * 1_000_000), Elsewhere(fails)]
given += [Elsewhere(lambda: os.kill(os.getpid(), 9)), Elsewhere(lambda: lambda: None)]
number, large, *others = [one.take() for one in given]
print(json.dumps([number not in (os.getpid(), None), len(large), others]))
"""


def test_a_value_is_computed_in_a_copy() -> None:
    ran = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == [True, 1_000_000, [None, None, None]]
