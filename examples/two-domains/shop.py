"""The application of shop.localhost."""

import os


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"shop from worker {os.getpid()}\n".encode()]
