"""Claims in: documents, claims by hand and by sheet, drafts and their review, care of what is written."""
