"""What a report is and how one is read: text in, facts, record and checks out."""
