"""Pages for people and machines: steps, verdicts, changes."""
