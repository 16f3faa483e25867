"""The application."""

import os


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"Host names from worker {os.getpid()}\n".encode()]
