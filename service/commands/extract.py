"""`nianbao extract FILE…`: what reports say."""

import argparse
from collections.abc import Sequence

from service import engine
from service.commands.printing import complain, put
from service.commands.releases import add_release, chosen
from service.engine import ReportReader
from service.inputs import FILES, Given, InputError, documents
from service.schemas import DocumentExtraction, Extraction, NamedFileExtraction
from service.settings import Settings


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the command."""
    command = commands.add_parser("extract", help="print what reports say, one line of JSON a document")
    command.add_argument("files", nargs="+", metavar="FILE", help=FILES)
    add_release(command)
    command.set_defaults(run=extract)


def extract(options: argparse.Namespace, settings: Settings) -> int:
    """Reads the files with the released model."""
    return extract_files(options.files, engine.load_reader(chosen(options, settings)))


def extract_files(names: Sequence[str], reader: ReportReader) -> int:
    """Prints a line for each document of the files, as soon as it is read; those that cannot be read are told on standard error."""
    failed = False
    for given in documents(names):
        if isinstance(given, InputError):
            complain(str(given))
            failed = True
        else:
            put(_answer(given, reader).model_dump_json() + "\n")
    return int(failed)


def _answer(given: Given, reader: ReportReader) -> Extraction:
    """What the document says; of a file with the text that was read from it."""
    reading = reader.read(given.text)
    return NamedFileExtraction.of(reading, id=given.id, text=given.text) if given.is_file else DocumentExtraction.of(reading, id=given.id)
