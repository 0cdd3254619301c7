"""Measures the service from outside: how fast it reads (`make bench`), and what it does when it gets too much or is ended (`make load`)."""
