"""The sets that were done: all of them by day, and each on a page of its own."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from rhomboid.catalogue.read import load, names
from rhomboid.errors import NoSuchSetError
from rhomboid.journal.sets import Sets
from rhomboid.report.page import page as report_page
from rhomboid.report.words import ENGLISH as REPORT_WORDS
from rhomboid.training.kept import MOST_WORDS, KeptSet, Rating
from rhomboid.web.pages.counted import counted_anew
from rhomboid.web.pages.joints import replay
from rhomboid.web.pages.judged import judged
from rhomboid.web.pages.kept_line import KeptLine, kept_line, kept_lines
from rhomboid.web.pages.pain import pain_said
from rhomboid.web.pages.paper import is_part, show
from rhomboid.web.pages.rules import moved_since
from rhomboid.web.pages.source import source_names
from rhomboid.web.pages.timeline import timeline
from rhomboid.web.pages.words import ENGLISH
from rhomboid.web.person import own_standing

router = APIRouter(prefix="/sets")

_AT_ONCE, _MOST_SKIPPED = 100, 10**9


def _sets(request: Request) -> Sets:
    """Return where sets are kept."""
    sets: Sets = request.app.state.journal.sets
    return sets


def _kept(request: Request, set_id: str) -> KeptSet:
    """Return a set, or answer that there is none."""
    try:
        return _sets(request).read(set_id)
    except NoSuchSetError as error:
        raise HTTPException(404, ENGLISH.no_such_set) from error


Kept = Annotated[KeptSet, Depends(_kept)]
OurSets = Annotated[Sets, Depends(_sets)]


@router.get("", response_class=HTMLResponse)
def all_sets(request: Request, sets: OurSets, skip: int = 0) -> HTMLResponse:
    """Show all sets, the newest first, so many at once."""
    first = min(max(skip, 0), _MOST_SKIPPED)
    found = sets.recent(_AT_ONCE + 1, skip=first)
    return show(
        request,
        "sets",
        days=_days(kept_lines(found[:_AT_ONCE])),
        older=first + _AT_ONCE if len(found) > _AT_ONCE else None,
        newer=max(first - _AT_ONCE, 0) if first else None,
    )


@router.get("/{set_id}", response_class=HTMLResponse)
def one_set(request: Request, kept: Kept, sets: OurSets) -> HTMLResponse:
    """Show one set."""
    found = judged(sets, kept, own_standing(request.app, kept.started_at.date()))
    report = found.report
    return show(
        request,
        "set",
        kept=kept,
        line=kept_line(kept),
        choices=_choices() if report and kept.exercise is None else [],
        trouble=found.trouble,
        moved=moved_since(request.app, kept, report),
        page=report_page(report, sources=source_names()) if report else None,
        timeline=timeline(report) if report else None,
        report_words=REPORT_WORDS,
        **_rating_said(kept),
    )


@router.get("/{set_id}/joints.json")
def joints(request: Request, kept: Kept, sets: OurSets) -> Response:
    """Return the joints of a set."""
    found = judged(sets, kept, own_standing(request.app, kept.started_at.date()))
    if found.track is None or found.report is None:
        raise HTTPException(404, ENGLISH.no_joints)
    return Response(replay(found), media_type="application/json")


def _scale(text: str) -> int | None:
    """Read a rating; nothing said is nothing."""
    return int(text) if text.strip() else None


@router.post("/{set_id}/rating")
def rate(
    request: Request,
    kept: Kept,
    sets: OurSets,
    effort: Annotated[str, Form(max_length=3)] = "",
    spare: Annotated[str, Form(max_length=3)] = "",
    pain: Annotated[str, Form(max_length=3)] = "",
    note: Annotated[str, Form()] = "",
) -> Response:
    """Keep what the person says of a set."""
    plain = note.replace("\r\n", "\n").strip()
    try:
        rating = Rating(_scale(effort), _scale(spare), _scale(pain), plain)
    except ValueError as error:
        raise HTTPException(422, ENGLISH.bad_rating) from error
    said = _rating_said(sets.rate(kept.id, rating), is_saved=True)
    if is_part(request):
        return show(request, "rated", kept=sets.read(kept.id), **said)
    return _to(f"/sets/{kept.id}#rating")


@router.post("/{set_id}/corrections")
def correct(
    request: Request, kept: Kept, sets: OurSets, by: Annotated[str, Form(max_length=2)]
) -> Response:
    """Add or take away one repetition."""
    if by not in ("1", "-1"):
        raise HTTPException(422, ENGLISH.bad_correction)
    if by == "-1" and kept.total == 0:
        raise HTTPException(422, ENGLISH.nothing_to_take)
    changed = sets.correct(kept.id, int(by))
    if is_part(request):
        return show(request, "count", kept=changed, line=kept_line(changed))
    return _to(f"/sets/{kept.id}#count")


@router.post("/{set_id}/exercise")
def judge_as(
    request: Request, kept: Kept, sets: OurSets, exercise: Annotated[str, Form(max_length=64)]
) -> Response:
    """Judge a set in which nothing was recognised as what the person says it was."""
    if kept.exercise is not None or exercise not in names():
        raise HTTPException(422, ENGLISH.no_such_exercise)
    named = replace(kept, exercise=exercise)
    found = judged(sets, named, own_standing(request.app, kept.started_at.date()))
    if found.report is None:
        raise HTTPException(422, ENGLISH.no_joints)
    sets.keep(counted_anew(named, found.report), found.track, found.report)
    return _to(f"/sets/{kept.id}")


@router.post("/{set_id}/discard")
def discard(kept: Kept, sets: OurSets) -> Response:
    """Forget a set."""
    sets.remove(kept.id)
    return _to("/sets")


def _choices() -> list[tuple[str, str]]:
    """Return every exercise by id and name."""
    return [(name, load(name).exercise.name) for name in names()]


def _rating_said(kept: KeptSet, *, is_saved: bool = False) -> dict[str, Any]:
    """Return what the form of a rating says."""
    return {
        "pain": pain_said(kept.rating.pain),
        "knows_exercise": kept.exercise in names(),
        "is_saved": is_saved,
        "most_words": MOST_WORDS,
        "scale": range(11),
    }


def _days(lines: Iterable[KeptLine]) -> list[tuple[str, list[KeptLine]]]:
    """Put sets together by day."""
    return [(day, list(group)) for day, group in groupby(lines, key=lambda line: line.day)]


def _to(place: str) -> RedirectResponse:
    """Send the browser on, so that loading the page anew does nothing twice."""
    return RedirectResponse(place, 303)
