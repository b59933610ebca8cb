"""Schemas in the few forms that classes and types are read from."""
