"""Values to text: tables, blocks, pages. Nothing here asks the store."""
