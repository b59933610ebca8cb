"""Makes an installable Python package from a sanitized document."""
