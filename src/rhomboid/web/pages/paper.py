"""How a page is made of a template: the one place that knows Jinja."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from rhomboid.web import assets
from rhomboid.web.pages.place import camera_place
from rhomboid.web.pages.words import ENGLISH


def show(
    request: Request,
    template: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **said: Any,
) -> HTMLResponse:
    """Answer with a page.

    Parameters
    ----------
    template
        Its file, without ``.html.j2``.
    said
        What the template is to say.
    """
    text = _environment().get_template(f"{template}.html.j2").render(path=request.url.path, **said)
    return HTMLResponse(text, status, headers=dict(headers or {}))


def read_templates() -> None:
    """Read every template, so that no page waits for it."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)


def is_part(request: Request) -> bool:
    """Say whether only a part of the page is asked for, by the script on it."""
    return request.headers.get("hx-request") == "true"


@cache
def _environment() -> Environment:
    """Return the templates; they escape whatever is put into them."""
    environment = Environment(
        loader=PackageLoader("rhomboid.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        asset=assets.asset,
        asset_css=assets.asset_css,
        camera_place=camera_place,
        words=ENGLISH,
    )
    return environment
