"""The application of blog.localhost."""

import os


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"blog from worker {os.getpid()}\n".encode()]
