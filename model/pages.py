"""The numbers of pages, which stand between lines wherever a page ended."""

PAGE_NUMBER = r"[-—–]\s?\d{1,3}\s?[-—–]|第\s?\d{1,3}\s?页(?:\s?[,/]?\s?共\s?\d{1,3}\s?页)?"
"""What can be nothing else, in folded text: - 3 -, 第3页, 第3页共9页."""
