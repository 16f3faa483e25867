"""The application behind the router: says which worker has answered."""

import os

from bottle import default_app, route


@route("/")
def index():
    return f"Hello from worker {os.getpid()}\n"


application = default_app()
