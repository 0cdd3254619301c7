"""The history of evaluation runs: a folder a run, with all that was measured as JSON and a page to look at."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from training.evaluation.bootstrap import Interval
from training.evaluation.page import page
from training.evaluation.report import Evaluation

RUNS = Path("runs/evaluation")
DATA, PAGE = "evaluation.json", "evaluation.html"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run measured: one model, or two side by side with their differences; `texts` is the hash of what was read."""

    evaluations: Sequence[Evaluation]
    differences: Mapping[str, Interval]
    texts: str

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "texts_sha256": self.texts,
            "evaluations": [one.as_json() for one in self.evaluations],
            "differences": {name: one.as_json() for name, one in self.differences.items()},
        }


def save(measured: Measured, runs: Path) -> Path:
    """Writes a run into a folder of its own, and returns that."""
    first = measured.evaluations[0]
    words = (datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S-%f"), *(one.model for one in measured.evaluations), Path(first.on).name)
    folder = runs / "_".join(re.sub(r"[^\w.-]", "_", word) for word in words)
    folder.mkdir(parents=True)
    (folder / PAGE).write_text(page(measured.evaluations, measured.differences), encoding="utf-8")
    (folder / DATA).write_text(json.dumps(measured.as_json(), ensure_ascii=False, indent=1), encoding="utf-8")
    return folder


def listing(runs: Path) -> str:
    """A line for each evaluation of the history, oldest first; differing hashes tell that texts have changed."""
    return "\n".join(["date        model            on               passages  texts     entities F1  facts F1 [95 %]", *_rows(runs)])


def _rows(runs: Path) -> Iterator[str]:
    for path in sorted(runs.glob(f"*/{DATA}")):
        found = json.loads(path.read_text(encoding="utf-8"))
        for one in found["evaluations"]:
            facts = one["intervals"]["facts_f1"]
            scores = f"{one['intervals']['entities_f1']['value']:13.4f}  {facts['value']:.4f} [{facts['low']:.4f}, {facts['high']:.4f}]"
            texts = f"{Path(one['on']).name:16} {one['passages']:8}  {found['texts_sha256'][:8]}"
            yield f"{one['made']:11} {one['model']:16} {texts}{scores}  {path.parent}"
