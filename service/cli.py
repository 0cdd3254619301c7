"""The command line: `nianbao extract FILE…` and `nianbao serve`."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from model.release import ReleaseError
from service import engine
from service.engine import ReportReader
from service.inputs import InputError, Line, lines, shown, text_of
from service.parser import Parser
from service.schemas import DocumentExtraction, Extraction, NamedFileExtraction
from service.server import Server
from service.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Returns:
        0 where all went well, 1 where a document or the release could not be read, 2 for wrong usage or settings.
    """
    options = parser().parse_args(arguments)
    try:
        settings = Settings()
    except ValidationError as error:
        for detail in error.errors():
            complain(f"NIANBAO_{str(detail['loc'][0]).upper()}: {detail['msg']}")
        return 2
    return serve(settings) if options.command == "serve" else extract(options, settings)


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    top = argparse.ArgumentParser(prog="nianbao", description="Reads annual reports on open government information.")
    commands = top.add_subparsers(dest="command", required=True)
    reading = commands.add_parser("extract", help="print what reports say, one line of JSON a document")
    files = 'HTML, DOCX, PDF or plain text, - for the standard input; or .jsonl with {"id", "text"} a line'
    reading.add_argument("files", nargs="+", metavar="FILE", help=files)
    reading.add_argument("--release", type=Path, metavar="FOLDER", help="the released model (default: the setting NIANBAO_RELEASE)")
    commands.add_parser("serve", help="serve over HTTP, as the settings NIANBAO_… say")
    return top


def serve(settings: Settings) -> int:
    """Serves until interrupted."""
    server = Server(settings)
    try:
        server.run()
    except KeyboardInterrupt:
        return 0
    return 1 if server.engine.failure else 0


def extract(options: argparse.Namespace, settings: Settings) -> int:
    """Reads the files with the released model."""
    chosen = settings if options.release is None else settings.model_copy(update={"release": options.release})
    try:
        return extract_files(options.files, engine.load_reader(chosen))
    except ReleaseError as error:
        complain(str(error))
        return 1
    except BrokenPipeError:
        # Whoever read the output has gone; Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def extract_files(names: Sequence[str], reader: ReportReader) -> int:
    """Prints a line for each document of the files, as soon as it is read; those that cannot be read are told on standard error."""
    parser = Parser()
    failed = False
    for name in names:
        try:
            if name.endswith(".jsonl"):
                for line in lines(name):
                    failed |= not extract_line(line, reader)
            else:
                text = text_of(name, parser)
                put(NamedFileExtraction.of(reader.read(text), id=shown(name), text=text))
        except InputError as error:
            complain(f"{shown(name)}: {error}")
            failed = True
    return int(failed)


def extract_line(line: Line, reader: ReportReader) -> bool:
    """Prints what the document of the line says; False where it cannot be read."""
    try:
        document = line.document()
    except InputError as error:
        complain(f"{line.place}: {error}")
        return False
    put(DocumentExtraction.of(reader.read(document.text), id=document.id))
    return True


def put(answer: Extraction) -> None:
    """Prints the answer as a line."""
    sys.stdout.buffer.write(answer.model_dump_json().encode() + b"\n")
    sys.stdout.buffer.flush()


def complain(message: str) -> None:
    """Tells what went wrong."""
    print(f"nianbao: {message}", file=sys.stderr)
