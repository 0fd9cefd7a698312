"""Small made-up exports in each app's shape."""

from __future__ import annotations

from collections.abc import Iterable

from tests.logs.new_shapes import NEW

HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)
STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"


def hevy(
    sets: Iterable[str],
    *,
    title: str = "Legs",
    start: str = "8 Apr 2026, 16:50",
    end: str = "8 Apr 2026, 17:50",
    header: str = HEVY,
) -> str:
    """Return a Hevy export of one workout; a set is `exercise|type|weight|reps|km|seconds|rpe`, ends optional."""
    lines = [header]
    for index, text in enumerate(sets):
        exercise, kind, *rest = (text + "||||||").split("|")
        weight, reps, km, seconds, rpe = rest[:5]
        lines.append(
            f'"{title}","{start}","{end}","","{exercise}",,"",{index},"{kind or "normal"}",{weight or 50},'
            f"{reps or 8},{km},{seconds},{rpe}"
        )
    return "\n".join(lines) + "\n"


def strong(
    sets: Iterable[str],
    *,
    date: str = "2026-04-08 16:50:00",
    title: str = "Legs",
    duration: str = "1h 5m",
    header: str = STRONG,
) -> str:
    """Return a Strong export of one workout; a set is `exercise|order|weight|reps|distance|seconds|rpe`."""
    lines = [header]
    for number, text in enumerate(sets, 1):
        exercise, order, *rest = (text + "||||||").split("|")
        weight, reps, distance, seconds, rpe = rest[:5]
        lines.append(
            f'{date},"{title}",{duration},"{exercise}",{order or number},{weight or "50.0"},{reps or 8},'
            f"{distance or 0},{seconds or 0},,,{rpe}"
        )
    return "\n".join(lines) + "\n"


FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n" + "".join(
    f"2026-05-{day:02d},{row}\n"
    for day in (4, 7)
    for row in (
        "Barbell Squat,Legs,100.0,kgs,5,,,,",
        "Barbell Squat,Legs,100.0,kgs,5,,,,",
        "Overhead Press (Each Side, Dumbbells),Shoulders,18.0,kgs,10,,,,",
        'Zorp Machine,Legs,77.16,lbs,12,,,,"hard, but fine"',
        "Leg Press,Legs,140.0,kgs,12,,,,",
        "Running (Outdoor),Cardio,,,,3.1,mi,0:27:30,",
    )
)
_BLOCK = "Exercise {0},Weight (KG),Weight (LB),Set 1,Set 2,Set 3,Set 4,Set 5"
STRONGLIFTS_WIDE = (
    "Date,Note,Body Weight (KG),Body Weight (LB),"
    + ",".join(_BLOCK.format(n) for n in (1, 2, 3))
    + ",\n14/02/17,,77,,Squat,52.5,,5,5,5,5,5,Bench Press,37.5,,5,5,5,5,4,Deadlift,70,,5,,,,\n"
    + "17/02/17,,77,,Squat,55,,5,5,5,-,0,Overhead Press,27.5,,5,5,5,5,5,,,,,,,,,\n"
    + "19/02/17,,170lb,,Squat,57.5,,5,5,5,5,5,Bench Press,40,,5,5\n"
)
STRONGLIFTS = (
    "\ufeffDate (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,"
    "Top Set (Reps×KG),Reps,Duration (hours),Start Time (h:mm),End Time (h:mm),Notes,Set 1 (Reps),Set 1 (KG),"
    "Set 2 (Reps),Set 2 (KG),Set 3 (Reps),Set 3 (KG)\n"
    '2026/02/09,1,"Workout A","5×5",71.2,"Squat",5/5/-,,5×62.5,10,0.75,10:26 PM,11:11 PM,"",5,62.5,5,62.5,0,62.5\n'
    '2026/02/09,1,"Workout A","5×5",71.2,"Leg Press",5/5/5,,5×45,15,0.75,10:26 PM,11:11 PM,"",5,45,5,45,5,45\n'
    '2026/02/12,2,"Workout B","5×5",71.2,"Bench Press",5/5/5,,5×45,15,0.5,7:05 AM,7:35 AM,"",5,45,5,45,5,45\n'
)
STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,"
    "Relative Effort,Commute,Filename,Elapsed Time,Moving Time,Distance,Max Heart Rate,Average Heart Rate,"
    'Perceived Exertion,"<span class=""translation_missing"" title=""x.jump_count"">Jump Count</span>",Media\n'
    '1,"Nov 4, 2023, 3:02:23 PM",Morning Run,Run,"two\nlines, and \\"quotes\\" 🏃",1830,5.01,171,30,false,'
    "a.fit.gz,1830.0,1800.0,5012.5,171.0,151.0,,,\n"
    '2,"Nov 5, 2023, 11:30:00 PM",Swim,Swim,,1500,"1,025",,10,false,b.fit.gz,1500.0,1440.0,1025.0,,,6.0,,\n'
    '3,"Nov 6, 2023, 5:00:00 PM",Leg day,Weight Training,,3900,0,150,9,false,c.fit.gz,3900.0,310.0,0.0,150.0,118.0,,,\n'
    '4,"Nov 7, 2023, 6:00:00 AM",Lunch ride,Ride,,5400,30.2,165,9,false,d.fit.gz,5400.0,4800.0,30200.0,165.0,130.0,,,\n'
)
GARMIN = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,Max Run Cadence,Avg Pace,"
    "Avg Stride Length,Avg Run Cadence,Steps,Body Battery Drain,Best Lap Time,Moving Time,Elapsed Time\n"
    'Running,2025-11-06 16:16:43,false,"Evening ""loop""","8.05","1,037","00:45:00","151","172","170","180","5:35",'
    '"1.05","--","6,060","\'-16","00:52.95.8","00:44:40","00:47:00"\n'
    'Pool Swimming,2025-11-05 07:00:00,false,"Swim","1,500","400","00:33:00","130","150","--","--","2:12","--","--",'
    '"--","--","--","--:--:--","00:35:00"\n'
    'Strength Training,2025-11-04 18:00:00,true,"Strength","0.00","310","00:52:10","112","140","--","--","--","--","--",'
    '"0","--","--","00:12:00","01:02:10"\n'
    'Track Running,2025-11-03 18:00:00,false,"Track","850","90","00:04:00","165","180","180","190","4:42","1.18","--",'
    '"--","--","--","00:04:00","00:04:00"\n'
)
RUNKEEPER = (
    "Date,Type,Route Name,Distance (mi),Duration,Average Pace,Average Speed (mph),Calories Burned,Climb (ft),"
    "Average Heart Rate (bpm),Notes,GPX File\r\n"
    '2015-03-08 09:12:40,Running,,3.40,30:15,8:54,6.74,401.0,52.10,,"Été #run 🏃, ok",a.gpx\r\n'
    "2015-03-06 18:31:05,Running,,7.05,1:04:12,9:06,6.59,880.0,120.33,152,,b.gpx\r\n"
    "2015-03-05 12:00:00,Walking,,2.0,40:00,,,89.9757041732498,,,,\r\n"
)
FITBOD = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier\n"
    "2022-01-05 22:06:49 +0000,Back Squat, 8,60.0,0.0,0.0,0.0,0.0,true,, 1.0\n"
    + "2022-01-05 22:06:49 +0000,Back Squat, 5,7.937875915123695,0.0,0.0,0.0,0.0,false,, 1.0\n"
    * 5
    + "\n2022-01-07 23:30:00 +0000,Dumbbell Bench Press, 8,20.0,0.0,0.0,0.0,0.0,false,, 2.0\n"
    "2022-01-07 23:30:00 +0000,Running, 0,0.0,1500.0,4000.0,0.0,0.0,false,, 0.0\n"
)
FITBOD_2019 = (
    "Date,Exercise,Sets,Reps,Weight,isWarmup,Note\n2019-03-04,Leg Press,4,10,100,,\n"
    "2019-03-04,Assisted Pull Up,3,8,-20,,\n2019-03-04,Leg Press,1,10,50,TRUE,\n"
)
GYMRUN = (
    "Date;Time;Routine;Exercise;Set;Weight;Reps;Duration;Distance;Para6;Para7;Para8;Para9;Para10;Note;Type;Book;Version1\n"
    + "".join(f"29.04.2025;18:{10 * n:02d};Beine;Beinpresse;{n};82,5;8;;;;;;;;;;;\n" for n in range(1, 6))
    + "01.05.2025;07:00;Push;Bench Press;1;60;8;;;;;;;;;;;\n"
)
INTERVALS = (
    "\ufeffid,start_date_local,name,type,moving_time,distance,elapsed_time,has_heartrate,max_heartrate,average_heartrate,"
    "icu_training_load,icu_rpe,start_date,timezone,description\n"
    "i1,2026-08-22T17:13:34,Evening,Run,1800,5000.5,1900,true,170,150,40,6,2026-08-22T15:13:34Z,Europe/Berlin,a\\nb\n"
    "i2,2026-08-23T07:00:00,Legs,WeightTraining,600,0.0,3600,true,140,110,20,,2026-08-23T05:00:00Z,Europe/Berlin,\n"
    "i3,2026-08-24T07:00:00,Ride,VirtualRide,3600,30000.0,3700,true,160,1.2E2,50,,2026-08-24T05:00:00Z,Europe/Berlin,\n"
)
WELLNESS = (
    "\ufeffdate,weight,restingHR,hrv,sleepSecs,sleepScore,soreness,fatigue,ctl,atl,MyOwnField\n"
    "2026-08-22,70.1,48,60,27000,80,2,1,40.1,35.2,x\n2026-08-23,,49,,25200,,4,3,40.2,36.0,\n2026-08-24,,,,,,,,40.0,35.0,\n"
)
TRAININGPEAKS = (
    '"Title","WorkoutType","WorkoutDescription","PlannedDuration","PlannedDistanceInMeters","WorkoutDay","DistanceInMeters",'
    '"TimeTotalInHours","HeartRateAverage","HeartRateMax","Rpe","Feeling"\r\n'
    '"Easy","Run","","1","","2026-05-04","10000","0.95","140","160","3","2"\r\n'
    '"Long","Run","","2","20000","2026-05-05","","","","","",""\r\n'
    '"Rest","Day Off","","","","2026-05-06","","","","","",""\r\n'
    '"Gym legs","Strength","","1","","2026-05-07","","1.25","110","140","7",""\r\n'
)
HEALTH_AUTO = (
    "Workout Type,Start,End,Duration,Active Energy (kcal),Resting Energy (kcal),Intensity (kcal/hr·kg),"
    "Max. Heart Rate (count/min),Avg. Heart Rate (count/min),Distance (mi),\n"
    "Outdoor Run,2026-05-04 09:00,2026-05-04 09:43,0:40:18,400,50,9,170,150,5.0,\n"
    "Outdoor Run,2026-05-04 09:00,2026-05-04 09:43,0:40:18,400,50,9,170,150,5.0,\n"
    "Krafttraining,2026-05-05 18:00,2026-05-05 19:00,0:58:00,300,50,5,140,110,,\n"
    "Walking,2026-05-05 18:00,2026-05-05 18:30,0:30:00,300,50,5,110,95,1.5,\n"
)
HEALTH_EXPORT = (
    "Date,Active energy burned(kcal),Activity,Distance(km),Duration(Seconds),Elevation: Ascended(m),"
    "Heart rate zone: A Easy (<115bpm)(%),Heart rate: Average(count/min),Heart rate: Maximum(count/min)\n"
    "2026-05-04 09:00:00 - 2026-05-04 09:43:00,400,Running,8.05,2418,20,3,150,170\n"
)
APPLE_SLEEP = (
    " Date , Main , Start , End , InBed , Asleep , Awake , REM \n"
    "2026-05-04,true,2026-05-03 23:00,2026-05-04 07:00,8:00,7:15,0:20,1:30\n"
    "2026-05-04,false,2026-05-04 14:00,2026-05-04 15:00,1:00,0:50,0:05,0:00\n"
)
WHOOP_WORKOUTS = (
    "Cycle start time,Cycle end time,Cycle timezone,Workout start time,Workout end time,Duration (min),Activity name,"
    "Activity Strain,Energy burned (cal),Max HR (bpm),Average HR (bpm),GPS enabled,Distance (meters)\n"
    "2026-05-04 23:10:00,,UTC-04:00,2026-05-05 18:00:00,2026-05-05 18:45:00,45,Running,12.1,500,175,150,true,9000.5\n"
    "2026-05-03 23:00:00,2026-05-04 23:10:00,UTC+01:00,2026-05-04 12:00:00,2026-05-04 13:00:00,60,Weightlifting,,,,,"
    "false,\n"
    "2026-05-02 23:00:00,2026-05-03 23:00:00,UTCZ,2026-05-03 12:00:00,2026-05-03 14:00:00,120,Gaming,4,200,120,80,false,\n"
)
WHOOP_CYCLES = (
    "\ufeffCycle start time,Cycle end time,Cycle timezone,Recovery score %,Sleep onset,Wake onset,Asleep duration (min),"
    "In bed duration (min)\n2026-05-04 23:10:00,,UTC-04:00,60,2026-05-04 23:10:00,2026-05-05 07:00:00,432,470\n"
    "2026-05-03 23:00:00,2026-05-04 23:10:00,UTC-04:00,55,,,,\n"
)
WHOOP_SLEEPS = (
    "Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset,Asleep duration (min),Nap\n"
    "2026-05-04 23:10:00,,UTC-04:00,2026-05-04 23:10:00,2026-05-05 07:00:00,432,false\n"
    "2026-05-04 23:10:00,,UTC-04:00,2026-05-05 14:00:00,2026-05-05 15:00:00,50,true\n"
)
EVERY: dict[str, str] = {
    "FitNotes": FITNOTES,
    "StrongLifts wide": STRONGLIFTS_WIDE,
    "StrongLifts": STRONGLIFTS,
    "Strava": STRAVA,
    "Garmin": GARMIN,
    "Runkeeper": RUNKEEPER,
    "Fitbod": FITBOD,
    "Fitbod 2019": FITBOD_2019,
    "GymRun": GYMRUN,
    "intervals.icu": INTERVALS,
    "intervals.icu wellness": WELLNESS,
    "TrainingPeaks": TRAININGPEAKS,
    "Health Auto Export": HEALTH_AUTO,
    "Health Export CSV": HEALTH_EXPORT,
    "Apple Health Metrics": APPLE_SLEEP,
    "Whoop workouts": WHOOP_WORKOUTS,
    "Whoop cycles": WHOOP_CYCLES,
    "Whoop sleeps": WHOOP_SLEEPS,
    **NEW,
}
