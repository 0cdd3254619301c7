"""A report as one text, its tables flattened."""

import random

from training.rendering.flat import Shape, draw_habits, flatten
from training.rendering.grid import Grid
from training.rendering.report import Report


def report_text(report: Report, shape: Shape, source: random.Random, dropped: bool = False) -> str:
    """The blocks one below the other; all on one line in the shape that has but one."""
    habits = draw_habits(source)
    texts = [flatten(block, shape, source, habits, dropped) if isinstance(block, Grid) else block.text for block in report.blocks]
    return (" " if shape is Shape.ONE_LINE else "\n").join(texts)
