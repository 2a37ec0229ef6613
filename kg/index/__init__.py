"""The record index: what bulk data sets claim, as rows that look-ups and networks read."""
