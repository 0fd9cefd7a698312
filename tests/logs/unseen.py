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
}
