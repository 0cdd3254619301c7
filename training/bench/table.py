"""The results as one table in Markdown."""

from collections.abc import Callable, Iterator
from statistics import median

from training.bench.readers import NIANBAO
from training.bench.results import CLIENTS, SETS, Results, machine_of
from training.bench.tally import Tally, told

_Row = tuple[str, ...]
_NOTHING = "–"


def table(results: Results) -> str:
    """A row for each thing that was measured, a column for each set of texts, and below where and when."""
    rows = [*_of_clients(results), *_of_readers(results), *_of_process(results)]
    head = ["| | the sample | mixed reports |", "|---|---|---|"]
    return "\n".join([*head, *(f"| {' | '.join(row)} |" for row in rows), "", _below(results)])


def machine_line(results: Results) -> str:
    """When, with what release and on what machine the bench ran."""
    return f"{results.made}, release {results.release} ({results.precision}), {machine_of(results.environment)}"


def _below(results: Results) -> str:
    sample, mixed = (results.texts[name] for name in SETS)
    lengths = f"{len(mixed)} reports of {min(mixed)} to {max(mixed)} characters (median {median(mixed):.0f})"
    compared = len(results.rounds[0].compared[NIANBAO])
    return (
        f"{machine_line(results)}; {len(results.rounds)} rounds. The sample has {sample[0]} characters; mixed are {lengths}, "
        f"for the readings side by side the sample and {compared - 1} of them."
    )


def _of_clients(results: Results) -> Iterator[_Row]:
    def row(name: str, clients: int, shown: Callable[[Tally], str]) -> _Row:
        return (f"{clients} client{'s' * (clients > 1)}: {name}", *(shown(results.tallies[texts][clients]) for texts in SETS))

    for clients in CLIENTS:
        yield row("p50, p95, p99, most, s", clients, lambda one: told(one.answered_in, 3))
        yield row("reports, characters a second", clients, lambda one: f"{one.reports_a_second:.1f}, {one.characters_a_second:,.0f}")
        yield row("errors of requests", clients, lambda one: f"{one.errors} of {one.answered + one.refused + one.errors}")
    most = CLIENTS[-1]
    yield row("refused (429)", most, lambda one: f"{one.share_refused:.0%}")
    yield row("refused in, p50, p95, p99, most, ms", most, lambda one: told(one.refused_in, 0, 1000))


def _of_readers(results: Results) -> Iterator[_Row]:
    for name in results.rounds[0].compared:
        shown = (f"{results.reading_seconds(name, texts):.3f} s ({results.times_faster(name, texts):.2f} ×)" for texts in SETS)
        yield (f"read by {name} (times Nianbao's time)", *shown)
    yield ("all but the encoder, share of the processor's time", *(f"{results.share_outside(texts):.0%}" for texts in SETS))
    yield ("encoder, share of the speed of a large int8 product", *(f"{results.share_of_peak(texts):.0%}" for texts in SETS))
    for speed in ("encoder", "product"):
        found = (median(getattr(one.peaks[texts], speed) for one in results.rounds) for texts in SETS)
        yield (f"{speed}, billion int8 operations a second", *(f"{one / 1e9:.0f}" for one in found))


def _of_process(results: Results) -> Iterator[_Row]:
    batches = [one.batch for one in results.rounds]
    seconds = median(one.seconds for one in batches)
    rates = f"{batches[0].reports / seconds:.1f}, {batches[0].characters / seconds:,.0f}"
    yield ("command line, a file of all: reports, characters a second", _NOTHING, rates)
    yield ("command line, memory at most, MB", _NOTHING, f"{max(one.memory for one in batches):.0f}")
    ready = [one.seconds_to_ready for one in results.rounds]
    yield ("service, start to ready, median and longest, s", _NOTHING, f"{median(ready):.1f}, {max(ready):.1f}")
    yield ("service, memory when ready, MB", _NOTHING, f"{max(one.memory_ready.resident for one in results.rounds):.0f}")
    loaded = max(one.memory_loaded.peak for one in results.rounds)
    yield (f"service, memory at most, {CLIENTS[-1]} clients included, MB", _NOTHING, f"{loaded:.0f}")
