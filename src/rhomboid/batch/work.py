"""One clip to rows: what a worker does, knowing nothing of the others.

Whatever goes wrong with a clip becomes a row among the failures: this is the
one place where errors of every kind are caught, so that none ends the run.
"""

import hashlib
from datetime import UTC, datetime

from rhomboid.batch.fetch import Fetched, fetched
from rhomboid.batch.items import How, Item, Judgement, Known, Outcome, Row
from rhomboid.batch.places import plain
from rhomboid.batch.rows import labels, report_rows, set_id, versions
from rhomboid.catalogue.read import load, names
from rhomboid.coach.verdict import rules_version
from rhomboid.errors import TrackError, VideoError
from rhomboid.pose.opening import recorded_at
from rhomboid.pose.weights import ModelName
from rhomboid.session import TRACK_SUFFIX, judge
from rhomboid.version import __version__

BAD = "bad"
"""The kind of failure that lies in the file itself: the same file fails again."""


def todays(model: ModelName = "full", *, every: bool = False) -> How:
    """Return by what a clip is judged today.

    Parameters
    ----------
    model, every
        As for :func:`rhomboid.check`.
    """
    rules = {name: rules_version(load(name)) for name in names()}
    digest = hashlib.sha256(" ".join(rules.values()).encode()).hexdigest()
    return How(__version__, model, every, rules | {"": f"all-{digest[:8]}"})


def judged_by(how: How, exercise: str | None, *, is_track: bool) -> str:
    """Return what decides how a clip is judged; the same text, the same judgement.

    Parameters
    ----------
    exercise
        Which was asked for; None if it is to be recognised.
    is_track
        Whether the joints were found already, so that no model looks.
    """
    looked = "track" if is_track else f"{how.model}{' every frame' if how.every else ''}"
    return f"{how.rhomboid}, {looked}, {how.rules[exercise or '']}"


def work(item: Item, how: How, known: Known) -> Outcome:
    """Judge one clip, unless it is known; what goes wrong is an outcome too."""
    got: Fetched | None = None
    try:
        if how.rhomboid != __version__:
            said = f"this worker runs rhomboid {__version__}, and not {how.rhomboid}"
            return failure(item, how, "fault", said)
        with fetched(item.address) as got:
            return _known(item, got, how, known) or _judged(item, got, how)
    except (VideoError, TrackError) as error:
        return failure(item, how, BAD, _sentence(error, got, item), got)
    except Exception as error:  # noqa: BLE001  a row among the failures, not the end of a run
        if got is None:
            return failure(item, how, "missing", _unread(error, item))
        said = f"rhomboid failed at it: {type(error).__name__}: {_sentence(error, got, item)}"
        return failure(item, how, "fault", said, got)


def failure(
    item: Item, how: How, kind: str, reason: str, got: Fetched | None = None
) -> Outcome:  # fmt: skip
    """Return the outcome of a clip that could not be judged.

    Parameters
    ----------
    kind
        ``missing``, ``bad``, ``fault`` or ``lost``.
    reason
        One plain sentence.
    got
        The file, if it could be read.
    """
    row: Row = labels(item) | {
        "clip": got and got.sha256,
        "set": got and set_id(got.sha256, item.exercise),
        "kind": kind,
        "reason": reason,
        "failed_at": datetime.now(UTC),
        "judged_by": judged_by(how, item.exercise, is_track=_is_track(item.address)),
        "rhomboid": how.rhomboid,
        "model": how.model,
        "rules": how.rules[item.exercise or ""],
    }
    return Outcome(item, "failed", {"failures": [row]}, reason=reason)


def _known(item: Item, got: Fetched, how: How, known: Known) -> Outcome | None:
    """Return the outcome of a clip that the same versions judged before; None for another."""
    id_ = set_id(got.sha256, item.exercise)
    by = judged_by(how, item.exercise, is_track=_is_track(item.address))
    before = known.sets.get(id_)
    if before is not None and before.by == by:
        return Outcome(item, "same", {"clips": [_clip_row(item, got, _versions(before))]})
    failed_by, reason = known.failed.get(id_, ("", ""))
    return failure(item, how, BAD, reason, got) if failed_by == by else None


def _judged(item: Item, got: Fetched, how: How) -> Outcome:
    """Judge a clip, and return its rows and its joints."""
    judged = judge(got.path, item.exercise, model=how.model, every=how.every)
    is_track = _is_track(item.address)
    rows = report_rows(
        judged.report,
        set_id=set_id(got.sha256, item.exercise),
        clip=got.sha256,
        by=judged_by(how, item.exercise, is_track=is_track),
        at=datetime.now(UTC),
    )
    rows["clips"] = [_clip_row(item, got, versions(judged.report))]
    content = got.path.read_bytes() if is_track else judged.track.to_bytes()
    return Outcome(item, "judged", rows, track=(f"{got.sha256}{TRACK_SUFFIX}", content))


def _clip_row(item: Item, got: Fetched, made: Row) -> Row:
    """Return the row of a clip."""
    is_track = _is_track(item.address)
    row = labels(item) | {
        "clip": got.sha256,
        "set": set_id(got.sha256, item.exercise),
        "bytes": got.size,
        "kind": "track" if is_track else "video",
        "track": f"tracks/{got.sha256}{TRACK_SUFFIX}",
    }
    if row["recorded_at"] is None and not is_track:
        row["recorded_at"] = recorded_at(got.path, datetime.now(UTC))
    return row | made


def _versions(judgement: Judgement) -> Row:
    """Return the cells that say what made a judgement."""
    return {
        "rhomboid": judgement.rhomboid,
        "model": judgement.model,
        "rules": judgement.rules,
    }


def _is_track(address: str) -> bool:
    """Say whether an address is that of a track, by its name."""
    return address.lower().endswith(TRACK_SUFFIX)


def _sentence(error: Exception, got: Fetched | None, item: Item) -> str:
    """Say what was wrong with a clip in one line, by its own address."""
    said = plain(error)
    return said.replace(str(got.path), item.address) if got else said


def _unread(error: Exception, item: Item) -> str:
    """Say in one line why a clip could not be read."""
    said = plain(error)
    return said if item.address in said else f"{item.address} cannot be read: {said}"
