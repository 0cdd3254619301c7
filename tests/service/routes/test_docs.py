import re

from starlette.testclient import TestClient


def test_the_page_and_all_that_it_loads_are_served_from_here(client: TestClient) -> None:
    page = client.get("/docs").text
    addresses = re.findall(r"(?:src|href)=\"(?!data:)([^\"]+)\"", page) + re.findall(r"url: '([^']+)'", page)
    assert len(addresses) == 3
    for address in addresses:
        assert client.get(f"/{address}").status_code == 200
    assert "//" not in "".join(addresses)
