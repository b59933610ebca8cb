"""Text with positions, and edits that keep every byte they do not touch."""
