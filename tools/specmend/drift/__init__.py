"""What becomes of each step when upstream moves: one verdict for every action."""
