"""Tables of a later round, each read wrong at first, and what is right of each."""

from __future__ import annotations

# A line each, so that they can be looked through.
# fmt: off
# Text of the table, and its sessions as `tests.logs.guessed.sessions` writes them, with the effort where it was rated.
SESSIONS: dict[str, tuple[str, list[str]]] = {
    'header repeated, other order': ('Date,Sport,Min,km\n2026-03-02,Run,40,7\nDate,Sport,km,Min\n2026-03-05,Run,6,35\n', ['run 02 40min 7.00km', 'run 05 35min 6.00km']),
    'units in brackets row': ('Datum;Art;Dauer;Strecke;Puls\n;;[h:mm];[km];[1/min]\n02.03.2026;Laufen;0:40;7,5;150\n04.03.2026;Beine;1:00;;\n', ['run 02 40min 7.50km', 'legs 04 60min']),
    'total with the date filled': ('Date,Workout,Minutes\n2026-03-02,Run,40\n2026-03-02,Legs,60\n2026-03-02,TOTAL,100\n2026-03-03,Run,30\n2026-03-03,TOTAL,30\n', ['run 02 40min', 'legs 02 60min', 'run 03 30min']),
    'two tables side by side': ('Date,Run km,Run min,,Date,Gym,Gym min\n2026-03-02,7,40,,2026-03-04,Legs,60\n2026-03-05,8,45,,2026-03-06,Upper,50\n', ['run 02 40min 7.00km', 'legs 04 60min', 'run 05 45min 8.00km', 'upper 06 50min']),
    'two tables one above other': ('Runs,,\nDate,km,min\n2026-03-02,7,40\n2026-03-05,8,45\n,,\nGym,,\nDate,Focus,min\n2026-03-04,Legs,60\n', ['run 02 40min 7.00km', 'legs 04 60min', 'run 05 45min 8.00km']),
    '3x8 @ 80%': ('Date,Exercise,Prescription\n2026-03-02,Back Squat,4x6 @ 80%\n2026-03-02,RDL,3x8 @ RPE 8\n2026-03-02,Lunge,3x10/side\n', ['legs 02 ~30min 10sets']),
    'range de..à fr': ('Date;Horaire;Activité\n02/03/2026;de 7h10 à 8h05;Course\n14/03/2026;18h-19h;Jambes\n', ['run 02 07:10 55min', 'legs 14 18:00 60min']),
    'am pm korean': ('날짜,시각,운동,시간(분)\n2026-03-02,오후 6:04,달리기,40\n2026-03-04,오전 7:00,하체,60\n', ['run 02 18:04 40min', 'legs 04 07:00 60min']),
    'am pm japanese': ('日付,開始,種目,分\n2026/3/2,午後6時4分,ランニング,40\n2026/3/4,午前7時,脚トレ,60\n', ['run 02 18:04 40min', 'legs 04 07:00 60min']),
    'am pm chinese': ('日期,开始时间,运动,分钟\n2026/3/2,下午6:04,跑步,40\n2026/3/4,上午7:00,腿部训练,60\n', ['run 02 18:04 40min', 'legs 04 07:00 60min']),
    'am pm greek': ('Ημερομηνία;Ώρα;Άθλημα;Διάρκεια\n2/3/2026;6:04 μμ;Τρέξιμο;40\n14/3/2026;7:00 πμ;Πόδια;60\n', ['run 02 18:04 40min', 'legs 14 07:00 60min']),
    'am pm hungarian': ('Dátum;Kezdés;Mozgás;Perc\n2026.03.02.;du. 6:04;Futás;40\n2026.03.04.;de. 7:00;Láb;60\n', ['run 02 18:04 40min', 'legs 04 07:00 60min']),
    'am pm arabic': ('التاريخ,الوقت,النشاط,المدة (دقيقة)\n2026-03-02,6:04 م,جري,40\n2026-03-04,7:00 ص,أرجل,60\n', ['run 02 18:04 40min', 'legs 04 07:00 60min']),
    'excel serials': ('Date,Start,Sport,Min\n46083,0.752778,Run,40\n46085,0.291667,Legs,60\n', ['run 02 18:04 40min', 'legs 04 07:00 60min']),
    'excel fraction duration': ('Date,Sport,Duration\n46083,Run,0.027777778\n46085,Legs,0.041666667\n', ['run 02 40min', 'legs 04 60min']),
    'week number + weekday, year col': ('Year,Week,Day,Sport,Min\n2026,10,Mon,Run,40\n2026,10,Wed,Legs,60\n', ['run 02 40min', 'legs 04 60min']),
    'dur 3.900 s': ('Datum;Sport;Dauer\n02.03.2026;Laufen;3.900 s\n04.03.2026;Beine;3.600 s\n', ['run 02 65min', 'legs 04 60min']),
    'dur thousands in header s': ('Datum;Sport;Dauer (s)\n02.03.2026;Laufen;3.900\n04.03.2026;Beine;3.600\n', ['run 02 65min', 'legs 04 60min']),
    'dur 1,5 Std': ('Datum;Sport;Dauer\n02.03.2026;Laufen;1,5 Std\n04.03.2026;Beine;¾ h\n', ['run 02 90min', 'legs 04 45min']),
    'dur 1½ hours': ('Date,Sport,Duration\n2026-03-02,Run,1½ hours\n2026-03-04,Legs,half an hour\n', ['run 02 90min', 'legs 04 30min']),
    'dur hh:mm:ss,0 excel datetime 1899': ('Date,Sport,Duration\n2026-03-02,Run,1899-12-30 00:40:00\n2026-03-04,Legs,1899-12-30 01:00:00\n', ['run 02 40min', 'legs 04 60min']),
    'dur with AM from excel': ('Date,Sport,Duration\n3/2/2026,Run,12:40:00 AM\n3/14/2026,Legs,1:00:00 AM\n', ['run 02 40min', 'legs 14 60min']),
    'time col at pace?': ('Date,Distance (km),Avg time per km\n2026-03-02,10,5:00\n2026-03-04,8,6:00\n', ['run 02 50min 10.00km', 'run 04 48min 8.00km']),
    'whoop workouts es': ('Hora de inicio del ciclo,Hora de finalización del ciclo,Zona horaria del ciclo,Hora de inicio del entrenamiento,Hora de finalización del entrenamiento,Duración (min),Nombre de la actividad,Esfuerzo de la actividad,Energía consumida (cal),FC máx. (lpm),FC promedio (lpm)\n2026-03-01 23:00:00,2026-03-02 23:10:00,UTC+01:00,2026-03-02 18:04:00,2026-03-02 18:44:00,40,Correr,12.3,500,170,152\n2026-03-03 23:00:00,2026-03-04 23:10:00,UTC+01:00,2026-03-04 18:04:00,2026-03-04 18:59:00,55,Levantamiento de pesas,8.1,300,140,110\n', ['run 02 18:04 40min', 'other 04 18:04 55min']),
    'gymbook': ('Datum;Uhrzeit;Workout;Übung;Muskelgruppe;Satz;Typ;Gewicht;Wiederholungen;Dauer;Übersprungen\n02.03.2026;18:01;Beine;Kniebeuge;Beine;1;Arbeitssatz;100 kg;5;;Nein\n02.03.2026;18:02;Beine;Kniebeuge;Beine;2;Arbeitssatz;100 kg;5;;Nein\n02.03.2026;18:03;Beine;Kniebeuge;Beine;3;Arbeitssatz;100 kg;5;;Nein\n02.03.2026;18:04;Beine;Kniebeuge;Beine;4;Arbeitssatz;100 kg;5;;Nein\n02.03.2026;18:05;Beine;Kniebeuge;Beine;5;Arbeitssatz;100 kg;5;;Ja\n', ['legs 02 18:01 ~3min 4sets']),
    'bridgeathletic': ('Athlete,Workout Date,Phase,Block,Exercise,Set,Prescribed Reps,Completed Reps,Prescribed Weight,Completed Weight,RPE\nAna Ruiz,03/16/2026,P1,A,Back Squat,1,5,5,100,100,8\nAna Ruiz,03/16/2026,P1,A,Back Squat,2,5,5,100,100,8\nAna Ruiz,03/16/2026,P1,A,Back Squat,3,5,5,100,100,8\nAna Ruiz,03/16/2026,P1,A,Back Squat,4,5,5,100,100,8\nAna Ruiz,03/16/2026,P1,A,Back Squat,5,5,,100,100,8\n', ['legs 16 ~12min 4sets']),
    'vitruve': ('date,athlete,exercise,set,rep,load_kg,mean_velocity,peak_velocity,rom\n2026-03-02 18:14:01,Ana,Back Squat,1,1,100,0.5,0.9,55\n2026-03-02 18:14:02,Ana,Back Squat,1,2,100,0.5,0.9,55\n2026-03-02 18:14:03,Ana,Back Squat,1,3,100,0.5,0.9,55\n2026-03-02 18:14:04,Ana,Back Squat,1,4,100,0.5,0.9,55\n2026-03-02 18:14:05,Ana,Back Squat,1,5,100,0.5,0.9,55\n2026-03-02 18:18:01,Ana,Back Squat,2,1,100,0.5,0.9,55\n2026-03-02 18:18:02,Ana,Back Squat,2,2,100,0.5,0.9,55\n2026-03-02 18:18:03,Ana,Back Squat,2,3,100,0.5,0.9,55\n2026-03-02 18:18:04,Ana,Back Squat,2,4,100,0.5,0.9,55\n2026-03-02 18:18:05,Ana,Back Squat,2,5,100,0.5,0.9,55\n2026-03-02 18:22:01,Ana,Back Squat,3,1,100,0.5,0.9,55\n2026-03-02 18:22:02,Ana,Back Squat,3,2,100,0.5,0.9,55\n2026-03-02 18:22:03,Ana,Back Squat,3,3,100,0.5,0.9,55\n2026-03-02 18:22:04,Ana,Back Squat,3,4,100,0.5,0.9,55\n2026-03-02 18:22:05,Ana,Back Squat,3,5,100,0.5,0.9,55\n2026-03-02 18:26:01,Ana,Back Squat,4,1,100,0.5,0.9,55\n2026-03-02 18:26:02,Ana,Back Squat,4,2,100,0.5,0.9,55\n2026-03-02 18:26:03,Ana,Back Squat,4,3,100,0.5,0.9,55\n2026-03-02 18:26:04,Ana,Back Squat,4,4,100,0.5,0.9,55\n2026-03-02 18:26:05,Ana,Back Squat,4,5,100,0.5,0.9,55\n', ['legs 02 18:14 ~12min 4sets']),
    'total rows per exercise': ('Date,Exercise,Set,Reps,kg\n2026-03-02,Squat,1,5,100\n2026-03-02,Squat,2,5,100\n2026-03-02,Squat,3,5,100\n2026-03-02,Squat,Total,15,1500\n2026-03-02,Leg Press,1,10,140\n2026-03-02,Leg Press,2,10,140\n2026-03-02,Leg Press,Total,20,2800\n', ['legs 02 ~15min 5sets']),
    'strava it': ('ID attività,Data dell\'attività,Nome dell\'attività,Tipo di attività,Descrizione dell\'attività,Tempo trascorso,Distanza,Nome del file,Tempo in movimento\n1,"2 mar 2026, 17:04:11",Corsa serale,Corsa,,2460,"7,52",activities/1.fit.gz,2412\n2,"4 mar 2026, 17:04:11",Gambe,Allenamento con i pesi,,3300,0,,3300\n', ['run 02 17:04 40min 7.52km', 'legs 04 17:04 55min']),
    'sleep prev night label': ('Date,Session,Min,Sleep last night (h)\n2026-03-02,Run,40,7.5\n2026-03-03,Legs,60,8.25\n', ['run 02 40min', 'legs 03 60min']),
    'toggl with sleep': ('Project,Description,Start date,Start time,End date,End time,Duration\nLife,Sleep,2026-03-01,23:00:00,2026-03-02,06:30:00,07:30:00\nSport,Run,2026-03-02,18:04:00,2026-03-02,18:44:00,00:40:00\n', ['run 02 18:04 40min']),
    'sets text: 3 sets of 8 @ RPE8': ('Date,Exercise,Work\n2026-03-02,Squat,3 sets of 8 @ RPE 8\n2026-03-02,RDL,4x6 RIR 2\n', ['legs 02 ~21min 7sets']),
    'tempo w/ rest': ('Date,Exercise,Sets x reps\n2026-03-02,Squat,4x6 (3-1-1-0) rest 120s\n2026-03-02,Lunge,3x8/leg tempo 3010\n', ['legs 02 ~21min 7sets']),
    'superset A1/A2 in one cell': ('Date,Workout\n2026-03-02,"A1 Squat 4x5, A2 Leg curl 4x10, B Bench 3x8"\n', ['legs 02 ~33min 8sets']),
    'group row name then exercises': ('Exercise,Sets,Reps\nLeg day - 2 March 2026,,\nSquat,4,5\nLeg press,3,10\nUpper - 4 March 2026,,\nBench press,4,8\n', ['legs 02 ~21min 7sets', 'upper 04 ~12min']),
}
# Hours of each night by the day of the month on which it ended.
NIGHTS: dict[str, tuple[str, dict[int, float]]] = {
    'apple health converter': ('type,sourceName,unit,creationDate,startDate,endDate,value\nHKCategoryTypeIdentifierSleepAnalysis,Watch,,2026-03-02 07:00:00 +0100,2026-03-01 23:00:00 +0100,2026-03-02 02:00:00 +0100,HKCategoryValueSleepAnalysisAsleepCore\nHKCategoryTypeIdentifierSleepAnalysis,Watch,,2026-03-02 07:00:00 +0100,2026-03-02 02:00:00 +0100,2026-03-02 02:20:00 +0100,HKCategoryValueSleepAnalysisAwake\nHKCategoryTypeIdentifierSleepAnalysis,Watch,,2026-03-02 07:00:00 +0100,2026-03-02 02:20:00 +0100,2026-03-02 06:50:00 +0100,HKCategoryValueSleepAnalysisAsleepREM\n', {2: 7.5}),
    'nap and night same day': ('Start,End,Type\n2026-03-01 23:00,2026-03-02 06:30,Sleep\n2026-03-02 14:00,2026-03-02 14:30,Nap\n2026-03-02 22:45,2026-03-03 07:00,Sleep\n', {2: 7.5, 3: 8.25}),
    'split nights': ('Sleep start,Sleep end,Asleep (min)\n2026-03-01 22:00,2026-03-02 01:00,180\n2026-03-02 02:00,2026-03-02 06:30,270\n', {2: 7.5}),
    'bedtime wake labels fr': ('Date;Heure de coucher;Heure de lever;Temps de sommeil\n02/03/2026;22:45;06:45;7h30\n14/03/2026;22:30;07:00;8h15\n', {2: 7.5, 14: 8.25}),
    'sleep bed/wake full + asleep total sv': ('Datum;Läggdags;Uppstigning;Sovtid\n2026-03-02;22:45;06:45;7:30\n2026-03-03;22:30;07:00;8:15\n', {2: 7.5, 3: 8.25}),
    'sleep nl': ('Datum;Naar bed;Wakker;Uren geslapen\n02-03-2026;22:45;06:45;7,5\n14-03-2026;22:30;07:00;8,25\n', {2: 7.5, 14: 8.25}),
    'sleep prev night label': ('Date,Session,Min,Sleep last night (h)\n2026-03-02,Run,40,7.5\n2026-03-03,Legs,60,8.25\n', {2: 7.5, 3: 8.25}),
    'sleep excel fraction': ('Date,Sleep\n46083,0.3125\n46084,0.34375\n', {2: 7.5, 3: 8.25}),
    'toggl with sleep': ('Project,Description,Start date,Start time,End date,End time,Duration\nLife,Sleep,2026-03-01,23:00:00,2026-03-02,06:30:00,07:30:00\nSport,Run,2026-03-02,18:04:00,2026-03-02,18:44:00,00:40:00\n', {2: 7.5}),
}
# Soreness of each morning by the day of the month. [0-10]
SORENESS: dict[str, tuple[str, list[tuple[int, float]]]] = {
    'soreness 10 best header de': ('Datum;Beine (10 = frisch, 1 = total kaputt)\n02.03.2026;10\n03.03.2026;1\n', [(2, 0.0), (3, 10.0)]),
    'soreness ja reversed': ('日付,脚の状態（1＝とても痛い、5＝痛みなし）\n2026/03/02,1\n2026/03/03,5\n', [(2, 10.0), (3, 0.0)]),
    'soreness sv words': ('Datum;Träningsvärk i benen\n2026-03-02;ingen\n2026-03-03;lite\n2026-03-04;mycket\n', [(2, 0.0), (3, 2.0), (4, 8.0)]),
    'soreness pl words': ('Data;Zakwasy nóg\n02.03.2026;brak\n03.03.2026;lekkie\n14.03.2026;bardzo silne\n', [(2, 0.0), (3, 2.0), (14, 8.0)]),
    'am/pm soreness': ('Date,Leg soreness AM (0-10),Leg soreness PM (0-10)\n2026-03-02,2,7\n2026-03-03,4,0\n', [(2, 2.0), (3, 4.0)]),
}
