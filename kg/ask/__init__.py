"""Questions to a store, answered in plain values. Nothing here prints, and nothing here writes."""
