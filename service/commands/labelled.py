"""`nianbao labelled import|export|list|check|remove`: the store of labelled reports."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from model.interchange import NotUtf8Error
from service.commands.printing import complain, put
from service.inputs import InputError, content_of, shown
from service.settings import Settings
from training.labelled.faults import RejectedError, told
from training.labelled.formats import FORMATS, read
from training.labelled.intake import Outcome, Taken
from training.labelled.store import LabelledStore, StoredReport
from training.labelled.unwritable import UnwritableError

_TITLE_LENGTH = 24


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the commands."""
    group = commands.add_parser("labelled", help="labelled reports, kept for training").add_subparsers(dest="action", required=True)
    taking = group.add_parser("import", help="keep the labelled reports of files; a line for each that is kept")
    taking.add_argument("--annotator", metavar="NAME", help="who labelled the reports that do not say so")
    taking.set_defaults(run=import_files)
    checking = group.add_parser("check", help="name every mistake of files and keep nothing; without a file check the store")
    checking.set_defaults(run=check)
    for command, many in ((taking, "+"), (checking, "*")):
        command.add_argument("files", nargs=many, metavar="FILE", help="labelled reports, - for the standard input")
        command.add_argument("--format", choices=FORMATS, help="their format (default: told from the content)")
    giving = group.add_parser("export", help="print all reports in their current versions")
    giving.add_argument(
        "--format", choices=FORMATS, default="extract", help="; ".join(f"{one.name}: {one.title}" for one in FORMATS.values())
    )
    giving.set_defaults(run=export)
    group.add_parser("list", help="print a line for each report in its current version").set_defaults(run=list_reports)
    removing = group.add_parser("remove", help="remove reports with all their versions")
    removing.add_argument("ids", nargs="+", metavar="ID", help="ids as `list` prints them")
    removing.set_defaults(run=remove)


def import_files(options: argparse.Namespace, settings: Settings) -> int:
    """Keeps each report as soon as it is read and prints its id and version then; those with mistakes are told."""
    store = LabelledStore(settings.labelled)
    failed = False
    for name, outcome in _outcomes(options):
        if not isinstance(outcome, Taken):
            _complain_of(name, outcome)
            failed = True
            continue
        (stored,) = store.add([outcome.completed(options.annotator, f"{Path(shown(name)).name}:{outcome.place.line}").report])
        repair = f" repaired: {outcome.repair}" if outcome.repair else ""
        put(f"{stored.id} {stored.version} {'unchanged' if stored.unchanged else 'stored'}{repair}\n")
    return int(failed)


def check(options: argparse.Namespace, settings: Settings) -> int:
    """Names every mistake of the files; without files, what is wrong with the store."""
    if not options.files:
        damage = LabelledStore(settings.labelled).damage()
        for found in damage:
            complain(f"{settings.labelled}: {found}")
        return int(bool(damage))
    failed, right = False, 0
    for name, outcome in _outcomes(options):
        if isinstance(outcome, Taken):
            right += 1
        else:
            _complain_of(name, outcome)
            failed = True
    put(f"{right} without a mistake\n")
    return int(failed)


def export(options: argparse.Namespace, settings: Settings) -> int:
    """Prints the reports as a file of the format; one that it cannot hold is told and left out."""
    written = FORMATS[options.format]
    failed: list[UnwritableError] = []

    def pieces() -> Iterator[str]:
        for report in LabelledStore(settings.labelled).current():
            try:
                yield written.write(report)
            except UnwritableError as error:
                failed.append(error)

    for part in written.file(pieces()):
        put(part)
    for error in failed:
        complain(str(error))
    return int(bool(failed))


def list_reports(_options: argparse.Namespace, settings: Settings) -> int:
    """Prints id, version, status, annotator, day, numbers of spans and facts, source and first words, separated by tabs."""
    for report in LabelledStore(settings.labelled).current():
        put("\t".join(_columns(report)) + "\n")
    return 0


def remove(options: argparse.Namespace, settings: Settings) -> int:
    """Removes the reports; an id that is not known is told."""
    store = LabelledStore(settings.labelled)
    unknown = [one for one in options.ids if not store.remove(one)]
    for one in unknown:
        complain(f"there is no labelled report {one}")
    return int(bool(unknown))


def _outcomes(options: argparse.Namespace) -> Iterator[tuple[str, Outcome | InputError]]:
    """What becomes of each report of the files, with the name of its file, or why the file cannot be read."""
    for name in options.files:
        try:
            for outcome in read(content_of(name), options.format):
                yield name, outcome
        except RejectedError as error:
            yield name, error
        except (InputError, NotUtf8Error) as error:
            yield name, InputError(str(error))


def _complain_of(name: str, error: RejectedError | InputError) -> None:
    for message in map(told, error.faults) if isinstance(error, RejectedError) else (error,):
        complain(f"{shown(name)}: {message}")


def _columns(report: StoredReport) -> Iterator[str]:
    yield report.report_id
    yield str(report.version)
    yield report.status
    yield report.annotator or "-"
    yield f"{report.time or report.stored:%Y-%m-%d}"
    yield str(len(report.entities))
    yield "-" if report.facts is None else str(len(report.facts))
    yield report.source or "-"
    yield " ".join(report.text.split())[:_TITLE_LENGTH]
