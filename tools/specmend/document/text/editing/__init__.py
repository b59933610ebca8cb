"""Edits of a text by position: whatever an edit does not touch keeps its bytes."""
