"""Steps proposed from an original and an edited document."""
