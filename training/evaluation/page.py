"""The page of an evaluation: one HTML file that needs nothing else."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from training.evaluation import plots
from training.evaluation.bootstrap import Interval
from training.evaluation.report import Evaluation


def page(evaluations: Sequence[Evaluation], differences: Mapping[str, Interval]) -> str:
    """The page of one evaluation, or of two side by side with their differences (the first less the second)."""
    ours = evaluations[0]
    here = Path(__file__).parent
    environment = Environment(
        loader=FileSystemLoader(here), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html").render(
        ours=ours,
        both=evaluations,
        differences=differences,
        family_plot=plots.family_plot(ours.slices["family"]),
        reliability_plot=plots.reliability_plot(ours.certainty),
        risk_plot=plots.risk_plot(ours.certainty),
        confusion_plot=plots.confusion_plot(ours),
    )
