"""The application; uWSGI and its router run beside it in one process tree."""

import os


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"One file from worker {os.getpid()}\n".encode()]
