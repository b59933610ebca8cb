"""Prepares a sanitized document for the generators. It corrects no fault."""
