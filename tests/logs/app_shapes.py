"""Tables in the shapes of more apps and sheets, each read wrong at first, and what is right of each."""

from __future__ import annotations

# A line each, so that they can be looked through.
# fmt: off
# Text of the table, and its sessions as `tests.logs.guessed.sessions` writes them.
SESSIONS: dict[str, tuple[str, list[str]]] = {
    'a local time with a Z beside its offset': ('name,sport_type,start_date,start_date_local,utc_offset,moving_time,distance\nEasy,Run,2026-05-04T16:30:00Z,2026-05-04T18:30:00Z,7200,2700,8100\nLeg day,WeightTraining,2026-05-06T16:00:00Z,2026-05-06T18:00:00Z,7200,3600,0\n', ['run 04 18:30 45min 8.10km', 'legs 06 18:00 60min']),
    'a planned time before the actual one': ('Date,Activity Type,Name,Planned Time,Planned Distance,Actual Time,Actual Distance,Distance Unit\n5/4/2026,Run,Easy,0:50:00,6,0:45:30,5,mi\n5/16/2026,Strength,Legs,1:00:00,,0:58:00,,\n', ['run 04 46min 8.05km', 'legs 16 58min']),
    'half of the day in its own column': ('Date,Time,AM/PM,Sport,Min\n2026-05-04,6:30,PM,Run,45\n2026-05-06,7:15,AM,Legs,50\n', ['run 04 18:30 45min', 'legs 06 07:15 50min']),
    'parts of a day, rounded': ('Date,Sport,Duration\n46146.77,Run,0.0313\n46148.75,Legs,0.0417\n', ['run 04 18:28 45min', 'legs 06 18:00 60min']),
    'minutes of each sport of a brick': ('Date,Session,Bike min,Run min\n2026-05-04,Brick,70,15\n2026-05-06,Run,,45\n2026-05-07,Legs,,\n', ['other 04 70min', 'run 04 15min', 'run 06 45min', 'legs 07 ~60min']),
    'texts below each sport': ('Date,Swim,Run,Gym\n2026-05-04,,45min 8km easy,\n2026-05-05,2000m 40min,,\n2026-05-06,,,legs 50min RPE 8\n', ['run 04 45min 8.00km', 'other 05 40min 2.00km', 'legs 06 50min']),
    'one sport with texts': ('Date,Run,HR avg\n2026-05-04,Easy 5 miles 45min,150\n2026-05-06,Tempo 6 miles 44min,165\n', ['run 04 45min 8.05km', 'run 06 44min 9.66km']),
    'types of sets in capitals': ('Title,Date,Duration,Exercise,Weight,Reps,Set Type\nLegs,2026-05-04 18:00:00,00:50:00,Squat,60,8,WARM_UP_SET\nLegs,2026-05-04 18:00:00,00:50:00,Squat,100,5,NORMAL_SET\nLegs,2026-05-04 18:00:00,00:50:00,Squat,100,5,FAILURE_SET\n', ['legs 04 18:00 50min 2sets']),
    'body weight in stones': ('Date,Sport,Minutes,Weight (st)\n2026-05-04,Run,45,11.5\n2026-05-06,Legs,60,11.4\n', ['run 04 45min', 'legs 06 60min']),
    'body weight in kilograms': ('Date,Sport,Minutes,Weight (kg)\n2026-05-04,Run,45,72.5\n2026-05-06,Legs,60,72.4\n', ['run 04 45min', 'legs 06 60min']),
    'secs and metres': ('date,type,secs,metres\n2026-05-04,run,2700,8100\n2026-05-06,legs,3600,\n', ['run 04 45min 8.10km', 'legs 06 60min']),
    'activity time before total time': ('Sport,Date,Distance(km),Activity Time,Total Time\nRun,20260504,8.1,00:45:00,00:47:30\nStrength,20260506,0.00,01:00:00,01:00:00\n', ['run 04 45min 8.10km', 'other 06 60min']),
    'the day of the year': ('Date,Sport,Min\n2026-124,Run,45\n2026-126,Legs,60\n', ['run 04 45min', 'legs 06 60min']),
    'the day of the year without a mark': ('Day,Sport,Min\n2026124,Run,45\n2026126,Legs,60\n', ['run 04 45min', 'legs 06 60min']),
    'a year and its day': ('Year,Day of year,Sport,Min\n2026,124,Run,45\n2026,126,Legs,60\n', ['run 04 45min', 'legs 06 60min']),
    'a month in merged cells': ('Month,Day,Sport,Min\nMay 2026,4,Run,45\n,6,Legs,60\nJune 2026,7,Run,30\n', ['run 04 45min', 'legs 06 60min', 'run 07 30min']),
    'a month and a year in merged cells': ('Year,Month,Day,Sport,Min\n2026,May,4,Run,45\n,,6,Legs,60\n', ['run 04 45min', 'legs 06 60min']),
    'sums below without days': ('Date,Sport,Min,km\n2026-05-04,Run,45,8\n2026-05-06,Legs,60,\n\nSport,Sessions,Min,km\nRun,1,45,8\nLegs,1,60,\n', ['run 04 45min 8.00km', 'legs 06 60min']),
    'sums by month below': ('Date,Sport,Min,km\n2026-05-04,Run,45,8\n2026-05-06,Legs,60,\n,,,\nMonth,Run min,Legs min,\nMay,45,60,\n', ['run 04 45min 8.00km', 'legs 06 60min']),
    'a row a measure': ('Date,Item,Value\n2026-05-04,Run distance,8 km\n2026-05-04,Run time,45 min\n2026-05-06,Legs time,60 min\n', ['run 04 45min 8.00km', 'legs 06 60min']),
    'Swedish legs in a title': ('Aktivitetstyp,Datum,Favorit,Namn,Distans,Kalorier,Tid,Medelpuls\nLöpning,2026-05-04 18:30:00,false,"Lund","8,10","520","00:45:00","150"\nStyrketräning,2026-05-06 18:00:00,false,"Ben","0,00","300","01:00:00","110"\n', ['run 04 18:30 45min 8.10km', 'legs 06 18:00 60min']),
    'counts of sets of a part of the body': ('Date,Run km,Run min,Leg sets,Upper sets\n2026-05-04,8.1,45,,\n2026-05-06,,,12,\n2026-05-07,,,,10\n', ['run 04 45min 8.10km', 'legs 06 ~36min 12sets', 'upper 07 ~30min']),
    'marks of texts': ("Date,Sport,Min\n'2026-05-04,Run,'45\n'2026-05-06,Legs,'60\n", ['run 04 45min', 'legs 06 60min']),
    'CAP': ('Date;Sport;Durée (h)\n04/05/2026;CAP;0,75\n16/05/2026;Muscu jambes;1\n', ['run 04 45min', 'legs 16 60min']),
    'from and to, the end first': ('Sport,To,From\nRun,2026-05-04 19:15,2026-05-04 18:30\nLegs,2026-05-06 19:00,2026-05-06 18:00\n', ['run 04 18:30 45min', 'legs 06 18:00 60min']),
    'what was climbed is no lift': ('Date,Run,Distance (km),Time,Elevation gain (m),Elevation loss (m)\n2026-05-04,Trail,12,1:20:00,600,600\n', ['run 04 80min 12.00km']),
    'strides are no ride': ('Date,Session,Time\n2026-05-04,Easy + 6x100m strides,45:00\n2026-05-06,Legs,60:00\n', ['run 04 45min', 'legs 06 60min']),
    'several distances of a run': ('Date,Run,HR\n2026-05-04,10 km with 2 km hard 50min,150\n2026-05-06,2 km wu 5x1000m 2 km cd 50min,160\n', ['run 04 50min 10.00km', 'run 06 50min']),
    'the sum of a week in French': ('Date;Séance;Durée\n04/05/2026;Footing;45 min\n16/05/2026;Jambes;60 min\nTotal semaine;;105 min\n', ['run 04 45min', 'legs 16 60min']),
    'an hour before a session': ('Date,Session\n2026-05-04,18:30 Run 45 min 8.1 km RPE 3\n2026-05-06,6 pm Legs 60 min RPE 8\n', ['run 04 18:30 45min 8.10km', 'legs 06 18:00 60min']),
    'halves of a day in one line': ('Date,Training\n2026-05-04,AM: Run 45 min PM: Legs 60 min\n2026-05-06,Run 30 min\n', ['run 04 45min', 'legs 04 60min', 'run 06 30min']),
    'sets below a lift that is named once': ('Date,Exercise,Set,Reps,kg\n2026-05-06,Squat,1,5,100\n,,2,5,100\n,,3,5,100\n,Lunge,1,10,20\n,,2,10,20\n,,,35,440\n', ['legs 06 ~15min 5sets']),
    'the time of the year so far': ('Date,Sport,Time,Total Time YTD\n2026-05-04,Run,45:00,30:45:00\n2026-05-06,Legs,1:00:00,31:45:00\n', ['run 04 45min', 'legs 06 60min']),
    'laps with their starts': ('ActivityId,Sport,LapStart,TotalTimeSeconds,DistanceMeters\n1,Running,2026-05-04T18:30:00,1350,4050\n1,Running,2026-05-04T18:52:30,1350,4050\n2,Running,2026-05-06T18:00:00,1800,5000\n', ['run 04 18:30 45min 8.10km', 'run 06 18:00 30min 5.00km']),
    'vi': ('Ngày,Hoạt động,Thời gian (phút)\n04/05/2026,Chạy bộ,45\n16/05/2026,Tập chân,60\n', ['run 04 45min', 'legs 16 60min']),
    'bg': ('Дата;Тренировка;Минути\n04.05.2026;Бягане;45\n06.05.2026;Крака;60\n', ['run 04 45min', 'legs 06 60min']),
    'lt': ('Data;Veikla;Trukmė (min)\n2026-05-04;Bėgimas;45\n2026-05-06;Kojos;60\n', ['run 04 45min', 'legs 06 60min']),
}
