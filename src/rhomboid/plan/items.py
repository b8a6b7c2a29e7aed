"""Portions as they are shown: every set with its target, and what of it is done."""

from collections.abc import Sequence
from dataclasses import replace

from rhomboid.plan.day import Item
from rhomboid.plan.dose import Draft
from rhomboid.plan.fit import Portion, seconds
from rhomboid.plan.history import tells
from rhomboid.plan.pain import hurt_today
from rhomboid.plan.reason import Reason
from rhomboid.plan.setting import Setting
from rhomboid.plan.volume import direct
from rhomboid.plan.words import say
from rhomboid.training.kept import KeptSet
from rhomboid.training.target import Target


def item(at: Setting, portion: Portion) -> Item:
    """Return one exercise of the day, with what is done of it already."""
    draft = portion.draft
    equipment = draft.spec.equipment
    names = {one.id: one.name for one in (*equipment.usual, *equipment.substitutes)}
    targets = _targets(portion)
    done = [kept for kept in at.past.today if kept.exercise == draft.spec.id]
    return Item(
        draft.spec.id,
        draft.spec.exercise.name,
        draft.pick.way.gear,
        names[draft.pick.way.gear],
        targets,
        remaining(targets, done),
        (*draft.reasons, *_fewer(portion), *_advice(at, draft)),
        seconds(portion),
        _article_dose(draft),
    )


def remaining(targets: Sequence[Target], done: Sequence[KeptSet]) -> tuple[Target, ...]:
    """Return the targets that were not done yet: each set takes the first that it fits."""
    left = list(targets)
    for kept in filter(tells, done):
        kind = kept.target.kind if kept.target else "work"
        fits = [t for t in left if t.kind == kind and "both" in {t.side, kept.side}]
        fits += [t for t in left if t.kind == kind and t.side == kept.side and t not in fits]
        taken = fits if kept.side == "both" and fits and fits[0].side != "both" else fits[:1]
        for target in taken:
            left.remove(target)
    return tuple(left)


def after_pain(at: Setting, items: Sequence[Item]) -> tuple[tuple[Item, ...], tuple[Reason, ...]]:
    """Return the items without what red pain of today ends, and say so."""
    hurt = dict(hurt_today(at.past))
    muscles = {muscle for name in hurt for muscle in direct(name)}
    kept, said = [], []
    for name, pain in hurt.items():
        title = at.catalogue[name].exercise.name if name in at.catalogue else name
        said.append(say("care", "red_in_set", name=title, pain=pain))
    for one in items:
        if one.exercise not in hurt and not (direct(one.exercise) & muscles):
            kept.append(one)
        elif len(one.remaining) < len(one.targets):
            kept.append(_ended(one))
    return tuple(kept), tuple(said)


def _ended(one: Item) -> Item:
    """Return an item that ends with what was done of it."""
    left = list(one.remaining)
    done: list[Target] = []
    for target in reversed(one.targets):
        if target in left:
            left.remove(target)
        else:
            done.insert(0, target)
    return replace(one, targets=tuple(done), remaining=())


def _targets(portion: Portion) -> tuple[Target, ...]:
    """Return every set of a portion, warm-ups first; a stretch has one for each side."""
    draft, number = portion.draft, portion.number
    if draft.target.hold_s is None:
        return (*draft.warm_ups, *[replace(draft.target, sets=number)] * number)
    less = draft.target.easy or number < draft.sets
    one = replace(draft.target, repetitions=(number, number), easy=less)
    return tuple(replace(one, side=side) for side in ("left", "right"))


def _fewer(portion: Portion) -> tuple[Reason, ...]:
    """Say that time allowed less than was wanted."""
    if portion.number >= portion.draft.sets:
        return ()
    if portion.draft.target.hold_s is not None:
        return (say("hold", "hold_time"),)
    return (say("sets", "sets_time", sets=portion.number),)


def _advice(at: Setting, draft: Draft) -> tuple[Reason, ...]:
    """Say what the exercise file advises for what was told."""
    given = draft.spec.safety.conditions
    told = [condition for condition in sorted(at.conditions) if condition in given]
    names = {condition: condition.replace("_", " ").capitalize() for condition in told}
    return tuple(
        say("care", "for_you", name=names[condition], advice=given[condition])
        for condition in told
    )  # fmt: skip


def _article_dose(draft: Draft) -> str:
    """Return what the article asks for, where the plan asks for something else."""
    prescription = draft.spec.prescription
    same = draft.target.repetitions == prescription.repetitions and draft.target.hold_s is None
    names_a_number = {"P8", "I5", "C6"} & set(prescription.article)
    return prescription.article_dose if names_a_number and not same else ""
