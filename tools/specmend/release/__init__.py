"""Releases: archives of a generated package, what an index serves of it, and the way between."""
