"""Steps to and from other formats: overlays, JSON Patch, unified diffs."""
