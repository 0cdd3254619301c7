"""Draws the statutory tables of reports and renders them in the forms in which they come: grids, flattened text, HTML, DOCX, PDF."""
