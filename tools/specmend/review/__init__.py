"""What a change of a project means for the users of an API, by cause, with the next version."""
