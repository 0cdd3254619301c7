"""`nianbao prelabel FILE…`: tasks for a labelling tool with what the model proposes, so that a person corrects instead of starting anew."""

import argparse
from operator import attrgetter
from pathlib import Path

from service import engine
from service.commands.printing import complain, put
from service.commands.releases import add_release, chosen
from service.engine import ReportReader
from service.inputs import FILES, Given, InputError, documents
from service.settings import Settings
from training.labelled.formats import FORMATS
from training.labelled.report import LabelledEntity, LabelledReport, Status
from training.labelled.tools import TOOLS


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the command."""
    command = commands.add_parser("prelabel", help="write tasks for a labelling tool, with what the model proposes, least certain first")
    command.add_argument("files", nargs="+", metavar="FILE", help=FILES)
    command.add_argument("--format", choices=TOOLS, default="label-studio", help="the tool (default: %(default)s)")
    command.add_argument("--output", type=Path, default=Path("prelabelled"), metavar="FOLDER", help="where to write (default: %(default)s)")
    add_release(command)
    command.set_defaults(run=prelabel)


def prelabel(options: argparse.Namespace, settings: Settings) -> int:
    """Writes the tasks and the labelling configuration of the tool into the folder; documents that cannot be read are told.

    Where none can be read no file is written, so that tasks of an earlier time are not lost.
    """
    tool = TOOLS[options.format]
    options.output.mkdir(parents=True, exist_ok=True)
    reader = engine.load_reader(chosen(options, settings))
    given = list(documents(options.files))
    reports = [predicted(one, reader) for one in given if isinstance(one, Given)]
    for error in (one for one in given if isinstance(one, InputError)):
        complain(str(error))
    if not reports:
        complain("no document was read, so no tasks are written")
        return 1
    written = FORMATS[options.format]
    tasks, configuration = options.output / tool.tasks, options.output / tool.configuration
    tasks.write_text("".join(written.file(map(written.write, sorted(reports, key=attrgetter("certainty"))))), encoding="utf-8")
    configuration.write_text(tool.configure(), encoding="utf-8")
    put(f"{len(reports)} tasks in {tasks}, the labels in {configuration}\n")
    return int(len(reports) < len(given))


def predicted(given: Given, reader: ReportReader) -> LabelledReport:
    """What the model proposes for the document."""
    entities = tuple(
        LabelledEntity(label=entity.label, start=entity.start, end=entity.end, confidence=entity.confidence)
        for entity in reader.tag(given.text)
    )
    return LabelledReport(text=given.text, entities=entities, source=given.id, annotator=reader.release.name, status=Status.PREDICTED)
