"""What the settings say, and where the files of a project lie."""
