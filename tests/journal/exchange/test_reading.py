"""Every file is read as its program meant it, and what has no place of its own is still told."""

from datetime import date, datetime

import pytest

from rhomboid.catalogue.read import load
from rhomboid.errors import ExchangeError
from rhomboid.journal.exchange.formula import defuse, restore
from rhomboid.journal.exchange.names import _known
from rhomboid.training.load import Load
from tests.journal.exchange import files

ONE = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"


def brief(reading):
    """Return what matters of each set."""
    return [
        (
            kept.exercise,
            kept.total,
            kept.load.value if kept.load else None,
            kept.target.kind if kept.target else "work",
            kept.rating.spare,
            kept.rating.note,
        )
        for kept in reading.sets
    ]


def test_hevy_with_older_dates_and_every_kind_of_set(read):
    reading = read(files.HEVY)
    assert (reading.app, reading.unit, reading.asks_unit) == ("Hevy", "kg", False)
    assert (reading.errors, reading.remarks, reading.skipped) == ((), (), {})
    assert brief(reading) == [
        ("lat_pulldown", 12, 30, "warm_up", None, 'slow down\n"really"'),
        ("lat_pulldown", 10, 52.5, "work", 1, "[RPE 8.5]"),
        ("lat_pulldown", 8, 40, "work", None, "[drop set; superset 0]"),
        ("deadlift", 5, 100, "work", 0, "[to failure; superset 0]"),
        ("other:Plank", 1, None, "work", None, ""),
        ("other:Running", 0, None, "work", None, "[5 km; 1500 s]"),
    ]
    assert [kept.gear for kept in reading.sets[2:4]] == ["pulldown_station", "barbell"]
    assert [kept.hold_s for kept in reading.sets] == [None, None, None, None, 60, None]
    assert {kept.origin for kept in reading.sets} == {"import"}


def test_hevy_keeps_workouts_together_and_sets_in_their_order(read):
    reading = read(files.HEVY)
    [session] = reading.sessions
    assert session.note == "Pull day\nFirst week"
    assert session.started_at == datetime(2025, 3, 28, 17, 29, tzinfo=files.BERLIN)
    assert session.ended_at == datetime(2025, 3, 28, 18, 40, tzinfo=files.BERLIN)
    assert {kept.session for kept in reading.sets} == {session.id}
    times = [kept.started_at for kept in reading.sets]
    assert times == sorted(set(times))


def test_hevy_in_pounds_and_miles_with_newer_dates(read):
    row, walk = read(files.HEVY_LBS).sets
    assert (row.exercise, row.gear) == ("seated_cable_row", "cable_station")
    assert row.load == Load("kg", 45.35924)
    assert walk.rating.note == "[2 miles; 1800 s]"


@pytest.mark.parametrize(
    ("told", "hour"),
    [
        ("28 Mar 2025, 17:29", 17), ("2025-03-28 17:29:00", 17), ("Mar 28, 2025, 5:29 PM", 17),
        ("28 3月 2025, 17:29", 17), ("28 März 2025, 17:29", 17), ("28 mars 2025, 17:29", 17),
        ("Mar 28, 2025, 12:29\u202fAM", 0),
    ],
)  # fmt: skip
def test_a_date_in_any_shape_is_the_same_moment(read, told, hour):
    reading = read(files.HEVY.replace("28 Mar 2025, 17:29", told))
    assert reading.sets[0].started_at == datetime(2025, 3, 28, hour, 29, tzinfo=files.BERLIN)


def test_another_shape_of_the_date_makes_no_other_sets(read):
    older = read(files.HEVY)
    newer = read(files.HEVY.replace("28 Mar 2025, 17:29", "2025-03-28 17:29:31"))
    assert [kept.id for kept in newer.sets] == [kept.id for kept in older.sets]


def test_strong_from_ios_asks_for_the_unit(read):
    reading = read(files.STRONG_IOS)
    assert (reading.app, reading.asks_unit, reading.unit) == ("Strong", True, "")
    pounds = read(files.STRONG_IOS, unit="lb")
    assert (pounds.asks_unit, pounds.unit) == (False, "lb")
    assert pounds.sets[1].load == Load("kg", 45.35924)


def test_strong_from_ios_with_letters_rests_and_notes(read):
    reading = read(files.STRONG_IOS, unit="kg")
    assert reading.skipped == {"rests": 1}
    assert brief(reading) == [
        ("deadlift", 5, 60, "warm_up", None, ""),
        ("deadlift", 5, 100, "work", 2, ""),
        ("deadlift", 3, 100, "work", 0, "grip gave in [to failure]"),
        ("other:Plank", 1, None, "work", None, ""),
        ("deadlift", 8, 80, "work", None, ""),
    ]
    assert reading.sets[3].hold_s == 60
    assert len({kept.id for kept in reading.sets}) == 5
    [session] = reading.sessions
    assert session.note == "Pull\nwent well"
    assert (session.ended_at - session.started_at).total_seconds() == 3900


def test_strong_without_notes_and_with_narrow_spaces(read):
    [kept] = read(files.STRONG_SHORT, unit="kg").sets
    assert kept.started_at == datetime(2025, 6, 1, 18, tzinfo=files.BERLIN)
    assert (kept.exercise, kept.gear, kept.rating.spare) == (
        "seated_cable_row", "cable_station", 1,
    )  # fmt: skip


@pytest.mark.parametrize("text", [files.STRONG_SEMICOLONS, files.STRONG_SEMICOLONS_OLD])
def test_strong_with_semicolons_has_a_unit_in_each_row(read, text):
    reading = read("\ufeff" + text)
    assert reading.unit == "kg and lb"
    assert brief(reading) == [
        ("t_raise", 15, 5, "warm_up", None, ""),
        ("t_raise", 12, 7.93787, "work", 2, "[RPE 7.5]"),
        ("other:Running", 0, None, "work", None, "[3 km; 900 s]"),
    ]
    assert {kept.gear for kept in reading.sets} == {"dumbbells", ""}


def test_strong_from_android_has_the_unit_in_its_header(read):
    reading = read(files.STRONG_ANDROID)
    assert (reading.unit, reading.asks_unit) == ("kg", False)
    assert brief(reading) == [
        ("inverted_row", 9, None, "work", None, ""),
        ("lat_pulldown", 12, 40, "work", None, "[drop set]"),
    ]
    in_pounds = read(files.STRONG_ANDROID.replace("Weight (kg)", "Weight (lbs)"))
    assert in_pounds.sets[1].load == Load("kg", 18.14369)


def test_fitnotes_from_android_has_days_units_by_row_and_inch_marks(read):
    reading = read(files.FITNOTES_ANDROID)
    assert (reading.app, reading.unit) == ("FitNotes", "kg and lb")
    assert brief(reading) == [
        ("lat_pulldown", 10, 50, "work", None, "good, slow"),
        ("lat_pulldown", 8, 49.89516, "work", None, '3" blocks under the seat'),
        ('other:Bench 12" board', 5, 60, "work", None, 'a 5" board'),
        ("other:Plank", 1, None, "work", None, ""),
        ("other:Treadmill", 0, None, "work", None, "[2.5 km; 900 s]"),
    ]
    assert reading.sets[3].hold_s == 90
    assert (reading.first, reading.last) == (date(2022, 5, 3), date(2022, 5, 4))


def test_fitnotes_of_other_ages_and_places(read):
    assert brief(read(files.FITNOTES_OLD)) == [("seated_cable_row", 12, 45, "work", None, "")]
    ios = read(files.FITNOTES_IOS)
    assert brief(ios) == [
        ("deadlift", 5, 60, "warm_up", None, ""),
        ("deadlift", 5, 102.05828, "work", None, "heavy"),
        ("deadlift", 8, 80, "work", None, "[drop set]"),
        ("other:Plank", 1, None, "work", None, ""),
    ]
    [third] = read(files.FITNOTES_THIRD, unit="kg").sets
    assert (third.exercise, third.gear, third.rating.spare) == ("deadlift", "barbell", 2)


def test_fitnotes_body_measurements_are_no_sets(read):
    with pytest.raises(ExchangeError, match="body measurements; export the workouts"):
        read("Date,Time,Measurement,Value,Unit,Comment\n2022-01-01,10:00,Weight,80,kg,\n")


def test_others(read):
    liftosaur = read(files.LIFTOSAUR)
    assert brief(liftosaur) == [
        ("deadlift", 5, 40, "warm_up", None, ""), ("deadlift", 6, 100, "work", 1, "top"),
    ]  # fmt: skip
    assert liftosaur.skipped == {"sets that were not done": 1}
    assert brief(read(files.STRONGLIFTS)) == [
        ("deadlift", 5, 60, "work", None, "fine"), ("deadlift", 5, 62.5, "work", None, ""),
    ]  # fmt: skip
    assert brief(read(files.LIFTLOG)) == [("seated_cable_row", 10, 50, "work", None, "")]
    assert brief(read(files.FITBOD)) == [("lat_pulldown", 10, 45.35924, "work", None, "")]


def test_weights_of_bands_and_bodies_are_told_and_are_no_load(read):
    rows = ONE + (
        "2025-06-01 18:00:00,A,45m,Lateral Raise (Band),1,15,10,0,0,\n"
        "2025-06-01 18:00:00,A,45m,Inverted Row,1,10,10,0,0,\n"
        "2025-06-01 18:00:00,A,45m,Pull Up (Assisted),1,-20,10,0,0,\n"
        "2025-06-01 18:00:00,A,45m,Leg Press,1,600,10,0,0,\n"
    )
    reading = read(rows, unit="kg")
    assert [(k.load, k.rating.note) for k in reading.sets] == [
        (None, "[weight 15 kg]"), (None, "[weight 10 kg]"),
        (None, "[weight -20 kg]"), (None, "[weight 600 kg]"),
    ]  # fmt: skip
    assert reading.sets[0].gear == "band"


def test_a_stretch_is_a_hold_of_its_length(read):
    reading = read(ONE + "2025-06-01 18:00:00,A,5m,Corkscrew Stretch (Left),1,0,0,0,45,\n")
    [kept] = reading.sets
    assert (kept.exercise, kept.side, kept.hold_s, kept.total) == ("corkscrew", "left", 45, 1)
    assert kept.load == Load("seconds", 45)


def test_columns_may_stand_in_any_order_and_others_beside_them(read):
    lines = [line.split(",") for line in files.STRONG_SHORT.splitlines()]
    turned = "\n".join(",".join(["x", *reversed(line)]) for line in lines)
    assert brief(read(turned, unit="kg")) == brief(read(files.STRONG_SHORT, unit="kg"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom"]
)
def test_any_encoding_with_a_mark_is_read(read, encoding):
    text = ONE + "2025-06-01 18:00:00,Rücken,45m,Développé couché,1,60,10,0,0,\n"
    marked = text if "bom" not in encoding else "\ufeff" + text
    reading = read(marked.encode(encoding.removesuffix("-bom")), unit="kg")
    assert reading.names[0].name == "Développé couché"
    assert not reading.is_guessed


def test_latin_1_is_read_and_said(read):
    text = ONE + "2025-06-01 18:00:00,Rücken,45m,Développé couché,1,60,10,0,0,\n"
    reading = read(text.encode("latin-1"), unit="kg")
    assert reading.names[0].name == "Développé couché"
    assert reading.is_guessed


def test_a_line_that_makes_no_sense_is_named_and_the_others_are_read(read):
    good = "2025-06-01 18:00:00,A,45m,Deadlift,1,60,10,0,0,8\n"
    bad = [
        good.replace("2025-06-01", "soon"), good.replace(",10,", ",ten,"),
        good.replace(",10,", ",1.5,"), good.replace(",8\n", ",12\n"),
        good.replace("Deadlift", ""), good.replace(",1,60", ",Z,60"),
        good.replace("Deadlift", "D" * 200), good.replace("2025", "0025"),
        good.replace(",60,", ",inf,"), good.replace(",10,", ",99999,"),
        good.replace("2025-06-01", "03/04/2025"),
    ]  # fmt: skip
    reading = read(ONE + good + "".join(bad) + "\n\n" + good, unit="kg")
    assert len(reading.sets) == 2
    assert [error.line for error in reading.errors] == list(range(3, 3 + len(bad)))
    assert all(error.words and "\n" not in error.words for error in reading.errors)


def test_a_note_that_is_too_long_is_cut_and_said(read):
    text = files.STRONG_IOS.replace("grip gave in", "n" * 600)
    reading = read(text, unit="kg")
    assert [remark.words for remark in reading.remarks] == ["the note was cut to 500 characters"]


def test_names_can_be_mapped_skipped_and_kept(read):
    reading = read(
        files.HEVY, names={"plank": "corkscrew", "Running": "skip", "Deadlift (Barbell)": "other"}
    )
    exercises = [kept.exercise for kept in reading.sets]
    assert exercises[3:] == ["other:Deadlift (Barbell)", "corkscrew"]
    assert reading.skipped == {"sets that you leave out": 1}
    ids = {kept.id for kept in read(files.HEVY).sets}
    assert {kept.id for kept in reading.sets} < ids


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"Plankk": "skip"}, "no exercise called 'plankk'"),
        ({"Plank": "planking"}, "there is no exercise 'planking' to map to; there are: corkscrew"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(read, names, said):
    with pytest.raises(ExchangeError, match=said):
        read(files.HEVY, names=names)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "'quoted", "''", "a"])
def test_a_cell_that_was_defused_is_what_it_was(cell):
    assert restore(defuse(cell)) == cell
    assert not defuse(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_defused_cell_of_another_program_is_what_it_was(read):
    row = "2025-06-01 18:00:00,A,45m,'=cmd|x,1,60,10,0,0,\n"
    assert read(ONE + row, unit="kg").sets[0].exercise == "other:=cmd|x"


@pytest.mark.parametrize(
    ("name", "exercise", "gear"),
    [
        ("Lat Pull-Down (Cable)", "lat_pulldown", "pulldown_station"),
        ("Lat Pulldown (Band)", "lat_pulldown", "band"),
        ("Wide-Grip Lat Pulldown", "lat_pulldown", "pulldown_station"),
        ("Seated Cable Rows", "seated_cable_row", "cable_station"),
        ("Seated Cable Row - V Grip (Cable)", "seated_cable_row", "v_grip"),
        ("Deadlift (Trap Bar)", "deadlift", "trap_bar"),
        ("Deadlift (Trap bar)", "deadlift", "trap_bar"),
        ("Deadlift (Dumbbell)", "deadlift", "dumbbells"),
        ("DB Deadlift", "deadlift", "dumbbells"),
        ("Deadlift (Band)", "deadlift", "band"),
        ("Inverted Row", "inverted_row", ""),
        ("Inverted Row with Straps", "inverted_row", "straps"),
        ("Lateral Raise (Band)", "t_raise", "band"),
        ("Lateral Raise - With Bands", "t_raise", "band"),
        ("Lateral Raise (Dumbbell)", "t_raise", "dumbbells"),
        ("T-raise with a band", "t_raise", "band"),
        ("Quadruped thoracic rotation", "corkscrew", ""),
        ("Front Raise (Dumbbell)", "front_raise", "dumbbells"),
        ("Pull Up", "pull_up", ""),
        ("Triceps Rope Pushdown", "rope_pushdown", "cable_station"),
        ("Seated Row (Machine)", "other:Seated Row (Machine)", ""),
        ("Sumo Deadlift (Barbell)", "other:Sumo Deadlift (Barbell)", ""),
        ("Deadlift (Smith Machine)", "other:Deadlift (Smith Machine)", ""),
        ("Romanian Deadlift", "other:Romanian Deadlift", ""),
        ("Reverse Grip Lat Pulldown (Cable)", "other:Reverse Grip Lat Pulldown (Cable)", ""),
    ],
)
def test_a_name_is_matched_by_its_words_and_never_guessed(read, name, exercise, gear):
    [kept] = read(ONE + f"2025-06-01 18:00:00,A,45m,{name},1,60,10,0,0,\n", unit="kg").sets
    assert (kept.exercise, kept.gear) == (exercise, gear)


def test_every_gear_that_a_name_stands_for_is_in_the_exercise_file():
    for match in _known().values():
        equipment = load(match.exercise).equipment
        gear = {one.id for one in (*equipment.usual, *equipment.substitutes)} | {""}
        assert match.gear in gear, match
