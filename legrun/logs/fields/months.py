"""Names of the months as apps and people write them, in seventeen languages."""

from __future__ import annotations

__all__ = ["MONTHS"]

# en, de, fr, es, pt, it, nl, sv, da, nb, pl, ru, tr, hu, ro, fi, cs; short and long, as CLDR has them,
# without accents and dots.
_MONTH_NAMES = (
    "jan january januar janner janv janvier ene enero janeiro gen gennaio januari sty stycznia styczen янв января "
    "oca ocak ian ianuarie tammikuuta tammik tammi led ledna leden",
    "feb february februar fev fevr fevrier febrero fevereiro febbraio februari lut lutego luty фев февр февраля "
    "sub subat helmikuuta helmik helmi uno unora unor",
    "mar march marz mrz mars marzo marco mrt maart marts marca marzec мар марта март "
    "mart marc marcius martie maaliskuuta maalisk maalis bre brezna brezen",
    "apr april avr avril abr abril aprile kwi kwietnia kwiecien апр апреля "
    "nis nisan aprilis aprilie huhtikuuta huhtik huhti dub dubna duben",
    "may mai mayo maio mag maggio mei maj maja мая май mayis mayıs majus toukokuuta toukok touko kve kvetna kveten",
    "jun june juni juin junio junho giu giugno cze czerwca czerwiec июн июня июнь "
    "haz haziran junius iun iunie kesakuuta kesak kesa cvn cervna cerven",
    "jul july juli juil juillet julio julho lug luglio lip lipca lipiec июл июля июль "
    "tem temmuz julius iul iulie heinakuuta heinak heina cvc cervence cervenec",
    "aug august aout ago agosto augustus augusti sie sierpnia sierpien авг августа "
    "agu agustos augusztus elokuuta elok elo srp srpna srpen",
    "sep sept september septembre septiembre set setembro settembre setiembre wrz wrzesnia wrzesien сен сент сентября "
    "eyl eylul szept szeptember septembrie syyskuuta syysk syys zari",
    "oct october okt oktober octobre octubre out outubro ott ottobre paz pazdziernika pazdziernik окт октября "
    "eki ekim octombrie lokakuuta lokak loka rij rijna rijen",
    "nov november novembre noviembre novembro lis listopada listopad ноя нояб ноября "
    "kasim kasım kas noiembrie marraskuuta marrask marras listopadu",
    "dec december dez dezember decembre dic diciembre dezembro dicembre desember des gru grudnia grudzien дек декабря "
    "ara aralik aralık decembrie joulukuuta jouluk joulu pro prosince prosinec",
)
MONTHS = {word: number for number, words in enumerate(_MONTH_NAMES, 1) for word in words.split()}
