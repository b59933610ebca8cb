"""Brings a sanitized document into the few forms that types are read from. It corrects no fault."""
