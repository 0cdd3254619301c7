"""Reports that a format cannot hold."""

from training.labelled.report import LabelledReport


class UnwritableError(ValueError):
    """A report that a format cannot hold without changing what it says; the message names it and says why."""

    def __init__(self, report: LabelledReport, message: str) -> None:
        super().__init__(f"{report.id}: {message}")
