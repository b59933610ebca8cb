"""Where an upstream document comes from, and that it is still the same."""
