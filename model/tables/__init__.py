"""The statutory tables of a report: from real cells, or from text in which they were flattened."""
