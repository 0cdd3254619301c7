"""Labelled reports: what one is, the store that keeps them, and the formats in which they come and go. Needs no torch."""
