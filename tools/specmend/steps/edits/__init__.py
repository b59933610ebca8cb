"""Named edits: what Overlay cannot say in one action, one file each."""
