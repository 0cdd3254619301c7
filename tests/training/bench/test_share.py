from threading import Thread
from time import process_time

from training.bench.share import share_of_reading


def work(seconds: float) -> None:
    begun = process_time()
    while process_time() - begun < seconds:
        pass


def elsewhere(seconds: float) -> None:
    thread = Thread(target=work, args=(seconds,))
    thread.start()
    thread.join()


def both(seconds: float) -> None:
    work(seconds)
    elsewhere(seconds)


def test_what_other_threads_do_is_no_part_of_reading() -> None:
    assert share_of_reading(lambda _: work(0.02), ["a", "b"]) > 0.9
    assert share_of_reading(lambda _: elsewhere(0.02), ["a", "b"]) < 0.1
    assert 0.3 < share_of_reading(lambda _: both(0.02), ["a"]) < 0.7
