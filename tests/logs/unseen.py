"""Tables as other people keep them, and what is right of each: sessions, nights or ratings."""

from __future__ import annotations

# Text of the table, and its sessions as `tests.logs.guessed.sessions` writes them.
SESSIONS: dict[str, tuple[str, list[str]]] = {
    "pl": (
        "Data;Rodzaj;Czas (min);Dystans (km)\n02.03.2026;Bieg;40;7,5\n04.03.2026;Nogi;60;\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "cs": (
        "Datum;Aktivita;Doba (min);Vzdálenost (km)\n2. 3. 2026;Běh;40;7,5\n4. 3. 2026;Nohy;60;\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "hu": (
        "Dátum;Mozgásforma;Időtartam;Távolság (km)\n2026.03.02.;Futás;0:40:00;7,5\n2026.03.04.;Láb;1:00:00;\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "tr": (
        'Tarih,Spor,Süre (dk),Mesafe (km)\n02.03.2026,Koşu,40,"7,5"\n04.03.2026,Bacak,60,\n',
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "ru": (
        "Дата;Тренировка;Длительность, мин;Дистанция, км\n02.03.2026;Бег;40;7,5\n04.03.2026;Ноги;60;\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "uk": (
        "Дата;Тренування;Тривалість (хв);Відстань (км)\n02.03.2026;Біг;40;7,5\n04.03.2026;Ноги;60;\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "el": (
        "Ημερομηνία;Δραστηριότητα;Διάρκεια (λεπτά);Απόσταση (χλμ)\n02/03/2026;Τρέξιμο;40;7,5\n14/03/2026;Πόδια;60;\n",
        ["run 02 40min 7.50km", "legs 14 60min"],
    ),
    "zh": (
        "日期,运动类型,时长(分钟),距离(公里)\n2026-03-02,跑步,40,7.5\n2026-03-04,腿部训练,60,\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "zh-tw": (
        "日期,運動,時間(分鐘),距離(公里)\n2026/03/02,跑步,40,7.5\n2026/03/04,腿部訓練,60,\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "ja": (
        "日付,種目,時間（分）,距離（km）\n2026年3月2日,ランニング,40,7.5\n2026年3月4日,脚トレ,60,\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "ko": (
        "날짜,운동,시간(분),거리(km)\n2026-03-02,달리기,40,7.5\n2026-03-04,하체,60,\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "th": (
        "วันที่,กิจกรรม,ระยะเวลา (นาที),ระยะทาง (กม.)\n2 มี.ค. 2569,วิ่ง,40,7.5\n4 มี.ค. 2569,ขา,60,\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "id": (
        'Tanggal,Aktivitas,Durasi (menit),Jarak (km)\n02/03/2026,Lari,40,"7,5"\n14/03/2026,Kaki,60,\n',
        ["run 02 40min 7.50km", "legs 14 60min"],
    ),
    "ar": (
        "التاريخ,النشاط,المدة (دقيقة),المسافة (كم)\n2026-03-02,جري,40,7.5\n2026-03-04,أرجل,60,\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "he": (
        'תאריך,פעילות,משך (דקות),מרחק (ק"מ)\n02/03/2026,ריצה,40,7.5\n14/03/2026,רגליים,60,\n',
        ["run 02 40min 7.50km", "legs 14 60min"],
    ),
    "fi": (
        "Päivämäärä;Laji;Kesto;Matka (km)\n2.3.2026;Juoksu;40 min;7,5\n4.3.2026;Jalat;1 h;\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "sv": (
        "Datum;Pass;Tid;Distans\n2026-03-02;Löpning;40 min;7,5 km\n2026-03-04;Ben;60 min;\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "da": (
        "Dato;Træning;Varighed;Distance\n02-03-2026;Løb;40 min;7,5 km\n14-03-2026;Ben;60 min;\n",
        ["run 02 40min 7.50km", "legs 14 60min"],
    ),
    "ro": (
        "Data;Activitate;Durată (min);Distanță (km)\n02.03.2026;Alergare;40;7,5\n04.03.2026;Picioare;60;\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "hr": (
        "Datum;Aktivnost;Trajanje (min);Udaljenost (km)\n02.03.2026.;Trčanje;40;7,5\n04.03.2026.;Noge;60;\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "ca": (
        "Data;Activitat;Durada (min);Distància (km)\n02/03/2026;Córrer;40;7,5\n14/03/2026;Cames;60;\n",
        ["run 02 40min 7.50km", "legs 14 60min"],
    ),
    "nb": (
        "Dato;Økt;Varighet;Distanse (km)\n02.03.2026;Løping;00:40;7,5\n04.03.2026;Bein;01:00;\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "nl": (
        "Datum;Training;Tijdsduur;Afstand\n2-3-2026;Hardlopen;40 min;7,5 km\n14-3-2026;Benen;1 uur;\n",
        ["run 02 40min 7.50km", "legs 14 60min"],
    ),
    "it": (
        "Data;Allenamento;Durata;Distanza\n02/03/2026;Corsa;40';7,5 km\n14/03/2026;Gambe;1h;\n",
        ["run 02 40min 7.50km", "legs 14 60min"],
    ),
    "pt": (
        "Data;Treino;Duração;Distância\n02/03/2026;Corrida;40 min;7,5 km\n14/03/2026;Perna;1h;\n",
        ["run 02 40min 7.50km", "legs 14 60min"],
    ),
    "es": (
        "Fecha;Actividad;Duración;Distancia\n02/03/2026;Correr;40 min;7,5 km\n14/03/2026;Pierna;1 h;\n",
        ["run 02 40min 7.50km", "legs 14 60min"],
    ),
    "lasting 1:02:03": (
        'Date,Sport,Duration\n2026-03-02,Run,"1:02:03"\n2026-03-04,Legs,"0:45:00"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 62'": (
        'Date,Sport,Duration\n2026-03-02,Run,"62\'"\n2026-03-04,Legs,"45\'"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 1h 2m": (
        'Date,Sport,Duration\n2026-03-02,Run,"1h 2m"\n2026-03-04,Legs,"45m"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 1h02": (
        'Date,Sport,Duration\n2026-03-02,Run,"1h02"\n2026-03-04,Legs,"0h45"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 62 mins": (
        'Date,Sport,Duration\n2026-03-02,Run,"62 mins"\n2026-03-04,Legs,"45 mins"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 1 hour 2 minutes": (
        'Date,Sport,Duration\n2026-03-02,Run,"1 hour 2 minutes"\n2026-03-04,Legs,"45 minutes"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 1h2m3s": (
        'Date,Sport,Duration\n2026-03-02,Run,"1h2m3s"\n2026-03-04,Legs,"45m0s"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 62.05": (
        'Date,Sport,Duration\n2026-03-02,Run,"62.05"\n2026-03-04,Legs,"45"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting PT1H2M3S": (
        'Date,Sport,Duration\n2026-03-02,Run,"PT1H2M3S"\n2026-03-04,Legs,"PT45M"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 1 hr 2 min": (
        'Date,Sport,Duration\n2026-03-02,Run,"1 hr 2 min"\n2026-03-04,Legs,"45 min"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 62’": (
        'Date,Sport,Duration\n2026-03-02,Run,"62’"\n2026-03-04,Legs,"45’"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 62min": (
        'Date,Sport,Duration\n2026-03-02,Run,"62min"\n2026-03-04,Legs,"45min"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 01:02:03.00": (
        'Date,Sport,Duration\n2026-03-02,Run,"01:02:03.00"\n2026-03-04,Legs,"00:45:00.00"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 1:02 h": (
        'Date,Sport,Duration\n2026-03-02,Run,"1:02 h"\n2026-03-04,Legs,"0:45 h"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 62m": (
        'Date,Sport,Duration\n2026-03-02,Run,"62m"\n2026-03-04,Legs,"45m"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 1 Std. 2 Min.": (
        'Date,Sport,Duration\n2026-03-02,Run,"1 Std. 2 Min."\n2026-03-04,Legs,"45 Min."\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 1 h 2 min 3 s": (
        'Date,Sport,Duration\n2026-03-02,Run,"1 h 2 min 3 s"\n2026-03-04,Legs,"45 min"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 3723": (
        'Date,Sport,Duration\n2026-03-02,Run,"3723"\n2026-03-04,Legs,"2700"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 62:03": (
        'Date,Sport,Duration\n2026-03-02,Run,"62:03"\n2026-03-04,Legs,"45:00"\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "lasting 62'03\"": (
        'Date,Sport,Duration\n2026-03-02,Run,"62\'03"""\n2026-03-04,Legs,"45\'00"""\n',
        ["run 02 62min", "legs 04 45min"],
    ),
    "pace only": (
        "Date,Sport,Distance (km),Pace (min/km)\n2026-03-02,Run,10,5:00\n2026-03-04,Run,8,6:00\n",
        ["run 02 50min 10.00km", "run 04 48min 8.00km"],
    ),
    "pace mi": (
        "Date,Sport,Miles,Pace (/mi)\n2026-03-02,Run,5,8:00\n2026-03-04,Run,3,9:00\n",
        ["run 02 40min 8.05km", "run 04 27min 4.83km"],
    ),
    "speed kmh": (
        "Date,Sport,Distance (km),Avg speed (km/h)\n2026-03-02,Run,10,12\n2026-03-04,Run,8,10\n",
        ["run 02 50min 10.00km", "run 04 48min 8.00km"],
    ),
    "pace and time": (
        "Date,Sport,Distance,Time,Pace\n2026-03-02,Run,10 km,50:00,5:00/km\n2026-03-04,Run,8 km,48:00,6:00/km\n",
        ["run 02 50min 10.00km", "run 04 48min 8.00km"],
    ),
    "pace cells unit": (
        "Date,Sport,Distance,Pace\n2026-03-02,Run,10 km,5:00 /km\n2026-03-04,Run,8 km,6:00 /km\n",
        ["run 02 50min 10.00km", "run 04 48min 8.00km"],
    ),
    "time and pace no dist": (
        "Date,Sport,Time,Pace (min/km)\n2026-03-02,Run,50:00,5:00\n2026-03-04,Run,48:00,6:00\n",
        ["run 02 50min", "run 04 48min"],
    ),
    "dist units per row": (
        "Date,Sport,Distance,Min\n2026-03-02,Run,10 km,50\n2026-03-04,Run,5 miles,48\n2026-03-05,Swim,1500 m,35\n",
        ["run 02 50min 10.00km", "run 04 48min 8.05km", "other 05 35min 1.50km"],
    ),
    "mixed decimals": (
        "Date;Sport;km;Min\n2026-03-02;Run;10,5;50\n2026-03-04;Run;8.2;48\n",
        ["run 02 50min 10.50km", "run 04 48min 8.20km"],
    ),
    "negative": (
        "Date,Sport,km,Min\n2026-03-02,Run,-1,50\n2026-03-04,Run,8.2,-5\n2026-03-05,Run,8,40\n",
        ["run 02 50min", "run 04 ~41min 8.20km", "run 05 40min 8.00km"],
    ),
    "total row": (
        "Date,Sport,Min,km\n2026-03-02,Run,40,7\n2026-03-04,Legs,60,\nTotal,,100,7\n",
        ["run 02 40min 7.00km", "legs 04 60min"],
    ),
    "avg row empty date": (
        "Date,Sport,Min,km\n2026-03-02,Run,40,7\n2026-03-04,Legs,60,\n,Total,100,7\n,Average,50,7\n",
        ["run 02 40min 7.00km", "legs 04 60min"],
    ),
    "week sums": (
        "Date,Sport,Min\n2026-03-02,Run,40\n2026-03-04,Legs,60\nWeek 10 total,,100\n2026-03-09,Run,30\nWeek 11 total,,30\n",
        ["run 02 40min", "legs 04 60min", "run 09 30min"],
    ),
    "notes middle": (
        "Date,Sport,Min\n2026-03-02,Run,40\nwas ill this week,,\n2026-03-04,Legs,60\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "signature footer": (
        "Date,Sport,Min\n2026-03-02,Run,40\n2026-03-04,Legs,60\n\nExported by MyApp v2.1\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "dup headers": (
        "Date,Sport,Min,Min,Notes,Notes\n2026-03-02,Run,40,40,a,b\n2026-03-04,Legs,60,60,c,d\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "two header lines": (
        "Date,Session,,Recovery,\n,Sport,Min,Sleep (h),HRV\n2026-03-02,Run,40,7.5,60\n2026-03-04,Legs,60,8,55\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "units row": (
        "Date,Sport,Time,Distance\n,,min,km\n2026-03-02,Run,40,7\n2026-03-04,Legs,60,\n",
        ["run 02 40min 7.00km", "legs 04 60min"],
    ),
    "blank rows & cols": (
        ",,,\n,Date,Sport,Min\n,,,\n,2026-03-02,Run,40\n,2026-03-04,Legs,60\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "fill down date": (
        "Date,Sport,Min\n2026-03-02,Run,40\n,Legs,60\n2026-03-04,Run,30\n",
        ["run 02 40min", "legs 02 60min", "run 04 30min"],
    ),
    "per set kg/lb mixed": (
        "Date,Workout,Exercise,Set,Weight,Unit,Reps\n2026-03-02,Legs,Squat,1,80,kg,8\n2026-03-02,Legs,Squat,2,80,kg,8\n2026-03-02,Legs,Squat,3,80,kg,8\n2026-03-02,Legs,Leg Press,1,220,lb,8\n2026-03-02,Legs,Leg Press,2,220,lb,8\n2026-03-02,Legs,Leg Press,3,220,lb,8\n",
        ["legs 02 ~18min 6sets"],
    ),
    "warmups by W": (
        "Date,Exercise,Set,kg,Reps\n2026-03-02,Squat,W1,60,8\n2026-03-02,Squat,W2,60,8\n2026-03-02,Squat,1,60,8\n2026-03-02,Squat,2,60,8\n2026-03-02,Squat,3,60,8\n2026-03-02,Squat,4,60,8\n",
        ["legs 02 ~18min 4sets"],
    ),
    "warmup col": (
        "Date,Exercise,Set,Warmup,kg,Reps\n2026-03-02,Squat,1,yes,60,8\n2026-03-02,Squat,2,yes,60,8\n2026-03-02,Squat,3,no,60,8\n2026-03-02,Squat,4,no,60,8\n2026-03-02,Squat,5,no,60,8\n2026-03-02,Squat,6,no,60,8\n",
        ["legs 02 ~18min 4sets"],
    ),
    "superset letters": (
        "Date,Order,Exercise,Sets,Reps,kg\n2026-03-02,A1,Squat,4,8,80\n2026-03-02,A2,Leg Curl,4,10,40\n2026-03-02,B1,Bench Press,3,8,60\n",
        ["legs 02 ~33min 8sets"],
    ),
    "drop set slashes": (
        "Date,Exercise,Sets,Reps,kg\n2026-03-02,Leg Extension,4,10/8/6,50/40/30\n2026-03-02,Squat,4,8,80\n",
        ["legs 02 ~24min 8sets"],
    ),
    "bodyweight": (
        "Date,Exercise,Sets,Reps,Weight\n2026-03-02,Pistol Squat,4,8,BW\n2026-03-02,Nordic Curl,3,6,bodyweight\n2026-03-02,Pull Up,3,8,BW+10\n",
        ["legs 02 ~30min 7sets"],
    ),
    "timed": (
        "Date,Exercise,Sets,Reps,Time\n2026-03-02,Wall Sit,4,,60s\n2026-03-02,Squat,4,8,\n",
        ["legs 02 ~24min 8sets"],
    ),
    "unilateral": (
        "Date,Exercise,Sets,Reps,kg\n2026-03-02,Bulgarian Split Squat,4,8/side,20\n2026-03-02,Single Leg RDL,3,10 each,16\n",
        ["legs 02 ~21min 7sets"],
    ),
    "setsxreps string": (
        "Date,Exercise,Sets x Reps,Weight\n2026-03-02,Squat,5x5,100kg\n2026-03-02,Leg Press,3 x 12,140kg\n",
        ["legs 02 ~24min 8sets"],
    ),
    "setsxreps@": (
        'Date,Workout\n2026-03-02,"Squat 5x5 @ 100kg, Leg Press 3x12 @ 140kg"\n2026-03-04,"Bench 5x5 @ 60kg"\n',
        ["legs 02 ~24min 8sets", "upper 04 ~15min"],
    ),
    "de machine": (
        "Datum;Übung;Sätze;Wdh;kg\n02.03.2026;Beinpresse;4;10;120\n02.03.2026;Beinstrecker;3;12;50\n02.03.2026;Wadenheben;3;15;60\n",
        ["legs 02 ~30min 10sets"],
    ),
    "fr machine": (
        "Date;Exercice;Séries;Répétitions;Charge\n02/03/2026;Presse à cuisses;4;10;120\n14/03/2026;Développé couché;4;10;60\n",
        ["legs 02 ~12min 4sets", "upper 14 ~12min"],
    ),
    "es machine": (
        "Fecha;Ejercicio;Series;Repeticiones;Peso\n02/03/2026;Prensa de piernas;4;10;120\n02/03/2026;Sentadilla búlgara;3;10;20\n14/03/2026;Press de banca;4;10;60\n",
        ["legs 02 ~21min 7sets", "upper 14 ~12min"],
    ),
    "it machine": (
        "Data;Esercizio;Serie;Ripetizioni;Peso\n02/03/2026;Pressa;4;10;120\n02/03/2026;Affondi;3;10;20\n14/03/2026;Panca piana;4;10;60\n",
        ["legs 02 ~21min 7sets", "upper 14 ~12min"],
    ),
    "pt machine": (
        "Data;Exercício;Séries;Repetições;Carga\n02/03/2026;Cadeira extensora;4;10;50\n02/03/2026;Agachamento livre;3;10;80\n14/03/2026;Supino reto;4;10;60\n",
        ["legs 02 ~21min 7sets", "upper 14 ~12min"],
    ),
    "cardio in gym": (
        "Date,Exercise,Sets,Reps,Weight,Distance (km),Duration\n2026-03-02,Treadmill,,,,5,30:00\n2026-03-02,Squat,5,5,100,,\n2026-03-02,Leg Press,4,10,140,,\n",
        ["run 02 30min 5.00km", "legs 02 ~27min 9sets"],
    ),
    "title row lifts": (
        "Exercise,Date,Weight,Reps\nSquat,2026-03-02,100,5\nSquat,2026-03-02,100,5\nSquat,2026-03-02,100,5\nSquat,2026-03-02,100,5\nDeadlift,2026-03-02,120,5\n",
        ["legs 02 ~15min 4.5sets"],
    ),
    "wide sets": (
        "Date,Exercise,Set 1,Set 2,Set 3,Set 4\n2026-03-02,Squat,100x5,100x5,100x5,100x4\n2026-03-02,Leg Press,140x10,140x10,,\n",
        ["legs 02 ~18min 6sets"],
    ),
    "wide sets reps kg": (
        "Date,Exercise,S1 kg,S1 reps,S2 kg,S2 reps,S3 kg,S3 reps\n2026-03-02,Squat,100,5,100,5,100,5\n2026-03-02,Leg Press,140,10,140,10,,\n",
        ["legs 02 ~15min 5sets"],
    ),
    "failed sets": (
        "Date,Exercise,Set,kg,Reps\n2026-03-02,Squat,1,100,5\n2026-03-02,Squat,2,100,5\n2026-03-02,Squat,3,100,5\n2026-03-02,Squat,4,100,5\n2026-03-02,Squat,5,100,0\n",
        ["legs 02 ~12min 4sets"],
    ),
    "rest rows": (
        "Date,Exercise,Set,kg,Reps,Seconds\n2026-03-02,Squat,1,100,5,\n2026-03-02,Rest,,,,120\n2026-03-02,Squat,2,100,5,\n2026-03-02,Rest,,,,120\n2026-03-02,Squat,3,100,5,\n2026-03-02,Rest,,,,120\n2026-03-02,Squat,4,100,5,\n2026-03-02,Rest,,,,120\n2026-03-02,Squat,5,100,5,\n2026-03-02,Rest,,,,120\n",
        ["legs 02 ~30min 5sets"],
    ),
    "amrap": (
        "Date,Exercise,Sets,Reps,kg\n2026-03-02,Squat,3,5+,100\n2026-03-02,Lunges,3,AMRAP,\n",
        ["legs 02 ~18min 6sets"],
    ),
    "rir": (
        "Date,Exercise,Set,kg,Reps,RIR\n2026-03-02,Squat,1,100,5,2\n2026-03-02,Squat,2,100,5,2\n2026-03-02,Squat,3,100,5,2\n2026-03-02,Squat,4,100,5,2\n2026-03-02,Squat,5,100,5,2\n",
        ["legs 02 ~15min 5sets"],
    ),
    "skipped exercise": (
        "Date,Exercise,Sets,Reps,kg,Done\n2026-03-02,Squat,4,5,100,yes\n2026-03-02,Leg Press,4,10,140,no\n",
        ["legs 02 ~12min 4sets"],
    ),
    "planned vs actual": (
        "Date,Exercise,Planned sets,Actual sets,Reps\n2026-03-02,Squat,5,4,5\n2026-03-02,Leg Press,5,3,10\n",
        ["legs 02 ~21min 7sets"],
    ),
    "muscle group": (
        "Date,Exercise,Muscle,Sets,Reps\n2026-03-02,Zorp 3000,Quads,4,10\n2026-03-02,Blarg,Hamstrings,4,10\n",
        ["legs 02 ~24min 8sets"],
    ),
    "plan/actual": (
        "Date,Planned,Actual,Min\n2026-03-02,Run 40,Run,40\n2026-03-04,Legs,Legs,60\n2026-03-05,Run 60,,\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "status": (
        "Date,Workout,Min,Status\n2026-03-02,Run,40,Completed\n2026-03-04,Legs,60,Completed\n2026-03-05,Run,60,Missed\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "partial": (
        "Date,Workout,Planned min,Actual min\n2026-03-02,Run,45,40\n2026-03-04,Legs,60,60\n2026-03-05,Run,60,0\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "week table": (
        "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n2026-03-02,Run 40 min,,Legs 60 min,,,,\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "AM PM": ("Date,AM,PM\n2026-03-02,Run 40 min,\n2026-03-04,,Legs 60 min\n", ["run 02 40min", "legs 04 60min"]),
    "free text": (
        "Date,What I did\n2026-03-02,easy run 7.5km in 40 min\n2026-03-04,leg day 60min\n2026-03-05,rest\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "free text de": (
        "Datum;Training\n02.03.2026;Laufen 40 min, 7,5 km\n04.03.2026;Krafttraining Beine 60 min\n05.03.2026;Ruhetag\n",
        ["run 02 40min 7.50km", "legs 04 60min"],
    ),
    "columns per sport min": (
        "Date,Run (min),Gym (min)\n2026-03-02,40,\n2026-03-04,,60\n",
        ["run 02 40min", "other 04 60min"],
    ),
    "columns per sport km": (
        "Date,Run km,Bike km,Gym min\n2026-03-02,7.5,,\n2026-03-04,,,60\n2026-03-05,,20,\n",
        ["run 02 ~50min 7.50km", "other 04 60min", "other 05 ~30min 20.00km"],
    ),
    "yes columns": (
        "Date,Ran,Lifted legs,Minutes\n2026-03-02,x,,40\n2026-03-04,,x,60\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "lifts date first row only": (
        "Date,Exercise,Sets,Reps,kg\n2026-03-02,Squat,4,5,100\n,Leg Press,3,10,140\n,Bench,3,8,60\n2026-03-04,Deadlift,3,5,120\n,Row,3,8,60\n",
        ["legs 02 ~30min 7sets", "upper 04 ~18min"],
    ),
    "lifts date blank between": (
        "Date,Exercise,Sets,Reps,kg\n2026-03-02,Squat,4,5,100\n,Leg Press,3,10,140\n,,,,\n2026-03-05,Leg Press,4,10,140\n,Lunges,3,10,20\n",
        ["legs 02 ~21min 7sets", "legs 05 ~21min 7sets"],
    ),
    "nike run club": (
        "Start Date,Start Time,Name,Distance (km),Duration,Avg Pace,Avg Heart Rate,Calories\n2026-03-02,18:04,Monday Evening Run,7.52,0:40:12,5:21,152,520\n",
        ["run 02 18:04 40min 7.52km"],
    ),
    "runtastic": (
        "start_time,end_time,sport_type,distance,duration,pause,calories,pulse_avg\n1772474640000,1772477040000,running,7500,2400000,0,500,150\n",
        ["run 02 18:04 40min 7.50km"],
    ),
    "suunto": (
        "Date;Activity;Duration;Distance [km];Avg HR [bpm];Feeling;Training Stress Score;Peak Training Effect\n2.3.2026 18.04;Running;00:40:00;7,52;152;3;50;3,2\n",
        ["run 02 18:04 40min 7.52km"],
    ),
    "coros": (
        "Date,Sport,Workout Time,Distance,Avg HR,Training Load,Aerobic Effect\n2026/03/02 18:04,Run,00:40:12,7.52,152,98,3.1\n2026/03/04 18:04,Strength,00:55:00,--,110,40,1.1\n",
        ["run 02 18:04 40min 7.52km", "other 04 18:04 55min"],
    ),
    "wahoo": (
        'Name,Date,Type,Duration,Distance (mi),TSS,IF\nLunch run,"Mar 2, 2026 12:04 PM",Running,40:00,4.5,40,0.8\n',
        ["run 02 12:04 40min 7.24km"],
    ),
    "komoot": (
        "Name;Sport;Datum;Dauer;Distanz;Höhenmeter\nIsarrunde;Laufen;02.03.26;0:40 h;7,5 km;50 m\n",
        ["run 02 40min 7.50km"],
    ),
    "decathlon": (
        "Date,Sport,Durée,Distance (m),Vitesse moyenne (km/h),Calories\n02/03/2026 18:04,Course à pied,00h40m00s,7500,11.25,500\n14/03/2026 18:04,Musculation,00h55m00s,0,0,300\n",
        ["run 02 18:04 40min 7.50km", "other 14 18:04 55min"],
    ),
    "endomondo": (
        "sport,start_time,end_time,duration_s,distance_km,calories_kcal,hr_avg_bpm\nRUNNING,2026-03-02 18:04:00.0,2026-03-02 18:44:00.0,2400,7.52,500,150\nWEIGHT_TRAINING,2026-03-04 18:04:00.0,2026-03-04 19:04:00.0,3600,,300,110\n",
        ["run 02 18:04 40min 7.52km", "other 04 18:04 60min"],
    ),
    "google fit": (
        "Start time,End time,Activity type,Move Minutes count,Distance (m),Average heart rate (bpm)\n2026-03-02 18:04,2026-03-02 18:44,Running,40,7500,150\n",
        ["run 02 18:04 40min 7.50km"],
    ),
    "sporttracks": (
        "Date,Start Time,Category,Name,Total Time,Distance,Avg. Pace,Effort\n3/2/2026,6:04 PM,Running,Easy,40:00,4.5 mi,8:53,4\n3/14/2026,6:04 PM,Running,Easy,40:00,4.5 mi,8:53,8\n",
        ["run 02 18:04 40min 7.24km", "run 14 18:04 40min 7.24km"],
    ),
    "notion": (
        'Name,Date,Type,Duration,RPE,Tags\nEasy,"March 2, 2026",Run,40,4,"easy, park"\nHeavy,"March 4, 2026",Legs,60,8,gym\n',
        ["run 02 40min", "legs 04 60min"],
    ),
    "notion range": (
        'Name,Date,Type\nEasy,"March 2, 2026 6:04 PM → 6:44 PM",Run\nHeavy,"March 4, 2026 6:00 PM → 7:00 PM",Legs\n',
        ["run 02 18:04 40min", "legs 04 18:00 60min"],
    ),
    "notion range iso": (
        "Session,When\nRun,2026-03-02 18:04 – 18:44\nLegs,2026-03-04 18:00 – 19:00\n",
        ["run 02 18:04 40min", "legs 04 18:00 60min"],
    ),
    "gcal": (
        "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description\nRun,03/02/2026,6:04 PM,03/02/2026,6:44 PM,False,\nLeg day,03/14/2026,6:00 PM,03/14/2026,7:00 PM,False,\n",
        ["run 02 18:04 40min", "legs 14 18:00 60min"],
    ),
    "toggl": (
        "User,Project,Description,Start date,Start time,End date,End time,Duration\nme,Sport,Run,2026-03-02,18:04:00,2026-03-02,18:44:00,00:40:00\nme,Sport,Legs,2026-03-04,18:00:00,2026-03-04,19:00:00,01:00:00\n",
        ["run 02 18:04 40min", "legs 04 18:00 60min"],
    ),
    "teambuildr": (
        "Date,Workout,Exercise,Set,Reps,Weight (lbs),Notes\n03/02/2026,Lower,Back Squat,1,5,225,\n03/02/2026,Lower,Back Squat,2,5,225,\n03/02/2026,Lower,Back Squat,3,5,225,\n03/02/2026,Lower,Back Squat,4,5,225,\n03/16/2026,Lower,Back Squat,1,5,225,\n03/16/2026,Lower,Back Squat,2,5,225,\n03/16/2026,Lower,Back Squat,3,5,225,\n03/16/2026,Lower,Back Squat,4,5,225,\n",
        ["legs 02 ~12min 4sets", "legs 16 ~12min 4sets"],
    ),
    "wger": (
        "Date,Routine,Exercise,Reps,Weight,RiR,Weight unit\n2026-03-02,Legs,Squats,5,100,2,kg\n2026-03-02,Legs,Squats,5,100,2,kg\n2026-03-02,Legs,Squats,5,100,2,kg\n2026-03-02,Legs,Squats,5,100,2,kg\n",
        ["legs 02 ~12min 4sets"],
    ),
    "macrofactor": (
        "Date,Workout Duration,Workout,Exercise,Set Type,Weight (kg),Reps,RIR\n2026-03-02,3600,Legs,Barbell Back Squat,Warm Up,100,5,2\n2026-03-02,3600,Legs,Barbell Back Squat,Standard Set,100,5,2\n2026-03-02,3600,Legs,Barbell Back Squat,Standard Set,100,5,2\n2026-03-02,3600,Legs,Barbell Back Squat,Standard Set,100,5,2\n2026-03-02,3600,Legs,Barbell Back Squat,Drop Set,100,5,2\n",
        ["legs 02 60min 4sets"],
    ),
    "gzclp": (
        'Date,T1,T1 weight,T1 reps,T2,T2 weight,T2 reps\n2026-03-02,Squat,100,"3,3,3,3,5",Bench Press,60,"10,10,10"\n2026-03-04,Press,40,"3,3,3,3,5",Deadlift,100,"10,10,10"\n',
        ["legs 02 ~15min 5sets", "upper 04 ~15min"],
    ),
    "531": (
        "Date,Lift,Week,Set 1,Set 2,Set 3,Reps on last set\n2026-03-02,Squat,1,65kg x 5,75kg x 5,85kg x 5,8\n2026-03-04,Bench,1,45kg x 5,50kg x 5,55kg x 5,9\n",
        ["legs 02 ~10min 3sets", "upper 04 ~10min"],
    ),
    "massive app": (
        "date,exercise,reps,weight,unit,duration\n2026-03-02T18:00:00,Squat,5,100,kg,\n2026-03-02T18:03:00,Squat,5,100,kg,\n2026-03-02T18:06:00,Squat,5,100,kg,\n2026-03-02T18:10:00,Leg Press,10,140,kg,\n2026-03-02T18:14:00,Leg Press,10,140,kg,\n",
        ["legs 02 18:00 ~14min 5sets"],
    ),
    "boostcamp": (
        "workout_date,program,week,day,exercise,set,target_reps,reps,weight,unit,rpe,completed\n2026-03-02,nSuns,1,1,Squat,1,5,5,100,kg,8,true\n2026-03-02,nSuns,1,1,Squat,2,5,5,100,kg,8,true\n2026-03-02,nSuns,1,1,Squat,3,5,5,100,kg,8,true\n2026-03-02,nSuns,1,1,Squat,4,5,5,100,kg,8,true\n2026-03-02,nSuns,1,1,Squat,5,5,0,100,kg,8,false\n",
        ["legs 02 ~12min 4sets"],
    ),
    "gymbook": (
        "Datum;Uhrzeit;Training;Übung;Satz;Gewicht;Wiederholungen\n02.03.2026;18:01;Beine;Kniebeuge;1;100 kg;5\n02.03.2026;18:02;Beine;Kniebeuge;2;100 kg;5\n02.03.2026;18:03;Beine;Kniebeuge;3;100 kg;5\n02.03.2026;18:04;Beine;Kniebeuge;4;100 kg;5\n",
        ["legs 02 18:01 ~3min 4sets"],
    ),
    "kg lb in cell": (
        "Date,Exercise,Sets,Reps,Weight\n2026-03-02,Squat,4,5,225 lb\n2026-03-02,Leg Press,3,10,140 kg\n",
        ["legs 02 ~21min 7sets"],
    ),
    "exercise as row, dates as columns": (
        "Exercise,2026-03-02,2026-03-05\nSquat,5x5,5x5\nLeg Press,3x10,\nBench Press,,5x5\n",
        ["legs 02 ~24min 8sets", "legs 05 ~30min 5sets"],
    ),
    "type + subtype": (
        "Date,Type,Subtype,Min\n2026-03-02,Cardio,Run,40\n2026-03-04,Strength,Legs,60\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "category/activity": (
        "Date,Category,Activity,Min\n2026-03-02,Endurance,Running,40\n2026-03-04,Gym,Leg day,60\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "time range col": (
        "Date,Time,Activity\n2026-03-02,18:04-18:44,Run\n2026-03-04,18:00-19:00,Legs\n",
        ["run 02 18:04 40min", "legs 04 18:00 60min"],
    ),
    "time from to words": (
        "Datum;von;bis;Was\n02.03.2026;18:04;18:44;Laufen\n04.03.2026;18:00;19:00;Beine\n",
        ["run 02 18:04 40min", "legs 04 18:00 60min"],
    ),
    "clock 1804": (
        "Date,Start,Min,What\n2026-03-02,1804,40,Run\n2026-03-04,0730,60,Legs\n",
        ["run 02 18:04 40min", "legs 04 07:30 60min"],
    ),
    "hours dec": (
        "Date,Activity,Hours\n2026-03-02,Run,0.75\n2026-03-04,Legs,1.25\n",
        ["run 02 45min", "legs 04 75min"],
    ),
    "hours dec comma": (
        "Datum;Was;Stunden\n02.03.2026;Laufen;0,75\n04.03.2026;Beine;1,25\n",
        ["run 02 45min", "legs 04 75min"],
    ),
    "multi sessions/row": (
        "Date,Activity 1,Min 1,Activity 2,Min 2\n2026-03-02,Run,40,Legs,60\n2026-03-04,Run,30,,\n",
        ["run 02 40min", "legs 02 60min", "run 04 30min"],
    ),
    "plus cell": ("Date,Training\n2026-03-02,Run 40 min + Legs 60 min\n", ["run 02 40min", "legs 02 60min"]),
    "slash cell": ("Date,Training,Min\n2026-03-02,Run/Legs,100\n", ["run 02 50min", "legs 02 50min"]),
    "intervals text": (
        "Date,Workout,Time,km\n2026-03-02,6x800m @ 3:20,55:00,10\n2026-03-04,Long run,1:40:00,18\n",
        ["run 02 55min 10.00km", "run 04 100min 18.00km"],
    ),
    "thousand m": (
        'Date,Sport,Distance (m),Time\n2026-03-02,Run,"7,520",40:12\n2026-03-04,Run,"10,010",55:00\n',
        ["run 02 40min 7.52km", "run 04 55min 10.01km"],
    ),
    "swiss thousand": (
        "Datum;Sport;Distanz (m);Dauer\n02.03.2026;Laufen;7'520;40:12\n04.03.2026;Laufen;10'010;55:00\n",
        ["run 02 40min 7.52km", "run 04 55min 10.01km"],
    ),
    "space thousand": (
        "Date;Sport;Distance (m);Durée\n02/03/2026;Course;7 520;40:12\n14/03/2026;Course;10 010;55:00\n",
        ["run 02 40min 7.52km", "run 14 55min 10.01km"],
    ),
    "strings in km": (
        "Date,Sport,km,min\n2026-03-02,Run,approx 7,~40\n2026-03-04,Run,8-9,45-50\n",
        ["run 02 40min 7.00km", "run 04 48min 8.50km"],
    ),
    "no minutes but hr": (
        "Date,Sport,Avg HR\n2026-03-02,Run,150\n2026-03-04,Legs,110\n",
        ["run 02 ~30min", "legs 04 ~60min"],
    ),
    "upper/lower plan": (
        "Date,Session,Duration\n2026-03-02,Upper A,60\n2026-03-03,Lower A,65\n2026-03-05,Upper B,55\n2026-03-06,Lower B,60\n",
        ["upper 02 60min", "legs 03 65min", "upper 05 55min", "legs 06 60min"],
    ),
    "push pull legs": (
        "Date,Session,Duration\n2026-03-02,Push,60\n2026-03-03,Pull,65\n2026-03-05,Legs,55\n",
        ["upper 02 60min", "upper 03 65min", "legs 05 55min"],
    ),
    "full body": (
        "Date,Session,Duration\n2026-03-02,Full body,60\n2026-03-03,Run,40\n",
        ["other 02 60min", "run 03 40min"],
    ),
    "cancelled": (
        "Date,Session,Duration,Notes\n2026-03-02,Run,40,\n2026-03-03,Run (cancelled),40,\n",
        ["run 02 40min"],
    ),
    "zero duration": (
        "Date,Session,Duration\n2026-03-02,Run,40\n2026-03-03,Run,0\n2026-03-04,Rest,0\n",
        ["run 02 40min"],
    ),
    "strikes": ("Date,Session,Duration\n2026-03-02,Run,40\n2026-03-03,—,—\n2026-03-04,n/a,n/a\n", ["run 02 40min"]),
    "excel errors": (
        "Date,Session,Duration,Pace\n2026-03-02,Run,40,#DIV/0!\n2026-03-03,Legs,60,#N/A\n",
        ["run 02 40min", "legs 03 60min"],
    ),
    "bom & crlf & trailing ;": (
        "\ufeffDatum;Sport;Min;\r\n02.03.2026;Laufen;40;\r\n04.03.2026;Beine;60;\r\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "quotes all": (
        '"Date","Sport","Min"\n"2026-03-02","Run","40"\n"2026-03-04","Legs","60"\n',
        ["run 02 40min", "legs 04 60min"],
    ),
    "json-ish cells": (
        'Date,Activity,Duration\n2026-03-02,"[""Run""]",40\n2026-03-04,"[""Legs""]",60\n',
        ["run 02 40min", "legs 04 60min"],
    ),
    "upper-case headers": (
        "DATE,SPORT,TIME (MIN)\n2026-03-02,RUN,40\n2026-03-04,LEGS,60\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "snake": (
        "session_date,session_kind,session_minutes\n2026-03-02,run,40\n2026-03-04,legs,60\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "date in last col": ("Sport,Min,Date\nRun,40,2026-03-02\nLegs,60,2026-03-04\n", ["run 02 40min", "legs 04 60min"]),
    "two digit year dash": ("Date,Sport,Min\n26-03-02,Run,40\n26-03-14,Legs,60\n", ["run 02 40min", "legs 14 60min"]),
    "weekday long + date words": (
        'Date,Sport,Min\n"Monday, 2 March 2026",Run,40\n"Wednesday, 4 March 2026",Legs,60\n',
        ["run 02 40min", "legs 04 60min"],
    ),
    "ISO week col": (
        "Week,Weekday,Sport,Min\n2026-W10,Mon,Run,40\n2026-W10,Wed,Legs,60\n",
        ["run 02 40min", "legs 04 60min"],
    ),
    "time zone abbreviations": (
        "Start,Sport,Min\n2026-03-02 18:04 CET,Run,40\n2026-03-04 18:00 CET,Legs,60\n",
        ["run 02 18:04 40min", "legs 04 18:00 60min"],
    ),
    "US am/pm glued": (
        "Start,Sport,Min\n3/2/2026 6:04PM,Run,40\n3/14/2026 7:00AM,Legs,60\n",
        ["run 02 18:04 40min", "legs 14 07:00 60min"],
    ),
}
# Hours of each night by the day of the month on which it ended.
NIGHTS: dict[str, tuple[str, dict[int, float]]] = {
    "sleep dec": ("Date,Sleep\n2026-03-02,7.5\n2026-03-03,8.25\n", {2: 7.5, 3: 8.25}),
    "sleep hmm": ("Date,Sleep\n2026-03-02,7:30\n2026-03-03,8:15\n", {2: 7.5, 3: 8.25}),
    "sleep min": ("Date,Sleep (min)\n2026-03-02,450\n2026-03-03,495\n", {2: 7.5, 3: 8.25}),
    "sleep hm": ("Date,Sleep\n2026-03-02,7h 30m\n2026-03-03,8h 15m\n", {2: 7.5, 3: 8.25}),
    "sleep sec": ("Date,Sleep seconds\n2026-03-02,27000\n2026-03-03,29700\n", {2: 7.5, 3: 8.25}),
    "sleep comma": ("Datum;Schlaf (h)\n02.03.2026;7,5\n03.03.2026;8,25\n", {2: 7.5, 3: 8.25}),
    "fell asleep woke": (
        "Date,Fell asleep,Woke up\n2026-03-02,23:00,06:30\n2026-03-03,22:45,07:00\n",
        {2: 7.5, 3: 8.25},
    ),
    "start end datetimes": (
        "Sleep start,Sleep end\n2026-03-01 23:00,2026-03-02 06:30\n2026-03-02 22:45,2026-03-03 07:00\n",
        {2: 7.5, 3: 8.25},
    ),
    "sleep am pm": (
        "Date,Asleep at,Awake at\n2026-03-02,11:00 PM,6:30 AM\n2026-03-03,10:45 PM,7:00 AM\n",
        {2: 7.5, 3: 8.25},
    ),
    "hours and minutes": ("Date,Sleep hours,Sleep minutes\n2026-03-02,7,30\n2026-03-03,8,15\n", {2: 7.5, 3: 8.25}),
    "score only": ("Date,Sleep score\n2026-03-02,80\n2026-03-03,75\n", {}),
    "quality only": ("Date,Sleep quality (1-5)\n2026-03-02,4\n2026-03-03,3\n", {}),
    "night of": ("Night of,Hours slept\n2026-03-01,7.5\n2026-03-02,8.25\n", {2: 7.5, 3: 8.25}),
    "fr sommeil": ("Date;Durée de sommeil\n02/03/2026;7h30\n14/03/2026;8h15\n", {2: 7.5, 14: 8.25}),
    "es sueño": ("Fecha;Horas de sueño\n02/03/2026;7,5\n14/03/2026;8,25\n", {2: 7.5, 14: 8.25}),
    "bed time only": ("Date,Bedtime,Wake time\n2026-03-02,23:00,06:30\n", {}),
    "stages": (
        "Date,Deep (min),REM (min),Light (min),Awake (min)\n2026-03-02,90,100,260,20\n2026-03-03,95,100,300,10\n",
        {2: 7.5, 3: 8.25},
    ),
    "withings sleep": (
        "from,to,light (s),deep (s),rem (s),awake (s),wake up\n2026-03-01T23:00:00+01:00,2026-03-02T06:50:00+01:00,15000,7000,5000,1200,2\n",
        {2: 7.5},
    ),
    "sleep cycle": (
        "Start;End;Sleep Quality;Regularity;Time in bed (seconds);Time asleep (seconds);Steps\n2026-03-01 23:00:00;2026-03-02 07:00:00;80%;90%;28800;27000;5000\n2026-03-02 23:00:00;2026-03-03 07:30:00;85%;91%;30600;29700;6000\n",
        {2: 7.5, 3: 8.25},
    ),
    "eight sleep": (
        "Date,Time slept,Time to fall asleep,HRV\n2026-03-02,7h 30m,10m,60\n2026-03-03,8h 15m,5m,62\n",
        {2: 7.5, 3: 8.25},
    ),
    "hrv4training": (
        "date,rMSSD,sleep_time,sleep_quality,muscle_soreness,fatigue\n2026-03-02,60,7.5,8,3,2\n2026-03-03,61,8.25,7,5,3\n",
        {2: 7.5, 3: 8.25},
    ),
    "bedtime wake asleep mixed": (
        "Date,Bedtime,Asleep,Wake,Slept\n2026-03-02,22:50,23:00,06:30,7:30\n2026-03-03,22:40,22:45,07:00,8:15\n",
        {2: 7.5, 3: 8.25},
    ),
    "garmin summary": (
        "Calendar Date,Sleep Time Seconds,Deep Sleep Seconds,Light Sleep Seconds,Rem Sleep Seconds,Awake Sleep Seconds\n2026-03-02,27000,7000,15000,5000,1200\n",
        {2: 7.5},
    ),
    "de wellness": (
        "Datum;Schlafdauer;Muskelkater (0-10);Stimmung\n02.03.2026;7:30;3;gut\n03.03.2026;8:15;5;ok\n",
        {2: 7.5, 3: 8.25},
    ),
    "nap col": ("Date,Night sleep,Nap\n2026-03-02,7.5,0.5\n2026-03-03,8.25,0\n", {2: 7.5, 3: 8.25}),
}
# Soreness of each morning. [0-10]
SORENESS: dict[str, tuple[str, list[float]]] = {
    "sore words": ("Date,Soreness\n2026-03-02,none\n2026-03-03,mild\n2026-03-04,very sore\n", [0.0, 2.0, 8.0]),
    "sore reversed header": ("Date,Soreness (10 = none)\n2026-03-02,10\n2026-03-03,7\n", [0.0, 3.0]),
    "freshness": ("Date,Leg freshness (1-10)\n2026-03-02,10\n2026-03-03,1\n", [0.0, 10.0]),
    "sore stars": ("Date,Leg soreness (0-10)\n2026-03-02,3\n2026-03-03,6\n", [3.0, 6.0]),
    "sore de words": ("Datum;Muskelkater\n02.03.2026;keiner\n03.03.2026;stark\n", [0.0, 7.0]),
    "sore parts": ("Date,Quads soreness 0-10,Calves soreness 0-10\n2026-03-02,3,5\n2026-03-03,6,2\n", [5.0, 6.0]),
    "upper soreness": ("Date,Arm soreness (0-10)\n2026-03-02,3\n", []),
    "fr courb": ("Date;Courbatures (0 = aucune, 10 = extrêmes)\n02/03/2026;3\n14/03/2026;6\n", [3.0, 6.0]),
    "emoji sore": ("Date,Leg soreness\n2026-03-02,😀\n2026-03-03,😫\n", [0.0, 10.0]),
    "percent": ("Date,Leg soreness %\n2026-03-02,30%\n2026-03-03,60%\n", [3.0, 6.0]),
}
