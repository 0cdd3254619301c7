"""The labelling tools: what they need to know of the labels, with the colours of the label table."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from model.labels import LABELS
from training.labelled.formats.label_studio import CONTROL, TEXT


@dataclass(frozen=True, slots=True)
class Tool:
    """A labelling tool: names for the files of tasks and of labels, and what stands in the latter."""

    tasks: str
    configuration: str
    configure: Callable[[], str]


def label_studio() -> str:
    """The labelling configuration of a Label Studio project, XML."""
    attributes = [(("value", label.name), ("background", label.colour), ("hint", label.meaning)) for label in LABELS]
    labels = "".join(f"    <Label {' '.join(f'{name}={quoteattr(value)}' for name, value in one)}/>\n" for one in attributes)
    text = f'<Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>'
    return f'<View>\n  <Labels name="{CONTROL}" toName="{TEXT}" showInline="true">\n{labels}  </Labels>\n  {text}\n</View>\n'


def doccano() -> str:
    """The label types of a doccano project, the JSON that it imports under Labels."""
    types = [{"text": label.name, "background_color": label.colour, "text_color": "#ffffff"} for label in LABELS]
    return json.dumps(types, indent=1) + "\n"


TOOLS: dict[str, Tool] = {
    "label-studio": Tool("tasks.json", "labels.xml", label_studio),
    "doccano": Tool("tasks.jsonl", "labels.json", doccano),
}
