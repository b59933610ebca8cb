"""Rebases a series onto a new upstream document: intents, decisions, steps, files."""
