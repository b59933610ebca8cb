"""Small documents, faults in them, and what upstream may do to both: the oracle of the verdicts."""
