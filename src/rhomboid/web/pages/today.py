"""Today's page: what to do, what was done, and a place for a video."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rhomboid.catalogue.read import load, names
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.web.pages.dose import dose
from rhomboid.web.pages.kept_line import kept_lines
from rhomboid.web.pages.paper import show
from rhomboid.web.pages.still import still

router = APIRouter()

_LAST = 3
"""How many of the last sets are shown."""
_ORDER = (
    "seated_cable_row", "t_raise", "lat_pulldown", "deadlift", "inverted_row", "corkscrew",
)  # fmt: skip
"""As the article has them."""


@router.get("/", response_class=HTMLResponse)
def today(request: Request) -> HTMLResponse:
    """Show today's page."""
    specs = [load(name) for name in names()]
    six = [spec for spec in specs if spec.exercise.of_the_six]
    more = [spec for spec in specs if not spec.exercise.of_the_six]
    return show(
        request,
        "today",
        six=[_card(spec) for spec in sorted(six, key=_place)],
        more=[_card(spec) for spec in more],
        last=kept_lines(request.app.state.journal.sets.recent(_LAST)),
    )


def _card(spec: ExerciseSpec) -> dict[str, Any]:
    """Return what a card says of an exercise."""
    return {"spec": spec, "dose": dose(spec), "still": still(spec.id)}


def _place(spec: ExerciseSpec) -> int:
    """Return the place of an exercise among the six; one we do not know comes last."""
    return _ORDER.index(spec.id) if spec.id in _ORDER else len(_ORDER)
