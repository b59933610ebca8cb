"""Reads the settings, and knows where the files of a project are."""
