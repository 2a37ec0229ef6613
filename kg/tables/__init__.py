"""Files of others as lines and tables, whatever is wrong with them."""
