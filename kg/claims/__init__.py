"""The claims index: one file that answers every look-up, for what people write and for the records of data sets."""
