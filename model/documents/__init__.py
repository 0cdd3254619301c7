"""Files as they are published (plain text, HTML, DOCX, PDF) made one text with the tables found in it."""
