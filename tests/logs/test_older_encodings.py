"""Tables in the encodings that spreadsheets still save in."""

from __future__ import annotations

import pytest

from legrun.logs import read_log


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("shift_jis", "日付,種目,分\n2026/3/2,ランニング,40\n2026/3/4,脚トレ,60\n"),
        ("gbk", "日期,运动类型,时长(分钟)\n2026-03-02,跑步,40\n2026-03-04,腿部训练,60\n"),
        ("big5", "日期,運動,時間(分鐘)\n2026-03-02,跑步,40\n2026-03-04,腿部訓練,60\n"),
        ("euc_kr", "날짜,운동,시간(분)\n2026-03-02,달리기,40\n2026-03-04,하체,60\n"),
        ("cp1251", "Дата;Тренировка;Минуты\n02.03.2026;Бег;40\n04.03.2026;Ноги;60\n"),
        ("cp1253", "Ημερομηνία;Άσκηση;Διάρκεια (λεπτά)\n2/3/2026;Τρέξιμο;40\n14/3/2026;Πόδια;60\n"),
        ("cp1252", "Datum;Übung;Dauer (min)\n02.03.2026;Laufen;40\n04.03.2026;Beine;60\n"),
        ("utf-8", "Date,Sport,Min\n2026-03-02,Run,40\n2026-03-04,Legs,60\n"),
    ],
)
def test_the_script_is_told_by_the_words_of_the_header(encoding: str, text: str) -> None:
    log = read_log(text.encode(encoding), "table.csv", guess=True)
    assert [(session.kind, session.minutes) for session in log.sessions] == [("run", 40), ("legs", 60)]
    assert ("encoding" in {each.key for each in log.assumptions}) is (encoding != "utf-8")
