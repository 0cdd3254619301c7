"""How much of the processor's time goes to all but the encoder: tokenising, tables, assembly and checks."""

from collections.abc import Sequence
from time import process_time, thread_time

from training.bench.readers import Read


def share_of_reading(read: Read, texts: Sequence[str]) -> float:
    """The part of the process's time that the thread takes which reads the texts; windows are encoded by threads of their own."""
    thread, process = thread_time(), process_time()
    for text in texts:
        read(text)
    return (thread_time() - thread) / (process_time() - process)
