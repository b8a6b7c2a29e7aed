"""What the programs export, line by line, with every oddity that is known of them."""

from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")

HEVY = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,"
    "set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
    '"Pull day","28 Mar 2025, 17:29","28 Mar 2025, 18:40","First week",'
    '"Lat Pulldown (Cable)",,"slow down\n""really""",0,"warmup",30,12,,,\n'
    '"Pull day","28 Mar 2025, 17:29","28 Mar 2025, 18:40","First week",'
    '"Lat Pulldown (Cable)",,"",1,"normal","52,5",10,,,8.5\n'
    '"Pull day","28 Mar 2025, 17:29","28 Mar 2025, 18:40","First week",'
    '"Lat Pulldown (Cable)",0,"",2,"dropset",40,8,,,\n'
    '"Pull day","28 Mar 2025, 17:29","28 Mar 2025, 18:40","First week",'
    '"Deadlift (Barbell)",0,"",0,"failure",100,5,,,\n'
    '"Pull day","28 Mar 2025, 17:29","28 Mar 2025, 18:40","First week",'
    '"Plank",,"",0,"normal",,,,60,\n'
    '"Pull day","28 Mar 2025, 17:29","28 Mar 2025, 18:40","First week",'
    '"Running",,"",0,"normal",,,5,1500,\n'
)
"""Hevy's older dates, a note of two lines, every kind of set, a hold, and a run."""

HEVY_LBS = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,"
    "set_index,set_type,weight_lbs,reps,distance_miles,duration_seconds,rpe\r\n"
    "Pull day,2024-01-07 17:15:00,2024-01-07 18:00:00,,Seated Cable Row,,,0,normal,100,10,,,\r\n"
    "Pull day,2024-01-07 17:15:00,2024-01-07 18:00:00,,Walking,,,0,normal,,,2,1800,\r\n"
)

STRONG_IOS = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
    '2025-06-01 18:00:00,"Pull",1h 5m,"Deadlift (Barbell)",W,60.0,5,0,0,"","went well",\n'
    '2025-06-01 18:00:00,"Pull",1h 5m,"Deadlift (Barbell)",1,100.0,5.0,0,0.0,"","went well",8\n'
    '2025-06-01 18:00:00,"Pull",1h 5m,"Deadlift (Barbell)",Rest Timer,0,0,0,180.0,"","",\n'
    '2025-06-01 18:00:00,"Pull",1h 5m,"Deadlift (Barbell)",F,100.0,3,0,0,"","went well",\n'
    '2025-06-01 18:00:00,"Pull",1h 5m,"Deadlift (Barbell)",Note,0,0,0,0,"grip gave in","",\n'
    '2025-06-01 18:00:00,"Pull",1h 5m,"Plank",1,0,0,0,60.0,"","went well",\n'
    '2025-06-01 18:00:00,"Pull",1h 5m,"Deadlift (Barbell)",1,80.0,8,0,0,"","went well",\n'
)
"""No unit; warm-up, failure, rest, note, hold, and an exercise that comes again."""

STRONG_SHORT = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
    '2025-06-01 6:00:00\u202fPM,"Pull",45m,"Seated Row (Cable)",1,50,10,0,0,9\n'
)

STRONG_SEMICOLONS = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\r\n"
    "2024-02-02 07:30:00;Morning;Lateral Raise (Dumbbell);W1;5;kg;15;;;;0;;;45m\r\n"
    "2024-02-02 07:30:00;Morning;Lateral Raise (Dumbbell);1;17,5;lbs;12;7,5;;;0;;;45m\r\n"
    "2024-02-02 07:30:00;Morning;Running;1;;;;;3;km;900;;;45m\r\n"
)
STRONG_SEMICOLONS_OLD = STRONG_SEMICOLONS.replace(";Workout Duration", "").replace(";45m", "")

STRONG_ANDROID = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
    '"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'
    '"1";"2023-11-05 09:00:00";"Sunday";"3600";"Inverted Row";"1";"0.0";"9";"";"";"0";"";""\n'
    '"1";"2023-11-05 09:00:00";"Sunday";"3600";"Lat Pulldown (Cable)";"D";"40.0";"12";"";"";'
    '"0";"";""\n'
)

FITNOTES_ANDROID = (
    "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
    '2022-05-03,Lat Pulldown,Back,50,kgs,10,,,,"good, slow"\n'
    '2022-05-03,Lat Pulldown,Back,110,lbs,8,,,,3" blocks under the seat\n'
    '2022-05-03,Bench 12" board,Chest,60,kgs,5,,,,"a 5" board"\n'
    "2022-05-04,Plank,Core,,,,,,0:01:30,\n"
    "2022-05-04,Treadmill,Cardio,,,,2.5,km,15:00,\n"
)
FITNOTES_OLD = (
    "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
    "2015-05-03,Seated Cable Row,Back,45.0,12,,,\n"
)
FITNOTES_IOS = (
    "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind\n"
    "2025-01-02,Deadlift,Back,60,,5,,,,,w\n"
    "2025-01-02,Deadlift,Back,,225,5,,,,heavy,r\n"
    "2025-01-02,Deadlift,Back,80,176.37,8,,,,,d\n"
    "2025-01-02,Plank,Core,,,,,,1:30,,t\n"
)
FITNOTES_THIRD = (
    "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,"
    "IsWarmup,RPE,RIR,Categories,Note\n"
    "Evening,2024-03-01 19:00,2024-03-01 20:00,80,Deadlift,Barbell,5,100,,,Done,false,,2,Back,ok\n"
)

LIFTOSAUR = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,"
    "Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,"
    "Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,"
    "Synergist Muscles,Notes\n"
    "2025-08-01T17:00:00.000Z,5/3/1,Day 1,Deadlift,1,5,5,0,,,0,40,kg,40,kg,0,,,,\n"
    "2025-08-01T17:00:00.000Z,5/3/1,Day 1,Deadlift,0,5,6,1,,9,0,100,kg,100,kg,0,,,,top\n"
    "2025-08-01T17:00:00.000Z,5/3/1,Day 1,Deadlift,0,5,,0,,,0,100,kg,,,0,,,,\n"
)
LIFTLOG = (
    "SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes\n"
    "a1,2025-08-01T17:00:00+02:00,Seated Row (Cable),50,Kilograms,10,10,\n"
)
STRONGLIFTS = (
    "Date (yyyy/mm/dd),Workout,Exercise,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG),"
    "Set 3 (Reps),Set 3 (KG),Notes\n"
    "2025/08/01,A,Deadlift,5,60,5,62.5,,,fine\n"
)
FITBOD = (
    "Date,Exercise,Reps,Weight(lbs),Duration(s),Distance(m),isWarmup\n"
    "2025-08-01 17:00:00 +0000,Cable Lat Pulldown,10,100,0,0,false\n"
)
