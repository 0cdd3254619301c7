"""A limit on the connections that are open at the same time."""

from typing import Protocol


class Guest(Protocol):
    """A connection of a crowd."""

    @property
    def waits(self) -> bool:
        """Whether it waits for its client, not for the service."""

    def drop(self) -> None:
        """Ends it at once, whatever was begun on it."""


class Crowd:
    """All open connections, at most `limit`: where one more comes, the one goes that has waited for its client since the longest time.

    The one that comes is not refused instead, or whoever opened so many would keep all others out, the probe for the service's health too.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._guests: dict[Guest, None] = {}

    def enter(self, guest: Guest) -> None:
        """Takes a new connection in, which waits for its client."""
        self.put_last(guest)
        if len(self._guests) > self.limit:
            surplus = next(one for one in self._guests if one.waits)
            self.leave(surplus)
            surplus.drop()

    def put_last(self, guest: Guest) -> None:
        """Notes that a connection begins to wait only now."""
        self.leave(guest)
        self._guests[guest] = None

    def leave(self, guest: Guest) -> None:
        """Forgets a connection, if it is there."""
        self._guests.pop(guest, None)
