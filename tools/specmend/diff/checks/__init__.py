"""What can change in a document: one file for each family of checks, and one table of all."""
