"""Tables that people keep by hand in many languages and layouts, each read wrong at first, and what is right of each."""

from __future__ import annotations

# A line each, so that they can be looked through.
# fmt: off
# Text of the table, and its sessions as `tests.logs.guessed.sessions` writes them, with the effort where it was rated.
SESSIONS: dict[str, tuple[str, list[str]]] = {
    'an effort for each sport': ('Date,Run min,Run km,Run RPE,Legs min,Legs RPE\n2026-05-04,45,8.2,3,,\n2026-05-06,,,,60,8\n2026-05-07,30,5,2,50,7\n', ['run 04 45min 8.20km r3', 'legs 06 60min r8', 'run 07 30min 5.00km r2', 'legs 07 50min r7']),
    'an effort for each sport, in German': ('Datum;Laufen Dauer (min);Laufen RPE (1-10);Beine Dauer (min);Beine RPE (1-10)\n04.05.2026;45;3;;\n06.05.2026;;;60;8\n', ['run 04 45min r3', 'legs 06 60min r8']),
    'the effort of a sport named in part': ('Date,Run (km),Run effort,Bike (min),Bike effort,Gym legs (min),Gym effort\n2026-05-04,,,40,4,60,8\n2026-05-06,,,30,3,,\n', ['other 04 40min r4', 'legs 04 60min r8', 'other 06 30min r3']),
    'a heart rate for each sport': ('Date,Run min,Run HR,Legs min,Legs HR\n2026-05-04,45,150,,\n2026-05-06,,,60,110\n', ['run 04 45min', 'legs 06 60min']),
    'what was lifted, beside runs': ('Date,Run time,Run distance,Run pace,Lift time,Lift focus\n2026-05-04,45:00,8.2,5:29,,\n2026-05-06,,,,60:00,Legs\n2026-05-07,30:00,5.0,6:00,50:00,Upper\n', ['run 04 45min 8.20km', 'legs 06 60min', 'run 07 30min 5.00km', 'upper 07 50min']),
    'tables below titles, one with a column of what was done': ('RUNNING,,\nDate,km,Time\n04/05/2026,8.2,45:00\n,,\nSTRENGTH,,\nDate,Workout,Time\n06/05/2026,Legs,1:00:00\n20/05/2026,Upper,50:00\n', ['run 04 45min 8.20km', 'legs 06 60min', 'upper 20 50min']),
    'what was done instead': ('Date,Planned,Done,Min\n2026-05-04,Easy run,Easy run,45\n2026-05-06,Upper,Legs instead,55\n2026-05-07,Tempo,-,\n', ['run 04 45min', 'legs 06 55min']),
    'what was performed, of what was prescribed': ('Date,Prescribed,Performed,Minutes\n2026-05-04,Run,Run,45\n2026-05-06,Upper body,Lower body,60\n2026-05-08,Rest,Run,40\n', ['run 04 45min', 'legs 06 60min', 'run 08 40min']),
    'repeats in a remark are no lifts': ('Date,Session,Min,km,Notes\n2026-05-04,Run,45,8,\n2026-05-06,Legs,60,,"Squat 5x5, leg press 3x10"\n2026-05-07,Run,50,9,"6x800 m, 2 min rest"\n2026-05-08,Upper,50,,Bench 5x5\n', ['run 04 45min 8.00km', 'legs 06 60min 8sets', 'run 07 50min 9.00km', 'upper 08 50min']),
    'a run among lists of lifts': ('Date,Workout\n2026-05-04,"Squat 5x5, Leg press 3x12"\n2026-05-06,Run 40 min\n2026-05-07,"Bench 5x5, Row 3x10"\n', ['legs 04 ~24min 8sets', 'run 06 ~30min', 'upper 07 ~24min']),
    'a remark that names a lift': ('Datum;Joggen (km);Beine;Oberkörper;Kommentar\n04.05.2026;8,2;;;\n06.05.2026;;x;;Kniebeugen\n07.05.2026;;;x;\n', ['run 04 ~55min 8.20km', 'legs 06 ~60min', 'upper 07 ~60min']),
    'the sum of a week as a session': ('Date,Session,Min,km\n2026-05-04,Run,45,8\n2026-05-06,Legs,60,\n2026-05-10,Week 19,105,8\n2026-05-11,Run,30,5\n2026-05-17,Week 20,30,5\n', ['run 04 45min 8.00km', 'legs 06 60min', 'run 11 30min 5.00km']),
    'weeks of a programme are no sums': ('Date,Session,Min\n2026-05-04,Run,45\n2026-05-06,Week 2,60\n', ['run 04 45min', 'other 06 60min']),
    'hours asleep called saat': ('Tarih;Antrenman;Süre;Mesafe;Uyku (saat)\n04.05.2026;Koşu;45 dk;8,2 km;7,5\n06.05.2026;Bacak günü;60 dk;;6,5\n', ['run 04 45min 8.20km', 'legs 06 60min']),
    'hours asleep called óra': ('Dátum;Edzés;Idő;Alvás (óra)\n2026. 05. 04.;Futás könnyű;45 perc;7,5\n2026. 05. 06.;Lábedzés;1 óra 5 perc;6,75\n', ['run 04 45min', 'legs 06 65min']),
    'dates of the north': ('Dato;Hvad;Hvor længe;Hvor hårdt (1-10)\nmandag 4/5-2026;Løb;45 min;4\nonsdag 6/5-2026;Bendag;60 min;8\n', ['run 04 45min r4', 'legs 06 60min r8']),
    'dates of the north, with a blank': ('Datum;Pass;Minuter\n4/5 2026;Löpning;45\n6/5 2026;Ben;60\n', ['run 04 45min', 'legs 06 60min']),
    'id': ('Tanggal,Latihan,Durasi,Jarak\n4 Mei 2026,Lari pagi,45 menit,"8,2 km"\n6 Agustus 2026,Latihan kaki,60 menit,\n', ['run 04 45min 8.20km', 'legs 06 60min']),
    'el': ("Ημερομηνία;Προπόνηση;Διάρκεια;Χλμ;Ένταση (1-10)\n4 Μαΐου 2026;Τρέξιμο;45';8,2;4\n16 Μαΐου 2026;Πόδια γυμναστήριο;60';;8\n", ['run 04 45min 8.20km r4', 'legs 16 60min r8']),
    'ar, in its own digits': ('التاريخ,النشاط,المدة (دقيقة),المسافة (كم),الجهد (١-١٠)\n٢٠٢٦/٠٥/٠٤,جري,٤٥,٨٫٢,٤\n٢٠٢٦/٠٥/١٦,أرجل,٦٠,,٨\n', ['run 04 45min 8.20km r4', 'legs 16 60min r8']),
    'fa, in its own digits': ('تاریخ,تمرین,مدت (دقیقه),مسافت (کیلومتر)\n۲۰۲۶/۰۵/۰۴,دویدن,۴۵,۸٫۲\n۲۰۲۶/۰۵/۱۶,پا,۶۰,\n', ['run 04 45min 8.20km', 'legs 16 60min']),
    'he': ('תאריך,אימון,זמן,מרחק,קושי (1-10)\n4.5.2026,ריצה קלה,45 דקות,8.2 ק"מ,3\n6.5.2026,רגליים,60 דקות,,8\n', ['run 04 45min 8.20km r3', 'legs 06 60min r8']),
    'th': ('วันที่,กิจกรรม,เวลา,ระยะทาง\n4/5/2569,วิ่ง,45 นาที,8.2 กม.\n16/5/2569,เล่นขา,60 นาที,\n', ['run 04 45min 8.20km', 'legs 16 60min']),
    'ru': ('Дата;Тренировка;Время;Дистанция;Тяжесть (1-10)\n4 мая 2026;Кросс лёгкий;45 мин;8,2 км;3\n6 мая 2026;Ноги в зале;1 ч 5 мин;;8\n7 мая 2026;Длительная;1:45:00;18 км;5\n', ['run 04 45min 8.20km r3', 'legs 06 65min r8', 'run 07 105min 18.00km r5']),
    'uk': ('Дата;Тренування;Тривалість;Дистанція\n4 травня 2026;Біг легкий;45 хв;8,2 км\n6 травня 2026;Ноги зал;1 год 5 хв;\n', ['run 04 45min 8.20km', 'legs 06 65min']),
    'cs': ('Datum;Trénink;Délka;Vzdálenost\n4.5.2026;výklus;45 min;8,2 km\n6.5.2026;posilovna nohy;1 h 5 min;\n', ['run 04 45min 8.20km', 'legs 06 65min']),
    'sl': ('Datum;Vadba;Trajanje;Razdalja\n4. maj 2026;Tek;45 min;8,2 km\n6. avgust 2026;Noge fitnes;60 min;\n', ['run 04 45min 8.20km', 'legs 06 60min']),
    'lv': ('Datums;Treniņš;Ilgums;Attālums\n04.05.2026;Skriešana;45 min;8,2 km\n06.05.2026;Kājas;60 min;\n', ['run 04 45min 8.20km', 'legs 06 60min']),
    'ja': ('日付,メニュー,距離,タイム\n2026/5/4,ジョグ,8.2km,45分\n2026/5/7,ロング走,18km,1時間45分\n', ['run 04 45min 8.20km', 'run 07 105min 18.00km']),
    'a run among sets that have no time': ('Date,Workout,Exercise,Set,Weight (kg),Reps,Distance (km),Duration (s)\n' + ''.join(f'2026-05-04,Legs,Squat,{n},100,5,0,0\n' for n in range(1, 5)) + '2026-05-04,Legs,Running,1,0,0,4,1500\n', ['legs 04 ~12min 4sets', 'run 04 25min 4.00km']),
    'drop sets bear the number of the set before': ('Date,Exercise,Set,Type,Reps,kg\n2026-05-04,Leg Extension,1,Normal,12,50\n2026-05-04,Leg Extension,1,Drop,10,40\n2026-05-04,Leg Extension,1,Drop,8,30\n2026-05-04,Leg Extension,2,Normal,12,50\n', ['legs 04 ~12min 4sets']),
    'a lift that is called a warm-up': ('Date,Exercise,Sets,Reps,kg\n2026-05-04,Squat (warm-up),2,10,40\n2026-05-04,Squat,4,5,100\n', ['legs 04 ~18min 4sets']),
    'lifts in Arabic': ('التاريخ,التمرين,المجموعات,التكرارات,الوزن\n2026-05-04,سكوات,4,8,80\n2026-05-04,ضغط الأرجل,3,10,140\n2026-05-16,بنش برس,4,8,60\n', ['legs 04 ~21min 7sets', 'upper 16 ~12min']),
    'lifts in Greek': ('Ημερομηνία;Άσκηση;Σετ;Επαναλήψεις;Κιλά\n04/05/2026;Squat;4;8;80\n04/05/2026;Πρέσα ποδιών;3;10;140\n16/05/2026;Πιέσεις στήθους;4;8;60\n', ['legs 04 ~21min 7sets', 'upper 16 ~12min']),
    'a unit beside the actual distance': ('Date,Workout Type,Planned Distance,Planned Distance Type,Actual Duration,Actual Distance,Actual Distance Type\n5/4/2026,Run,5,mi,0:40:12,4.67,mi\n5/16/2026,Run,5,km,0:28:00,5,km\n', ['run 04 40min 7.52km', 'run 16 28min 5.00km']),
    'terrain is no sport': ('start,distance,duration,terrain,heartRateAverage\n2026-05-04T18:04:11,7.52,2412,road,152\n2026-05-06T18:04:11,10.01,3000,trail,160\n', ['run 04 18:04 40min 7.52km', 'run 06 18:04 50min 10.01km']),
    'an effort and minutes times it': ('date,session,min,rpe,srpe\n2026-05-04,Run,45,3,135\n2026-05-06,Legs,60,8,480\n', ['run 04 45min r3', 'legs 06 60min r8']),
    'names of columns written together': ('activitytype,starttime,totaltime,totaldistance\nRunning,2026-05-04T18:04:11,2412,7520\n', ['run 04 18:04 40min 7.52km']),
    'a record around a list of its measures': ('{"activities":[{"type":"run","start_epoch_ms":1777917600000,"active_duration_ms":2412000,"summaries":[{"metric":"distance","value":7.52},{"metric":"pace","value":5.35}]}]}', ['run 04 18:00 40min']),
    'rows that were deleted': ('Date,Sport,Min,Deleted\n2026-05-04,Run,45,false\n2026-05-05,Run,45,true\n2026-05-06,Legs,60,false\n', ['run 04 45min', 'legs 06 60min']),
    'rows with the time at which they were deleted': ('date,sport,minutes,deleted_at\n2026-05-04,run,45,\n2026-05-05,run,45,2026-05-05T20:00:00Z\n2026-05-06,legs,60,\n', ['run 04 45min', 'legs 06 60min']),
    'partly completed is done': ('Date,Workout,Status,Min\n2026-05-04,Run,Completed,45\n2026-05-05,Run,Missed,45\n2026-05-06,Legs,Completed,60\n2026-05-07,Run,Scheduled,40\n2026-05-08,Run,Partially completed,20\n', ['run 04 45min', 'legs 06 60min', 'run 08 20min']),
    'walking breaks are part of a run': ('Date,Activity,km,Min\n2026-05-04,Run/walk,5,40\n2026-05-06,Walk,5,60\n', ['run 04 40min 5.00km', 'walk 06 60min 5.00km']),
    'hours of each sport, of which one is always 1': ('Date,Swim (h),Run (h)\n2026-05-04,,0.75\n2026-05-05,1,\n2026-05-06,1,0.5\n', ['run 04 45min', 'other 05 60min', 'other 06 60min', 'run 06 30min']),
    'legs in a remark on a run': ('Date,km,Min,Notes\n2026-05-04,8,45,legs heavy\n2026-05-06,10,55,easy\n2026-05-07,6,30,\n', ['run 04 45min 8.00km', 'run 06 55min 10.00km', 'run 07 30min 6.00km']),
    'dist_m': ('date,type,time_s,dist_m\n2026-05-04,run,2700,8200\n2026-05-06,legs,3600,0\n', ['run 04 45min 8.20km', 'legs 06 60min']),
    'parts of a session and their sum': ('Date,Session,Warm-up min,Main min,Cool-down min,Total min\n2026-05-04,Intervals,15,30,10,55\n2026-05-06,Legs,10,50,5,65\n', ['run 04 55min', 'legs 06 65min']),
    'due and not completed': ('Due date,Completed date,Workout,Min\n2026-05-04,2026-05-05,Run,45\n2026-05-06,,Legs,60\n2026-05-08,2026-05-08,Run,30\n', ['run 05 45min', 'run 08 30min']),
    'two sports in the title of a typed session': ('Date,Workout Name,Type,Min\n2026-05-04,Leg day + 20 min easy jog,Strength,80\n2026-05-06,Run then core,Run,50\n', ['legs 04 80min', 'run 06 50min']),
    "Polar's list": ('Date,Sport,Start time,Duration,Distance (km),HR avg (bpm),Calories (kcal)\n04-05-2026,Running,18:04:11,00:40:12,7.52,152,520\n16-05-2026,Strength training,18:04:11,00:55:00,,110,300\n', ['run 04 18:04 40min 7.52km', 'other 16 18:04 55min']),
    'parts of the body rated, no lifts': ('Date,Quads,Hams,Calves\n2026-05-04,2/10,3/10,0/10\n2026-05-05,6/10,5/10,4/10\n', []),
}
# Hours of each night by the day of the month on which it ended.
NIGHTS: dict[str, tuple[str, dict[int, float]]] = {
    'tr': ('Tarih,Uyku (saat)\n04.05.2026,7.5\n05.05.2026,6.75\n', {4: 7.5, 5: 6.75}),
    'sk': ('Dátum;Tréning;Trvanie;Spánok (h)\n4.5.2026;Beh;45 min;7,5\n6.5.2026;Nohy;60 min;6,5\n', {4: 7.5, 6: 6.5}),
    'fractions': ('Date,Sleep\n2026-05-04,7½\n2026-05-05,6¾\n2026-05-06,7 1/2\n', {4: 7.5, 5: 6.75, 6: 7.5}),
    'blanks around cells': (' Date , Deep (min) , REM (min) , Light (min) , Awake (min) \n 2026-05-04 , 90 , 100 , 260 , 20 \n', {4: 7.5}),
    'beside each session of a day': ('Date,Type,Min,Sleep\n2026-05-04,Run,40,7.5\n2026-05-04,Legs,60,7.5\n2026-05-05,Run,40,8\n', {4: 7.5, 5: 8.0}),
}
# Soreness of each morning. [0-10]
SORENESS: dict[str, tuple[str, list[float]]] = {
    'in Turkish capitals': ('TARİH,BACAK AĞRISI (0-10)\n04.05.2026,3\n05.05.2026,5\n', [3.0, 5.0]),
}
