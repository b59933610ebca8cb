"""A document as text: nodes with positions, and the bytes that no edit touches."""
