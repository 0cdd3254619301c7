import re

import pytest
from starlette.testclient import TestClient


def test_the_page_and_all_that_it_loads_are_served_from_here(client: TestClient) -> None:
    page = client.get("/docs").text
    addresses = re.findall(r"(?:src|href)=\"(?!data:)([^\"]+)\"", page) + re.findall(r"url: '([^']+)'", page)
    assert len(addresses) == 3
    for address in addresses:
        assert client.get(f"/{address}").status_code == 200
    assert "//" not in "".join(addresses)


@pytest.mark.parametrize("asked", ["bytes=zz", "bytes=99999999-", "bytes=0-9"])
@pytest.mark.parametrize(("name", "media_type"), [("swagger-ui.css", "text/css"), ("swagger-ui-bundle.js", "text/javascript")])
def test_a_file_of_the_page_is_answered_whole_whatever_range_is_asked_for(
    client: TestClient, name: str, media_type: str, asked: str
) -> None:
    answer = client.get(f"/docs/{name}", headers={"range": asked})
    assert (answer.status_code, answer.headers["content-type"]) == (200, f"{media_type}; charset=utf-8")
    assert len(answer.content) > 100_000
