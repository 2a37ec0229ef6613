"""Data sets of others: from their files to records, nothing guessed, nothing dropped in silence."""
