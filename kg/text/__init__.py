"""How things are written: names, dates, lines of records, and the texts of others on their way out."""
