"""Every name of the contract: the fields of prose, and the cells of the statutory tables."""

from model.fields import BY_NAME, Field
from model.tables.forms import CELL_FIELDS

NAMES: dict[str, Field] = {**CELL_FIELDS, **BY_NAME}
"""Cells that prose repeats under their own name (table2.licences.decisions) are in both, under the words of prose."""
