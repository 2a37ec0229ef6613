"""The plain values that the rooms hand to each other. All are frozen, and none knows where it came from."""
