"""The checks: every arithmetic identity (勾稽关系) that the figures of a record must satisfy. Nothing read is ever changed.

| rule | what has to hold |
|---|---|
| `sum.applicants` | natural persons + legal persons (or the five kinds of these) = received, to handle, or processed |
| `sum.legal_person` | the five kinds of legal persons = legal persons |
| `sum.channels` | the channels = received, to handle, or processed |
| `sum.outcomes` | the categories, and the names used before 2019, = processed, received, or to handle |
| `sum.outcomes.granted` | granted + partial = the two in one figure |
| `sum.outcomes.{denied,unable,not_processed,other}` | the reasons = their category |
| `sum.processed` | on time + late = processed |
| `sum.reviews`, `sum.litigation`, `sum.litigation.{direct,after_review}` | upheld + corrected + other + pending = total |
| `sum.litigation.kinds` | direct + after review = lawsuits |
| `sum.litigation.kinds.{upheld,corrected,other,pending}` | direct + after review = the lawsuits of this result |
| `sum.consultations`, `sum.proposals`, `sum.staff` | their kinds = their total |
| `sum.{requests,disclosure}.by_topic` | the rows = a total; a warning at most |
| `balance` | received + carried in (or to handle) = processed + carried out |
| `balance.to_handle` | received + carried in = to handle, or received includes them already |
| `answer_rate` | processed ÷ received (or what else was due) = the rate |
| `share.<field>` | count ÷ a total of its family = the share |
| `sum.shares.<family>` | the shares of one complete list = 100% |
| `growth.<field>` | (count − last year's) ÷ last year's = the growth |
| `increase.<field>` | count − last year's = the increase |
| `ratio.<field>` | count ÷ last year's = the ratio |
| `mentions.<field>`, `mentions.<field>.<slot>` | all mentions of one figure agree |
| `table3.row.<row>` | the applicants of a row of table 3 = its total |
| `table3.results.<column>` | the results of a column of table 3 = its total of results |
| `table3.balance.<column>` | received + carried in = total of results + carried out, in a column of table 3 |
| `table4.<block>` | the results of a block of table 4 = its total |
| `table2.items.<row>` | last year's items + their change are not below zero (form of 2019) |
| `table2.disclosed.<row>` | documents disclosed in the year are not more than those in all (form of 2019) |
| `table2.in_force.<row>` | documents issued − repealed are not more than those in force (form of 2021) |
| `tables.<field>` | what prose says of a field = the cells of the tables that it may repeat |
| `headings.numbers` | the numbers of the headings of the first level follow each other |
| `headings.sections` | each of the six sections of the form comes once, in order |
| `year.{title,name,period,opening,heading,statement,signature}` | the year printed there is the report's own; that of the signature fits |

Where several totals make sense the one that fits is named. The four verdicts:

- `pass`: the figures agree; rates within half a unit of their last printed digit; approximate figures (余, 近, 约) within one
  unit of their last significant digit.
- `fail`: parts beyond every total; a complete list that falls short (all parts stated, or shares of 100%, or 其他渠道 among
  the channels); any other difference of exact figures, but of mentions only those of requests, reviews, lawsuits and complaints.
- `unsure`: a list that falls short and may be incomplete (prose leaves out categories of zero), a share of the sum of such a list
  where no total is stated, rates within one unit of their last digit (cut off, not rounded), differences that approximate figures
  or another scope may explain.
- `not_applicable`: a figure is missing; `expected` is what it would have to be. Missing is never zero. An identity of which
  too little is stated to tell the reader anything has no check at all.

Blank cells of tables are not zero: they count as such, with a note, where the sum agrees, and leave it `unsure` where it does not. So do
cells that were placed by the identities of the table alone. A check of table 3 that does not hold names in `hypotheses` the one cell whose
change would make its row and its column hold, the cell of which prose says what would mend the sum, or how the row or column may have been
misread; one that holds names numbers that were put together from two cells. Prose that differs from a table is `unsure`, since it may be of
another scope, and lists in prose that state no total are measured against that of the table.

Sources: the forms and notes of 国办公开办函〔2019〕60号 and 〔2021〕30号, and the wording of real reports.
"""

from collections.abc import Sequence

from model.checks.answers import check_answer_rate
from model.checks.balance import check_balances
from model.checks.cell_sums import check_cells
from model.checks.growth import check_growth
from model.checks.headings import check_headings
from model.checks.ledger import Ledger, ledger_of
from model.checks.listing import listings
from model.checks.mentions import check_mentions
from model.checks.share_sums import check_share_sums
from model.checks.shares import check_shares
from model.checks.sums import check_sums
from model.checks.table2 import check_table2
from model.checks.told import check_told
from model.checks.topics import check_topics, topics_in
from model.checks.years import check_years
from model.facts import Check
from model.record import Record
from model.report_years import year_marks
from model.segments import Segment


def check_record(record: Record) -> list[Check]:
    """All checks that the record states enough for, always in the same order; never raises on any values."""
    ledger = ledger_of(record)
    return [
        *check_figures(ledger),
        *check_mentions(ledger),
        *check_table2(ledger),
        *check_cells(ledger),
        *check_told(ledger),
    ]


def check_figures(ledger: Ledger) -> list[Check]:
    """The checks of figures against others of which they are the sum, a part or a change: neither of mentions nor of tables."""
    lists, topics = listings(ledger), topics_in(ledger)
    return [
        *check_sums(lists),
        *check_topics(topics),
        *check_balances(ledger),
        *check_answer_rate(ledger),
        *check_shares(ledger, lists, topics),
        *check_share_sums(lists, topics),
        *check_growth(ledger),
    ]


def check_text(text: str, folded: str, segments: Sequence[Segment], record: Record) -> list[Check]:
    """The checks of what the text itself shows: its headings and its years. `record` is the one that was read in it."""
    return [*check_headings(text, segments, record), *check_years(text, year_marks(folded, segments))]
