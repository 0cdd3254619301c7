from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from model.facts import Status
from model.pipeline import Reading
from model.pool import Job, Timing
from model.windows import cut
from service.app import create_app
from service.metrics import Metrics
from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.posting import post

Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def samples(client: TestClient) -> Samples:
    return parsed(client.get("/metrics").text)


def parsed(page: str) -> Samples:
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(page)
        for sample in family.samples
    }


def requests(found: Samples, method: str, route: str, status: str) -> float:
    return found[("nianbao_requests_total", (("method", method), ("route", route), ("status", status)))]


def test_requests_are_counted_by_method_route_and_status(client: TestClient) -> None:
    post(client, "/v1/extract", {"text": "3"})
    post(client, "/v1/extract", {"text": "3"})
    post(client, "/v1/extract", {"text": ""})
    for number in range(3):
        client.get(f"/none/{number}")
    found = samples(client)
    assert requests(found, "POST", "/v1/extract", "200") == 2
    assert requests(found, "POST", "/v1/extract", "422") == 1
    assert requests(found, "GET", "elsewhere", "404") == 3
    assert found[("nianbao_request_seconds_count", (("route", "/v1/extract"),))] == 3


def test_a_head_request_is_counted_as_what_it_is(client: TestClient) -> None:
    client.get("/healthz")
    client.head("/healthz")
    client.head("/none")
    found = samples(client)
    assert requests(found, "GET", "/healthz", "200") == 1
    assert requests(found, "HEAD", "/healthz", "200") == 1
    assert requests(found, "HEAD", "elsewhere", "404") == 1


def test_what_was_read_is_counted(client: TestClient) -> None:
    post(client, "/v1/extract", {"text": "收到3件,4件"})
    found = samples(client)
    assert found[("nianbao_facts_total", (("needs_review", "false"),))] == 2
    assert found[("nianbao_facts_total", (("needs_review", "true"),))] == 0
    assert found[("nianbao_checks_total", (("status", "pass"),))] == 1
    assert found[("nianbao_checks_total", (("status", "fail"),))] == 0
    for stage in ("queued", "tokenising", "encoding", "assembling"):
        assert found[("nianbao_stage_seconds_count", (("stage", stage),))] == 1


def test_the_checks_of_a_record_that_is_checked_again_are_counted(client: TestClient) -> None:
    counts = {"requests.received": 3, "requests.carried_in": 1, "requests.to_handle": 4}
    record = {"figures": {name: {"count": {"value": count}} for name, count in counts.items()}}
    checks = post(client, "/v1/check", {"record": record}).json()["checks"]
    assert checks
    found = samples(client)
    for status in Status:
        assert found[("nianbao_checks_total", (("status", status),))] == sum(check["status"] == status for check in checks)


def test_the_longest_text_that_is_read_by_default_is_below_the_last_bucket_of_its_windows_and_tokens() -> None:
    lines = ("字" * 130 + "\n") * (Settings().max_text_characters // 131)
    metrics = Metrics()
    metrics.timed(Timing(windows=len(cut(lines)), tokens=len(lines) * 2))
    found = parsed(metrics.page(None, 0).decode())
    for name in ("text_windows", "text_tokens"):
        bounds = [float(dict(labels)["le"]) for (sample, labels), count in found.items() if sample == f"nianbao_{name}_bucket" and count]
        assert len(bounds) > 1, "it is counted in the bucket without a bound alone"


def test_files_are_timed_while_they_are_parsed_and_before_whether_they_can_be_read_or_not(client: TestClient) -> None:
    for content in ("收到3件".encode(), b"%PDF-1.7\n"):
        client.post("/v1/documents", files={"file": ("a", content)})
    found = samples(client)
    for stage, files in (("queued_to_parse", 2), ("parsing", 2), ("queued", 1)):
        assert found[("nianbao_stage_seconds_count", (("stage", stage),))] == files


def test_the_requests_that_are_worked_on_are_told(settings: Settings) -> None:
    class Looking(DigitReader):
        def read(self, text: str, job: Job | None = None) -> Reading:
            seen.append(samples(client)[in_flight])
            return super().read(text, job)

    seen: list[float] = []
    in_flight = ("nianbao_requests_in_flight", ())
    with TestClient(create_app(settings, Looking())) as client:
        post(client, "/v1/extract", {"text": "3"})
        seen.append(samples(client)[in_flight])
    assert seen == [1, 0]


def test_the_release_with_its_precision_and_the_memory_are_told(client: TestClient, reader: DigitReader) -> None:
    reader.precision = "fp32"
    found = samples(client)
    assert found[("nianbao_release_info", (("name", "digits"), ("precision", "fp32")))] == 1
    assert found[("process_resident_memory_bytes", ())] > 10_000_000
    assert found[("nianbao_queue_length", ())] == 0


def test_the_page_is_prometheus_text(client: TestClient) -> None:
    assert client.get("/metrics").headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
