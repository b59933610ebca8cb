"""Describes the client's methods as data for the templates."""
