"""The named edits, one file each: what Overlay cannot express in one action."""
