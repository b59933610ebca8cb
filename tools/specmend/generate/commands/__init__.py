"""Other generators: programs that make something of the sanitized document."""
