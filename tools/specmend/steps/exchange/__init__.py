"""Converts steps to and from overlays, JSON Patch and unified diffs."""
