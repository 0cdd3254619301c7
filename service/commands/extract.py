"""`nianbao extract FILE…`: what reports say."""

import argparse
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from model.process import ready_process
from service import engine
from service.commands.printing import complain, put
from service.commands.releases import add_release, chosen
from service.engine import ReportReader
from service.inputs import FILES, Given, InputError, documents
from service.schemas import DocumentExtraction, Extraction, NamedFileExtraction
from service.settings import Settings

_AHEAD = 3
"""Documents that are read at once: while one is assembled, others are encoded."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the command."""
    command = commands.add_parser("extract", help="print what reports say, one line of JSON a document")
    command.add_argument("files", nargs="+", metavar="FILE", help=FILES)
    add_release(command)
    command.set_defaults(run=extract)


def extract(options: argparse.Namespace, settings: Settings) -> int:
    """Reads the files with the released model."""
    reader = engine.load_reader(chosen(options, settings))
    ready_process()
    return extract_files(options.files, reader)


def extract_files(names: Sequence[str], reader: ReportReader) -> int:
    """Prints a line for each document of the files, in their order; those that cannot be read are told on standard error."""
    failed = False
    for answer in _answers(names, reader):
        if isinstance(answer, InputError):
            complain(str(answer))
            failed = True
        else:
            put(answer.result().model_dump_json() + "\n")
    return int(failed)


def _answers(names: Sequence[str], reader: ReportReader) -> Iterator["Future[Extraction] | InputError"]:
    """What becomes of each document, in their order."""
    waiting: deque[Future[Extraction] | InputError] = deque()
    with ThreadPoolExecutor(_AHEAD, "extract") as threads:
        for given in documents(names):
            waiting.append(given if isinstance(given, InputError) else threads.submit(_answer, given, reader))
            if len(waiting) > _AHEAD:
                yield waiting.popleft()
        yield from waiting


def _answer(given: Given, reader: ReportReader) -> Extraction:
    """What the document says; of a file with the text that was read from it."""
    reading = reader.read(given.text)
    return NamedFileExtraction.of(reading, id=given.id, text=given.text) if given.is_file else DocumentExtraction.of(reading, id=given.id)
