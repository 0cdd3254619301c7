"""The identities printed in tables 3 and 4, cell by cell: the rules `table3.…` and `table4.…`.

Sources: the note in the head of table 3 and the total columns and rows of the forms of 国办公开办函〔2019〕60号 and 〔2021〕30号.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from model.checks.echoes import displaced, told_otherwise, torn
from model.checks.figure import apart
from model.checks.finding import Finding, check_of
from model.checks.ledger import Ledger
from model.checks.printed import DOUBTFUL, UNKNOWN, PrintedCells, printed
from model.checks.repairs import Repair, repairs_of
from model.checks.wording import NOTHING, Phrase, names, shown
from model.facts import Check, Hypothesis, Status
from model.tables.forms import FORMS, Form, result_rows

AGREES = Phrase("{title}:{left}之和{sum}等于{right}{total}", "{title}: {left} make {sum}, which is {right} {total}")
DIFFERS = Phrase(
    "{title}:{left}之和{sum},{right}{total},相差{gap}",
    "{title}: {left} make {sum}, {right} is {total}, {gap} apart",
)
PERHAPS_BLANK = Phrase(";空格不等于0,可能漏填:{blanks}", "; blank cells are not zero and may have been left out: {blanks}")

PARTS, TOTAL = Phrase("各列", "the columns"), Phrase("总计", "the total")
OUTCOMES, SETTLED = Phrase("各项办理结果", "the results"), Phrase("办理结果总计", "the total of results")
ENTERED, LEFT = Phrase("本年新收与上年结转", "received and carried in"), Phrase("办理结果总计与结转下年度", "settled and carried out")
KINDS = Phrase("各类结果", "the results")


@dataclass(frozen=True, slots=True)
class Identity:
    """Cells whose sum equals that of others; `title` says which row or column of which table."""

    rule: str
    title: Phrase
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_name: Phrase
    right_name: Phrase

    @property
    def fields(self) -> tuple[str, ...]:
        """All cells of the identity."""
        return (*self.left, *self.right)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found on an identity, and the cells that it was found on."""

    identity: Identity
    cells: PrintedCells
    finding: Finding


def check_cells(ledger: Ledger) -> list[Check]:
    """The checks of all identities of the tables that the record holds."""
    return [check for form in forms_in(ledger) for check in check_form(ledger, form)]


def check_form(ledger: Ledger, form: Form) -> list[Check]:
    """The checks of the identities of a form; what would mend them is looked for only where one is broken."""
    verdicts = [found for identity in identities(form) if (found := verdict(ledger, identity)) is not None]
    broken = any(found.finding.status in {Status.FAIL, Status.UNSURE} for found in verdicts)
    repairs = repairs_of(ledger.record, form) if broken else []
    return [concluded(ledger, found, repairs) for found in verdicts]


def forms_in(ledger: Ledger) -> Iterator[Form]:
    """Of tables 3 and 4 the form of which the record holds most cells, where it holds any."""
    for table in ("table3", "table4"):
        known = [(len(ledger.cells.intersection(form.fields)), form) for form in FORMS if form.table == table]
        most, form = max(known, key=lambda pair: pair[0])
        if most:
            yield form


@cache
def identities(form: Form) -> tuple[Identity, ...]:
    """Every identity of a form: its rows, and of table 3 the results and the balance of each column."""
    return (*_of_rows(form), *(_of_columns(form) if form.table == "table3" else ()))


def _of_rows(form: Form) -> Iterator[Identity]:
    for row in form.rows:
        *parts, total = (form.field(row, column) for column in row.columns)
        title = Phrase(row.label, f"{form.table}, {row.en}")
        of_row = f"table3.row.{row.name}" if form.table == "table3" else f"table4.{row.name}"
        yield Identity(of_row, title, tuple(parts), (total,), PARTS if form.table == "table3" else KINDS, TOTAL)


def _of_columns(form: Form) -> Iterator[Identity]:
    rows = {row.name: row for row in form.rows}
    for column in form.rows[0].columns:
        fields = {name: form.field(row, column) for name, row in rows.items()}
        results = tuple(form.field(row, column) for row in result_rows(form))
        title = Phrase(f"表三“{column.zh}”列", f"table3, column {column.en}")
        yield Identity(f"table3.results.{column.name}", title, results, (fields["total"],), OUTCOMES, SETTLED)
        came, went = (fields["received"], fields["carried_in"]), (fields["total"], fields["carried_out"])
        yield Identity(f"table3.balance.{column.name}", title, came, went, ENTERED, LEFT)


def verdict(ledger: Ledger, identity: Identity) -> Verdict | None:
    """The verdict on one identity; None where the record holds none of its cells."""
    cells = printed(ledger, identity.fields)
    if not cells.figures:
        return None
    if cells.missing:
        finding = Finding(Status.NOT_APPLICABLE, UNKNOWN.fill(title=identity.title, missing=names(cells.missing)))
    else:
        finding = judged(identity, cells)
    return Verdict(identity, cells, finding)


def concluded(ledger: Ledger, found: Verdict, repairs: Sequence[Repair]) -> Check:
    """The check that a verdict makes, with what may explain it."""
    cells = found.cells
    explained = () if cells.missing else explanations(ledger, found, repairs)
    return check_of(found.identity.rule, found.finding, cells.figures.values(), cells.missing or cells.blank, explained)


def explanations(ledger: Ledger, found: Verdict, repairs: Sequence[Repair]) -> tuple[Hypothesis, ...]:
    """What may explain that an identity is broken, or that it holds by numbers that were put together."""
    identity, cells = found.identity, found.cells
    if found.finding.status is Status.PASS:
        return torn(cells) or displaced(ledger, identity.fields, identity.title)
    gap = int(cells.total(identity.right) - cells.total(identity.left))
    adds = dict.fromkeys(identity.left, 1) | dict.fromkeys(identity.right, -1)
    return hypotheses(identity.fields, repairs) or told_otherwise(ledger, cells, adds, gap)


def judged(identity: Identity, cells: PrintedCells) -> Finding:
    """The verdict on an identity of which every cell is known or blank."""
    left, right = cells.total(identity.left), cells.total(identity.right)
    words: dict[str, Phrase | str] = {
        "title": identity.title,
        "left": identity.left_name,
        "right": identity.right_name,
        "sum": shown(left),
        "total": shown(right),
    }
    if left == right:
        return Finding(Status.PASS, AGREES.fill(**words) + cells.blanks_noted, left, right)
    short = identity.left if left < right else identity.right
    explained = [field for field in cells.blank if field in short]
    note = PERHAPS_BLANK.fill(blanks=names(explained)) if explained else NOTHING
    if cells.inferred:
        note += DOUBTFUL.fill(cells=names(cells.inferred))
    status = Status.UNSURE if explained or cells.inferred else Status.FAIL
    return Finding(status, DIFFERS.fill(gap=shown(apart(left, right)), **words) + note, left, right)


def hypotheses(fields: Sequence[str], repairs: Sequence[Repair]) -> tuple[Hypothesis, ...]:
    """What may explain a failure of an identity over these fields."""
    return tuple(hypothesis for repair in repairs if repair.touches(fields) for hypothesis in repair.hypotheses)
