"""Names of the months as apps and people write them, in some thirty languages."""

from __future__ import annotations

__all__ = ["MONTHS"]

# en, de, fr, es, pt, it, nl, sv, da, nb, pl, ru, tr, hu, ro, fi, cs, hr, sr, sl, sk, et, lv, lt, ca, id, el, uk, bg;
# short and long, as CLDR has them, without accents and dots. Croatia's “listopad”
# is October, all others' November; `date_text` tells it.
_MONTH_NAMES = (
    "jan january januar janner janv janvier ene enero janeiro gen gennaio januari sty stycznia styczen янв "
    "января oca ocak ian ianuarie tammikuuta tammik tammi led ledna leden sijecanj sijecnja jaanuar janvaris "
    "janvari sausio sausis gener ιανουαριου ιανουαριοσ ιαν січень січня січ януари",
    "feb february februar fev fevr fevrier febrero fevereiro febbraio februari lut lutego luty фев февр "
    "февраля sub subat helmikuuta helmik helmi uno unora unor veljaca veljace veebruar februaris vasario "
    "vasaris febrer φεβρουαριου φεβρουαριοσ φεβ лютии лютого лют февруари",
    "mar march marz mrz mars marzo marco mrt maart marts marca marzec мар марта март mart marc marcius martie "
    "maaliskuuta maalisk maalis bre brezna brezen ozujak ozujka maret kovo kovas μαρτιου μαρτιοσ μαρ березень "
    "березня бер",
    "apr april avr avril abr abril aprile kwi kwietnia kwiecien апр апреля nis nisan aprilis aprilie "
    "huhtikuuta huhtik huhti dub dubna duben travanj travnja aprill balandzio balandis απριλιου απριλιοσ απρ "
    "квітень квітня квіт кві април",
    "may mai mayo maio mag maggio mei maj maja мая май mayis mayıs majus toukokuuta toukok touko kve kvetna "
    "kveten svibanj svibnja maijs geguzes geguze maig μαιου μαιοσ μαι травень травня трав маи",
    "jun june juni juin junio junho giu giugno cze czerwca czerwiec июн июня июнь haz haziran junius iun iunie "
    "kesakuuta kesak kesa cvn cervna cerven lipanj lipnja junij juuni junijs birzelio birzelis juny ιουνιου "
    "ιουνιοσ ιουν червень червня черв юни",
    "jul july juli juil juillet julio julho lug luglio lip lipca lipiec июл июля июль tem temmuz julius iul "
    "iulie heinakuuta heinak heina cvc cervence cervenec srpanj srpnja julij juuli julijs liepos liepa juliol "
    "ιουλιου ιουλιοσ ιουλ липень липня лип юли",
    "aug august aout ago agosto augustus augusti sie sierpnia sierpien авг августа agu agustos augusztus "
    "elokuuta elok elo srp srpna srpen kolovoz kolovoza avgust avgusta augusts rugpjucio rugpjutis agost agt agustus "
    "αυγουστου αυγουστοσ αυγ серпень серпня серп август",
    "sep sept september septembre septiembre set setembro settembre setiembre wrz wrzesnia wrzesien сен сент "
    "сентября eyl eylul szept szeptember septembrie syyskuuta syysk syys zari rujan rujna septembar septembris "
    "rugsejo rugsejis setembre σεπτεμβριου σεπτεμβριοσ σεπ вересень вересня вер септември септ",
    "oct october okt oktober octobre octubre out outubro ott ottobre paz pazdziernika pazdziernik окт октября "
    "eki ekim octombrie lokakuuta lokak loka rij rijna rijen oktobar oktoober oktobris spalio spalis οκτωβριου "
    "οκτωβριοσ οκτ жовтень жовтня жовт октомври",
    "nov november novembre noviembre novembro lis listopada listopad ноя нояб ноября kasim kasım kas noiembrie "
    "marraskuuta marrask marras listopadu studeni studenoga novembar novembris lapkricio lapkritis νοεμβριου "
    "νοεμβριοσ νοε листопад листопада ноември ноем",
    "dec december dez dezember decembre dic diciembre dezembro dicembre desember des gru grudnia grudzien дек "
    "декабря ara aralik aralık decembrie joulukuuta jouluk joulu pro prosince prosinec prosinca decembar "
    "detsember decembris gruodzio gruodis desembre δεκεμβριου δεκεμβριοσ δεκ грудень грудня груд декември",
)
MONTHS = {word: number for number, words in enumerate(_MONTH_NAMES, 1) for word in words.split()}
