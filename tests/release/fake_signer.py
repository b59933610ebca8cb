"""Signs archives as pypi_attestations does, where the run has an identity that it may use."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path


def main(command: str, *files: str) -> str:
    """Write an attestation beside each file; gives what went wrong."""
    assert command == "sign"
    if "ACTIONS_ID_TOKEN_REQUEST_TOKEN" not in os.environ:
        return "Failed to detect identity: insufficient permissions"
    for path in map(Path, files):
        signed = {"signed": hashlib.sha256(path.read_bytes()).hexdigest()}
        text = "{" if "BROKEN_SIGNER" in os.environ.get("GITHUB_REF", "") else json.dumps(signed)
        path.with_name(f"{path.name}.publish.attestation").write_text(text, "utf-8")
    return ""


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) or 0)
