"""Scores of tagged entities: seqeval, strict, IOB2."""

from collections.abc import Sequence

from seqeval.metrics import classification_report
from seqeval.scheme import IOB2


def entity_scores(gold: Sequence[Sequence[str]], predicted: Sequence[Sequence[str]]) -> dict[str, dict[str, float]]:
    """Precision, recall, F1 and support: per label, and under `overall` (micro average).

    Args:
        gold: tags of each text, one a character.
        predicted: the same for the predictions.
    """
    report = classification_report(gold, predicted, mode="strict", scheme=IOB2, output_dict=True, zero_division=0)
    scores = {
        label: {"precision": row["precision"], "recall": row["recall"], "f1": row["f1-score"], "support": float(row["support"])}
        for label, row in report.items()
        if label not in {"micro avg", "macro avg", "weighted avg"}
    }
    micro = report["micro avg"]
    return {
        "overall": {key: float(micro[name]) for key, name in (("precision", "precision"), ("recall", "recall"), ("f1", "f1-score"))},
        **{label: {key: float(value) for key, value in row.items()} for label, row in scores.items()},
    }
