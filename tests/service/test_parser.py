import logging
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import anyio
import pytest

from model.documents.document import Document, DocumentError, Reason
from model.documents.read import read_document
from service import parser as parsing
from service.parser import Parser
from tests.model.documents.made import cell, docx, paragraph, table
from tests.service.parsers import FIXTURES, file_of, gone, hung, parser, replaced

REPORT = docx(paragraph("收到3件") + table(cell("自然人") + cell("😀3")))


def read(reader: Parser, content: bytes = b"3", name: str = "") -> Document:
    with file_of(content) as file:
        return anyio.run(reader.read, file, name)


def refusal(reader: Parser, content: bytes = b"3") -> tuple[Reason, str]:
    with pytest.raises(DocumentError) as caught:
        read(reader, content)
    return caught.value.reason, str(caught.value)


@pytest.mark.parametrize("content", [REPORT, (FIXTURES / "writer-2021.pdf").read_bytes(), "收到3件".encode("gb18030")])
def test_a_file_is_read_as_without_a_process_of_its_own(content: bytes) -> None:
    assert read(Parser(), content) == read_document(content)


def test_a_process_loads_nothing_heavy() -> None:
    code = "import json, sys; print(json.dumps({'text': ' '.join(sys.modules)}))"
    loaded = set(read(parser(code)).text.split())
    assert "lxml.etree" in loaded
    assert loaded.isdisjoint({"anyio", "asyncio", "fastapi", "numpy", "onnxruntime", "pydantic", "tokenizers"})


def test_a_refusal_comes_with_its_reason_and_message() -> None:
    assert refusal(Parser(), b"%PDF-1.7\n") == (Reason.BROKEN, "The file is damaged or no PDF.")


def test_a_name_is_a_hint_of_which_only_the_ending_is_told() -> None:
    echo = parser("import json, sys; print(json.dumps({'text': repr(sys.argv[1:])}))")
    assert [read(echo, name=name).text for name in ("../秘密.HTML", "-c", "a.b/c", "a.html\n", "a\0.txt")] == [
        "['.HTML']",
        "['']",
        "['']",
        "['']",
        "['.txt']",
    ]


def test_a_parser_that_takes_too_long_is_killed_with_what_it_started(tmp_path: Path) -> None:
    start = time.monotonic()
    assert refusal(hung(tmp_path / "trace", 1)) == (Reason.SLOW, "The file was not read within 1 seconds.")
    assert time.monotonic() - start < 5
    assert gone(tmp_path / "trace")


def test_a_parser_that_nobody_waits_for_is_killed_with_what_it_started(tmp_path: Path) -> None:
    trace = tmp_path / "trace"

    async def give_up() -> None:
        with file_of(b"3") as file:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(hung(trace).read, file, "")
                while not trace.exists():
                    await anyio.sleep(0.02)
                tasks.cancel_scope.cancel()

    anyio.run(give_up)
    assert gone(trace)


def test_what_a_parser_leaves_running_is_killed(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    code = f"""
import subprocess
child = subprocess.Popen(["sleep", "60"], stdout=subprocess.DEVNULL)
open({str(trace)!r}, "w").write(str(child.pid))
print('{{"text": "3"}}')
"""
    assert read(parser(code)).text == "3"
    assert gone(trace)


def test_too_much_time_of_the_cpu_is_slow() -> None:
    code = "program.MOST_CPU_SECONDS = 1\n" + replaced("while True: pass")
    assert refusal(parser(code))[0] is Reason.SLOW


def test_a_process_whose_parent_is_dead_ends_by_itself() -> None:
    code = "program.MOST_SECONDS = 1\n" + replaced("import time; time.sleep(60)")
    assert refusal(parser(code))[0] is Reason.SLOW


def test_more_memory_than_allowed_is_too_large() -> None:
    assert refusal(parser(replaced("return bytes(2 << 30)"))) == (
        Reason.TOO_LARGE,
        "The file needs more than 1024 MB of memory to be read.",
    )


@pytest.mark.parametrize(
    "crash",
    [
        "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "import os; os._exit(0)",
        "import os; os._exit(7)",
        "import ctypes; ctypes.string_at(0)",
        "print('{\"text\": 3}'); import os; os._exit(0)",
        "return program.Refusal('good', 'news')",
    ],
)
def test_a_parser_that_crashes_or_answers_nonsense_is_broken(crash: str) -> None:
    assert refusal(parser(replaced(crash)))[0] is Reason.BROKEN


def test_an_error_that_no_reader_foresaw_is_broken_and_logged_without_what_the_file_holds(caplog: pytest.LogCaptureFixture) -> None:
    reason, message = refusal(parser(replaced("raise KeyError(content)")), b"secret")
    assert reason is Reason.BROKEN
    (record,) = caplog.records
    assert (record.levelno, record.getMessage()) == (logging.ERROR, "a reader of files failed: KeyError at <string>:3")
    assert "secret" not in message


def test_an_answer_without_end_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MOST_OUTPUT", 100_000)
    start = time.monotonic()
    assert refusal(parser("while True: print('x' * 10_000)"))[0] is Reason.TOO_LARGE
    assert time.monotonic() - start < 5


def test_a_process_inherits_neither_sockets_nor_files_nor_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_SECRET", "secret")
    code = "import json, os; print(json.dumps({'text': f'{sorted(os.listdir(\"/proc/self/fd\"))} {dict(os.environ)}'}))"
    with socket.socket(), open(os.devnull, "rb"):
        text = read(parser(code)).text
    # The fourth is the folder that is being listed.
    assert text.startswith("['0', '1', '2', '3'] {")
    assert "secret" not in text


def test_a_process_is_the_first_to_go_where_memory_runs_out() -> None:
    code = replaced("raise program.DocumentError(program.Reason.EMPTY, open('/proc/self/oom_score_adj').read().strip())")
    assert refusal(parser(code)) == (Reason.EMPTY, "1000")


def test_a_process_writes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert refusal(parser(replaced(f"open({str(path)!r}, 'w').write('3' * 100_000)")))[0] is Reason.BROKEN
    assert path.stat().st_size == 0


def test_the_wait_for_other_files_is_timed_apart_from_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "usable_cpus", lambda: 1)
    now: list[str] = []
    seen: list[list[str]] = []

    @contextmanager
    def timed(stage: str) -> Iterator[None]:
        now.append(stage)
        seen.append(sorted(now))
        yield
        now.remove(stage)

    async def read_two() -> None:
        reader = Parser((sys.executable, "-c", """print('{"text": "3"}')"""), timed=timed)
        with file_of(b"3") as file:
            async with anyio.create_task_group() as tasks:
                for _ in range(2):
                    tasks.start_soon(reader.read, file, "")

    anyio.run(read_two)
    assert ["parsing", "queued_to_parse"] in seen
    assert ["parsing", "parsing"] not in seen


def test_no_more_files_are_read_at_once_than_there_are_cpus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(parsing, "usable_cpus", lambda: 2)
    code = f"""
import os, time
open(f"{tmp_path}/{{os.getpid()}}", "w").close()
count = len(os.listdir({str(tmp_path)!r}))
time.sleep(0.3)
os.remove(f"{tmp_path}/{{os.getpid()}}")
print('{{"text": "%d"}}' % count)
"""

    async def read_five() -> list[int]:
        reader = parser(code)
        counts: list[int] = []

        async def count() -> None:
            with file_of(b"3") as file:
                counts.append(int((await reader.read(file, "")).text))

        async with anyio.create_task_group() as tasks:
            for _ in range(5):
                tasks.start_soon(count)
        return counts

    counts = anyio.run(read_five)
    assert len(counts) == 5
    assert max(counts) == 2
