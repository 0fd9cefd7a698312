"""Small made-up exports of apps whose files have lines before the header, several tables, or numbers for sports."""

from __future__ import annotations

SAMSUNG = (
    "com.samsung.shealth.exercise,6310004,12\n"
    "title,com.samsung.health.exercise.exercise_type,com.samsung.health.exercise.start_time,"
    "com.samsung.health.exercise.end_time,com.samsung.health.exercise.duration,com.samsung.health.exercise.time_offset,"
    "com.samsung.health.exercise.mean_heart_rate,com.samsung.health.exercise.max_heart_rate,"
    "com.samsung.health.exercise.distance\n"
    ",1002,2027-01-04 06:00:00.000,2027-01-04 06:45:00.000,2700000,UTC+0900,148.0,170.0,8100.0,\n"
    ",10012,2027-01-05 09:30:00.000,2027-01-05 10:20:00.000,3000000,UTC+0900,96.0,140.0,,\n"
    ",1001,2027-01-06 16:30:00.000,2027-01-06 17:00:00.000,1800000,UTC+0900,,,2300.0,\n"
    ",19999,2027-01-07 09:30:00.000,2027-01-07 10:20:00.000,3000000,UTC+0900,,,,\n"
)
SAMSUNG_SLEEP = (
    "com.samsung.shealth.sleep,7006003,11\n"
    "efficiency,sleep_duration,com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time,"
    "com.samsung.health.sleep.time_offset\n"
    "90.0,435,2027-01-04 14:00:00.000,2027-01-04 21:30:00.000,UTC+0900,\n"
    "90.0,,2027-01-05 14:30:00.000,2027-01-05 21:00:00.000,UTC+0900,\n"
    "80.0,70,2027-01-06 04:00:00.000,2027-01-06 05:15:00.000,UTC+0900,\n"
)
ZEPP = (
    "type,startTime,sportTime(s),maxPace(/meter),minPace(/meter),distance(m),avgPace(/meter),calories(kcal)\n"
    "1,2027-01-04 17:00:00+0000,2400,0.3,0.5,7200.0,0.33,500.0\n"
    "52,2027-01-05 17:00:00+0000,3300,-1.0,-1.0,-1.0,-1.0,250.0\n"
    "777,2027-01-06 17:00:00+0000,1200,-1.0,-1.0,-1.0,-1.0,90.0\n"
)
ZEPP_SLEEP = (
    "date,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime,naps\n"
    "2027-01-05,90,260,10,2027-01-04 22:10:00+0000,2027-01-05 05:20:00+0000,70,\n"
    '2027-01-06,80,330,5,2027-01-05 22:10:00+0000,2027-01-06 05:05:00+0000,60,"[{""start"":""14:00""}]"\n'
    "2027-01-07,0,0,0,2027-01-07 00:00:00+0000,2027-01-07 00:00:00+0000,0,\n"
)
FITBIT = (
    "exercise_id,exercise_start,exercise_end,utc_offset,activity_name,log_type,tracker_total_distance_mm,"
    "tracker_avg_heart_rate,tracker_peak_heart_rate,manually_logged_total_distance_mm,activity_type_probabilities\n"
    '1,2027-01-04T17:00:00Z,2027-01-04T17:40:00Z,-05:00,Outdoor Run,TRACKER,7200000,150,171,,"{1, 2}"\n'
    "2,2027-01-06T01:30:00Z,2027-01-06T02:20:00Z,-05:00,Weights,MANUAL,,104,139,,\n"
    "3,2027-01-06T17:00:00Z,2027-01-06T17:30:00Z,-05:00,Walk,MANUAL,,,,2500000,\n"
)
FITBIT_SLEEP = (
    "sleep_id,sleep_type,minutes_in_sleep_period,minutes_after_wake_up,minutes_to_fall_asleep,minutes_asleep,"
    "minutes_awake,start_utc_offset,sleep_start,end_utc_offset,sleep_end,sleep_created\n"
    "1,STAGES,470,1,9,430,40,+01:00,2027-01-04 22:30:00+0000,+01:00,2027-01-05 06:20:00+0000,2027-01-05 07:00:00+0000\n"
    "2,CLASSIC,50,0,2,45,5,+01:00,2027-01-05 12:30:00+0000,+01:00,2027-01-05 13:20:00+0000,2027-01-05 14:00:00+0000\n"
)
FITBIT_SECTIONS = (
    "Body\nDate,Weight,BMI,Fat\n05-01-2027,70,21,12\n\n"
    "Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed\n"
    '"2027-01-04 11:12PM","2027-01-05 7:02AM","431","39","12","470"\n\n'
    'Activities\nDate,Calories Burned,Steps\n05-01-2027,"2,100","9,500"\n'
)
WHOOP_PRIVACY = (
    "cycle_id,created_at,sport_id,gps_enabled,max_heart_rate,average_heart_rate,distance,during,timezone_offset,name\n"
    "1,2027-01-04T18:20:00.000+0000,0,True,171,149,7200.5,"
    "\"['2027-01-04T17:00:00.000Z','2027-01-04T17:40:00.000Z')\",+0100,Running\n"
    "2,2027-01-05T19:20:00.000+0000,45,False,139,101,,"
    "\"['2027-01-05T18:00:00.000Z','2027-01-05T18:50:00.000Z')\",+0100,\n"
)
PELOTON = (
    "Workout Timestamp,Live/On-Demand,Instructor Name,Length (minutes),Fitness Discipline,Type,Title,Class Timestamp,"
    "Total Output,Avg. Watts,Avg. Resistance,Avg. Cadence (RPM),Avg. Speed (kph),Distance (km),Calories Burned,"
    "Avg. Heartrate,Avg. Incline,Avg. Pace (min/km)\n"
    "2027-01-04 17:25 (EST),Live,A,30,Running,Endurance,30 min Endurance Run,,,,,,10.0,5.0,300,151.5,1%,6:00\n"
    "2027-01-05 18:00 (EST),On Demand,A,20,Strength,Lower Body,20 min Glutes & Legs Strength,,,,,,,,120,112.5,,\n"
    "2027-01-06 18:00 (EST),On Demand,A,20,Strength,Upper Body,20 min Arms & Shoulders,,,,,,,,110,101,,\n"
    "2027-01-07 18:00 (EST),On Demand,A,45,Cycling,Climb,45 min Climb Ride,,400,150,50%,80,30.0,22.5,500,140,,\n"
)
MAPMYRUN = (
    "Date Submitted,Workout Date,Activity Type,Calories Burned (kCal),Distance (km),Workout Time (seconds),"
    "Avg Pace (min/km),Max Pace,Avg Speed (km/h),Max Speed,Avg Heart Rate,Steps,Notes,Source,Link\n"
    '"Jan. 9, 2027","Jan. 4, 2027",Run,480,8.0,2640,5.5,,10.9,,150,,,x,y\n'
    '"Jan. 9, 2027","Jan. 6, 2027",Indoor Run / Jog,300,5.0,1800,6.0,,10.0,,,,,x,y\n'
    '"Jan. 9, 2027","Jan. 7, 2027",Weight Workout,200,,3600,,,,,,,,x,y\n'
)
CONCEPT2 = (
    '"Log ID",Date,Description,"Work Time (Formatted)","Work Time (Seconds)","Rest Time (Formatted)",'
    '"Rest Time (Seconds)","Work Distance","Rest Distance","Stroke Rate/Cadence",Pace,"Avg Heart Rate",Type,Comments\n'
    '1,"2027-01-04 07:00:00","4x2000m",32:00.0,1920,8:00.0,480,"8,000",400,24,2:00.0,150,RowErg,\n'
    '2,"2027-01-06 07:00:00","30:00 ski",30:00.0,1800,,,6000,,30,2:30.0,,SkiErg,"good, hard"\n'
)
POLAR = (
    "Name,Sport,Date,Start time,Duration,Total distance (km),Average heart rate (bpm),Average speed (km/h),Calories,"
    "Training load,Notes,Height (cm),Weight (kg),HR max,HR sit,VO2max,\n"
    "Somebody Private,TRAIL_RUNNING,14-01-2027,18:00:00,01:02:30,10.4,150,10.0,700,90,,180,70,190,55,50,\n"
    "Sample rate,Time,HR (bpm),Speed (km/h)\n1,00:00:00,90,0.0\n1,00:00:01,95,4.0\n"
)
OURA_OLD = (
    "summary_date,bedtime_end,bedtime_start,duration,total,awake,rem,deep,light,efficiency,score\n"
    "2027-01-04,2027-01-05T06:40:00,2027-01-04T22:40:00,28800,25560,3240,5400,6000,14160,88,80\n"
    "2027-01-05,2027-01-06T06:30:00,2027-01-05T23:00:00,27000,24300,2700,5400,6000,12900,88,80\n"
)
OURA = (
    "id,day,bedtime_start,bedtime_end,total_sleep_duration,time_in_bed,deep_sleep_duration,rem_sleep_duration,type\n"
    "a,2027-01-05,2027-01-04T23:10:00+01:00,2027-01-05T07:00:00+01:00,25200,28200,5000,6000,long_sleep\n"
    "b,2027-01-05,2027-01-05T14:00:00+01:00,2027-01-05T15:00:00+01:00,3000,3600,0,0,late_nap\n"
)
OURA_TRENDS = (
    "date,Sleep Score,Total Bedtime,Total Sleep Time,Awake Time,REM Sleep Time,Light Sleep Time,Deep Sleep Time\n"
    "2027-01-05,80,28800,26100,2700,5000,14000,7100\n"
)
AUTOSLEEP = (
    "ISO8601,fromDate,toDate,bedtime,waketime,inBed,awake,fellAsleepIn,sessions,asleep,asleepAvg7,efficiency\n"
    '2027-01-05T23:59:59+01:00,"Monday, Jan 4, 2027","Tuesday, Jan 5, 2027",2027-01-04 22:46:00,2027-01-05 06:36:45,'
    "07:50:45,00:20:00,00:05:00,1,07:15:00,07:00:00,92\n"
)
GARMIN_SLEEP = (
    "Sleep Score 7 Days,Score,Resting Heart Rate,Body Battery,Pulse Ox,Respiration,HRV Status,Quality,Duration,Sleep Need,"
    "Bedtime,Wake Time\n"
    "2027-01-05,80,50,70,--,14,60,Good,7h 15min,8h 0min,11:10 PM,6:45 AM\n"
    "2027-01-06,--,--,--,--,--,--,--,--,--,--,--\n"
    '"Jan 7, 2027",61,52,60,--,14,58,Fair,5h 50min,8h 0min,12:40 AM,6:45 AM\n'
)
LIFTOSAUR = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,Required RPE,"
    "Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,"
    "Ask Weight?,Completed Reps Time,Target Muscles,Synergist Muscles,Notes\n"
    + "".join(
        f'2027-01-04T18:00:00.000Z,P,Day 1,"Squat, Barbell",{warm},5,{reps},0,8,{rpe},1,90,kg,90,kg,0,{done},Q,G,\n'
        for warm, reps, rpe, done in (
            (1, 5, "", "2027-01-04T18:04:00.000Z"),
            (0, 5, 8, "2027-01-04T18:09:00.000Z"),
            (0, 5, 8.5, "2027-01-04T18:14:00.000Z"),
            (0, 4, 9, "2027-01-04T18:20:00.000Z"),
            (0, "", "", ""),
        )
    )
)
LIFTOSAUR_OLD = (
    "Workout DateTime,Program,Day Name,Exercise,Equipment,Is Warmup Set?,Required Reps,Completed Reps,RPE,Is AMRAP?,"
    "Weight Value,Weight Unit,Completed Reps Time,Target Muscles,Synergist Muscles,Notes\n"
    + "".join(
        f"2023-01-04T18:00:00.000Z,P,A,Squat,barbell,0,5,5,,0,90,kg,2023-01-04T18:{minute:02d}:00.000Z,Q,G,\n"
        for minute in (4, 9, 14, 19)
    )
)
LIFTLOG = "SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes\n" + "".join(
    f"{session},{stamp},{exercise},60,kg,8,8,\n"
    for session, stamp, exercise in (
        ("bb-2", "2027-01-06T18:20:00", "Bench Press"),
        ("bb-2", "2027-01-06T18:10:00", "Bench Press"),
        ("aa-1", "2027-01-05T00:08:00", "Leg Press"),
        ("aa-1", "2027-01-05T00:02:00", "Leg Press"),
        ("aa-1", "2027-01-04T23:56:00", "Squat"),
        ("aa-1", "2027-01-04T23:50:00", "Squat"),
    )
)
REPCOUNT = (
    "Workout Start,Workout End,Exercise,Weight,Reps,Notes,Kcal,Distance,Duration,Category,Name,Bodyweight\n"
    '2027-01-04 18:00,2027-01-04 18:50,"Leg Press ",85,8,"slow, deep",,,,Legs,"Day A ",\n'
    '2027-01-04 18:00,2027-01-04 18:50,"Zorp",90,8,"",,,,Legs,"Day A ",\n'
    '2027-01-04 18:00,2027-01-04 18:50,"Seated Row",50,10,"",,,,Back,"Day A ",\n'
    '2027-01-06 18:00,2027-01-06 18:30,"Treadmill",,,"",200,5.0,30:00,Cardio,"Run",\n'
)
JEFIT = (
    "### SETTING ##################################\nrow_id,USERID,mass\n1,2, kg\n"
    "### WORKOUT SESSIONS #########################\n"
    "rowid,_id,USERID,total_time,starttime,endtime\n1,11,2,3300,1799085600,1799088900\n"
    "### EXERCISE LOGS ############################\n"
    "USERID,logs,_id,mydate,eid,ename,belongsession,logTime\n"
    '2,"100x5,100x5",501,2027-01-04,7,Barbell Squat,11,1799085700\n'
    '2,"100x5,100x5,100x5",502,2027-01-04,8,Leg Press,11,1799086700\n'
    '2,"60x10,60x8",503,2027-01-07,9,Barbell Bench Press,0,1799344800\n'
    "### EXERCISE SET LOGS ########################\n"
    "_id,exercise_log_id,set_index,weight_lbs,reps,distance_mi,duration\n"
    "1,501,0,220,5,,\n2,501,1,220,5,,\n3,501,2,220,3,,\n"
    '### NOTES ####\n_id,mynote\n1,"hello, world"\n'
)
ALPHA = (
    '\n"Legs · Day 2 · Week 4";"2027-01-04 17:54 h";"1:02 hr"\n'
    '"1. Hack Squats · Machine · 8 reps";"WU1 · 37,5 kg · 9 reps<br>WU2 · 72,5 kg · 7 reps"\n'
    "#;KG;REPS;RIR\n1;115;8;2\n2;115,5;8;1\n3;115;8;0\n"
    '"2. Hanging Leg Raises · Bodyweight · 12 reps"\n#;KG;REPS;RIR\n1;+0;12;1\n\n'
    '"Push · Day 1 · Week 4";"2027-01-02 17:04 h";"0:45 hr"\n"1. Bench Press · Barbell · 6 reps"\n'
    "#;KG;REPS;RIR\n1;102,5;6;2\n2;102,5;6;2\n3;100;6;1\n"
)
STRENGTHLOG = (
    "workout,start,end,exercise,weight,bodyweight,extraWeight,assistingWeight,distanceKM,distanceM,reps,rpm,time-per-500,"
    "calories,time,warmup,max,fail,checked,setComment,workoutComment,form,sleep,calories,stress\n"
    + "".join(
        f'"Day A: legs, core",1798912800000,1798915800000,{exercise},{kg},,,,{km},,{reps},,,,{time},{warm},false,{failed},'
        ",,,7,6,,3\n"
        for exercise, kg, km, reps, time, warm, failed in (
            ("Squat", 40, "", 8, "", "true", "false"),
            *[("Squat", 90, "", 5, "", "false", "false")] * 3,
            ("Squat", 90, "", 4, "", "false", "true"),
            ("Leg Press", 0, "", 0, "", "false", "false"),
            ("Treadmill", "", "4.0", "", "00:20:00", "false", "false"),
        )
    )
    + "Legs,1799085600000,1799085600000,Squat,90,,,,,,5,,,,,false,false,false,,,,,,,\n" * 4
)
_BOOSTCAMP_SETS = (
    '[{"name": "Back Squat (Barbell)", "sets": [{"value": "80", "amount": "5", "target_type": "reps", "skipped": true}, '
    + ", ".join(['{"value": "80", "amount": "5+", "target_type": "reps", "skipped": false, "intensity": [8, 9]}'] * 4)
    + "]}]",
    '[{"name": "", "type": "Superset", "sets": [], "supersets": [{"name": "Barbell Row", "sets": [{"amount": "8"}, '
    '{"amount": "8"}]}, {"name": "Plank", "sets": [{"amount": "60", "target_type": "time"}]}]}]',
)
BOOSTCAMP = (
    "id,created_at,updated_at,program_id,user_id,status,finished_at,week,day,workout,records,program_log_id,user_notes,"
    "title,duration,legacy,program_variation_index,share_image,finished_v2_at\n"
    + "".join(
        f'{name},{day}/1/2027 18:00:00.5+00,{day}/1/2027 19:00:00+00,,u,done,{day}/1/2027 18:40:00+00,1,2,{{}},"{sets}",p,'
        f",{name},2400,,0,,{day}/1/2027 18:40:01+00\n"
        for name, day, sets in zip(
            ("Jan 04 Workout", "Superset"), (4, 16), (each.replace('"', '""') for each in _BOOSTCAMP_SETS), strict=True
        )
    )
)
TRAINHEROIC = (
    "WorkoutTitle,ScheduledDate,RescheduledDate,WorkoutNotes,BlockValue,BlockUnits,BlockInstructions,BlockNotes,"
    "ExerciseTitle,ExerciseData,ExerciseNotes\n"
    'W1,2027-01-04,,,0.00,,,,Back Squat,"5, 5, 5, 5 rep x 100, 100, 105, 105 kilogram",\n'
    'W1,2027-01-04,,,0.00,,,,Plank,"30, 30 second x ",\n'
    "W1,2027-01-04,,,0.00,,,,Walking Lunge,rep x  pound,\n"
    'W2,2027-01-05,2027-01-06,,0.00,,,,Bench Press,"5, 5, AMRAP rep x 60, 60, 60 kilogram",\n'
    'W3,2027-01-08,,,0.00,,,,Run,"30 minute x ",\n'
)
GARMIN_GREEK = (
    "Τύπος,Ημερομηνία,Αγαπημένο,Τίτλος,Απόσταση,Θερμίδες,Χρόνος,Μέσος ΚΠ,Μέγ. ΚΠ,Άνοδος,Training Stress Score®,"
    "Καλύτερος γύρος,Γύροι,Κίνηση,Διάρκεια,Υψόμετρο\n"
    'Τρέξιμο,2026-11-06 16:16:43,false,"Αθήνα","5.02","500","00:27:30","150","170","12","0.0","00:05:20","5",'
    '"00:27:10","00:28:00","20"\n'
)
STRAVA_NORWEGIAN = (
    "ID,Dato,Navn,Type,Beskrivelse,Medgått tid,Distanse,Makspuls,Innsats,Pendling,Fil,Vekt,Sykkel,"
    "Medgått tid,Tid i bevegelse,Distanse,Fart,Snitt,Makspuls,Snittpuls,"
    + ",".join(f"felt {n}" for n in range(45))
    + '\n10293847561,"9. des. 2031, 15:24:49",Tur,Løping,,1900,"5,01",171,30,false,activities/12.fit.gz,70,,'
    + "1900.0,1830.0,5012.5,3.1,2.7,171.0,151.0"
    + "," * 45
    + "\n"
)
NEW: dict[str, str] = {
    "StrengthLog": STRENGTHLOG,
    "Boostcamp": BOOSTCAMP,
    "TrainHeroic": TRAINHEROIC,
    "Garmin, in Greek": GARMIN_GREEK,
    "Strava, in Norwegian": STRAVA_NORWEGIAN,
    "Samsung Health": SAMSUNG,
    "Samsung Health sleep": SAMSUNG_SLEEP,
    "Zepp": ZEPP,
    "Zepp sleep": ZEPP_SLEEP,
    "Fitbit": FITBIT,
    "Fitbit sleep": FITBIT_SLEEP,
    "Fitbit sleep, in sections": FITBIT_SECTIONS,
    "Whoop privacy": WHOOP_PRIVACY,
    "Peloton": PELOTON,
    "MapMyRun": MAPMYRUN,
    "Concept2": CONCEPT2,
    "Polar Flow": POLAR,
    "Oura, to 2021": OURA_OLD,
    "Oura": OURA,
    "Oura, trends": OURA_TRENDS,
    "AutoSleep": AUTOSLEEP,
    "Garmin sleep": GARMIN_SLEEP,
    "Liftosaur": LIFTOSAUR,
    "Liftosaur, to 2024": LIFTOSAUR_OLD,
    "LiftLog": LIFTLOG,
    "RepCount": REPCOUNT,
    "Jefit": JEFIT,
    "Alpha Progression": ALPHA,
}
# Told by more than their first line.
NEEDS_ROWS = frozenset(
    {
        *("Samsung Health", "Samsung Health sleep", "Fitbit sleep, in sections", "Jefit", "Alpha Progression"),
        *("Garmin, in Greek", "Strava, in Norwegian"),
    }
)
