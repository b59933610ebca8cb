"""The rebase of a series onto a new upstream document: intents, decisions, rebased steps, files."""
