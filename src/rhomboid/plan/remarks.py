"""What is said of a day beside its exercises: weeks, missed days, goals, care, what was done."""

from datetime import timedelta

from rhomboid.plan.day import Item
from rhomboid.plan.history import counts
from rhomboid.plan.pain import often_red
from rhomboid.plan.reason import Reason
from rhomboid.plan.rhythm import HARD_WEEKS, PULLS, pull_days
from rhomboid.plan.setting import Setting
from rhomboid.plan.words import say

ASK_EVERY_WEEKS = 6
"""For a week after so many, it is asked whether what was told still holds. House."""

_GOALS_SAID = 2


def week_said(at: Setting) -> tuple[Reason, ...]:
    """Say that it is a lighter week, or one after a break."""
    said = []
    if at.lighter:
        said.append(say("day", "lighter_week_day", weeks=HARD_WEEKS[at.person.experience]))
    if at.back is not None:
        cut, week = round(at.back.cut * 100), at.back.week + 1
        said.append(say("day", "back_day", days=at.back.days_away, week=week, cut=cut))
    return tuple(said)


def missed(at: Setting) -> tuple[Reason, ...]:
    """Say that a missed day is not made up for."""
    done, day = pull_days(at.past), at.past.day
    earlier = (day - timedelta(days=n) for n in range(1, 8))
    last = next((d for d in earlier if d.weekday() in at.person.days), None)
    if not done or last is None or at.back is not None or last <= done[-1]:
        return ()
    between = (last - timedelta(days=1)) in done
    return () if between else (say("day", "missed"),)


def goals_said(at: Setting) -> tuple[Reason, ...]:
    """Say what the goals ask for."""
    first = at.person.goals[:_GOALS_SAID]
    injury = ("return_from_injury",) if at.comes_back and "return_from_injury" not in first else ()
    return tuple(say("day", f"goal_{goal}") for goal in (*first, *injury))


def care_said(at: Setting) -> tuple[Reason, ...]:
    """Say that pain comes too often, and ask now and then whether what was told still holds."""
    told = at.screening.day if at.screening and at.conditions else at.past.day
    rounds, week = divmod((at.past.day - told) // timedelta(days=7), ASK_EVERY_WEEKS)
    said = [("two_reds", often_red(at.past)), ("still_so", rounds >= 1 and week == 0)]
    return tuple(say("care", code) for code, so in said if so)


def done_said(at: Setting, shown: tuple[Item, ...]) -> tuple[Reason, ...]:
    """Say what of today is done already."""
    planned = {one.exercise for one in shown}
    own = any(k.exercise in PULLS and k.exercise not in planned for k in at.past.today if counts(k))
    begun = any(len(one.remaining) < len(one.targets) for one in shown)
    said = [("done_before", begun), ("own_loads", own)]
    return tuple(say("day", code) for code, so in said if so)
