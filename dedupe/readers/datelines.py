"""Dates as sites print them, in many languages: the date of a line, and whether a line is little more than a date."""

import re
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache

from dedupe.readers.page_words import BY, COUNT_WORDS

# How the names of the months begin, folded as `_fold` does; the longest beginning that fits decides.
_MONTHS = """
jan ian gen ene sty sijec янв січ сту tammi oca ocak ιαν يناير ינו जनवर জানু มกราคม ม.ค saus
feb fev few fevr fev unor unora veljac фев лют helmi sub φεβ فبراير شباط פבר फरवर फ़रवर ফেব্রু กุมภาพันธ์ ก.พ vasar
mar maer mrt mrz brez bre ozuj мар бер сак maalis μαρ مارس آذار מרץ मार्च মার্চ มีนาคม มี.ค kov
apr avr abr kwie dub travn апр квіт крас huhti nis απρ abril أبريل ابريل نيسان אפר अप्रैल এপ্রিল เมษายน เม.ย balan
may mai mei maj mag kvet kve svib май мая маи трав touko μαι مايو أيار מאי मई মে พฤษภาคม พ.ค geguz
jun juin juni giu czerw cervn cerven lipn июн черв kesa haz ιουν يونيو يونيه حزيران יוני जून জুন มิถุนายน มิ.ย birz
jul juil lug lipc lipiec cervenc srpanj srpnj июл лип heina tem ιουλ يوليو يوليه تموز יולי जुल জুলা กรกฎาคม ก.ค liep
aug aou ago sierp srpn srpen kolov авг серп elo agu αυγ أغسطس آب אוג अगस्त আগস্ট สิงหาคม ส.ค rugp
sep set szep wrze zari ruj rujn сен вер syys eyl σεπ سبتمبر أيلول ספט सितं सितम সেপ্টে กันยายน ก.ย rugs
oct okt out ott paz rij окт жов loka eki ek οκτ أكتوبر אוק अक्टू अक्तू অক্টো ตุลาคม ต.ค spal
nov noi listop studen ноя лист marras kas νοε نوفمبر נוב नवं नवम নভে พฤศจิกายน พ.ย lapkr
dec des dez dic déc grud prosin дек груд joulu ara δεκ ديسمبر דצמ दिसं दिसम ডিসে ธันวาคม ธ.ค gruod
"""


def _fold(text: str) -> str:
    """Return the text without case and accents, as the table of months is written."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _words(table: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in table.casefold().split())


_AGO = frozenset(
    map(
        _fold,
        _words("""
ago vor hace il_y_a ha fa geleden sedan siden sitten temu pred назад тому πριν once منذ قبل לפני पहले আগে ที่แล้ว
truoc lalu 前 전 minut minute minuten minutes stunde stunden hour hours tag tagen day days hora horas heure heures
today yesterday heute gestern hoy ayer hoje ontem oggi ieri aujourd'hui hier vandaag gisteren dzis wczoraj dnes vcera
сегодня вчера сьогодні вчора bugun dun اليوم أمس היום אתמול आज कल วันนี้ เมื่อวาน hari_ini kemarin 今日 昨日 今天 昨天
오늘 어제
"""),
    )
)
_AROUND = (
    BY
    | COUNT_WORDS
    | _words("""
posted published updated on at am um uhr veröffentlicht aktualisiert publié le à publicado actualizado el a las em às
pubblicato il alle gepubliceerd op publicerad den publisert opublikowano dnia publikováno dne közzétéve publicat la
data de опубликовано опубліковано в о публикувано на δημοσιεύθηκε στις yayınlandı tarihinde نشر في פורסם ב प्रकाशित
เผยแพร่เมื่อ đăng ngày lúc dipublikasikan pada pukul wib 投稿日 公開日 发布于 發表於 發布 更新 게시일 입력 수정 in im
""")
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([-/.])\s?(\d{1,2})\2\s?((?:19|20)?\d\d)(?!\d)")
_EAST = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]?")
_VIETNAMESE = re.compile(r"(\d{1,2})\s+th[aá]ng\s+(\d{1,2}),?\s+(?:n[aă]m\s+)?(\d{4})", re.IGNORECASE)
_CLOCK = re.compile(r"(?<![\d.:])([01]?\d|2[0-3])[:h.]([0-5]\d)(?::[0-5]\d)?(?![\d.:])(?:\s*([ap])\.?m\b)?", re.IGNORECASE)
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:[^\w\s]?[^\W\d_]+)*")
_PARTS = re.compile(r"[|·•/—]|\b(?:by|von|par|por|posted|on|am|em|el)\b", re.IGNORECASE)
_BUDDHIST = 543  # years ahead of ours


def find_date(text: str) -> datetime | None:
    """Return the date that stands in a line, with its time if given, in UTC; None if there is none or it is ambiguous."""
    found = _numeric(text) or _worded(text)
    if found is None:
        return None
    clock = _CLOCK.search(_NUMERIC.sub(" ", _ISO.sub(" ", text)))
    try:
        return datetime(*found, *_time(clock), tzinfo=UTC)
    except ValueError:
        return None


def is_dateline(text: str, most: int = 9) -> bool:
    """Whether a line is a date, a time or "2 hours ago" with at most `most` other words (a byline, a category)."""
    if len(text) > 120 or not any(c.isdecimal() for c in text):
        return len(text) <= 20 and _fold(text).strip(" .,:") in _AGO
    bare = text
    for pattern in (_ISO, _EAST, _VIETNAMESE, _NUMERIC):
        bare = pattern.sub(" ", bare)
    words = [word for word in _TOKEN.findall(bare) if not word.isdecimal() and word.casefold() not in _AROUND]
    if bare != text or _worded(text) or _day_and_year(text):
        return len(words) <= 4 or (len(words) <= most and _PARTS.search(text) is not None)
    timed = _CLOCK.search(text) is not None or any(_fold(word) in _AGO for word in words) or text.endswith(("前", "전"))
    return timed and len(words) <= 3


def _numeric(text: str) -> tuple[int, int, int] | None:
    if found := _ISO.search(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _EAST.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _VIETNAMESE.search(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _NUMERIC.search(text):
        return _day_and_month(int(found[1]), int(found[3]), found[2], int(found[4]))
    return None


def _day_and_month(first: int, second: int, mark: str, year: int) -> tuple[int, int, int] | None:
    """Return year, month and day; only dots say that the day comes first, otherwise the numbers must."""
    year += 2000 if year < 100 else 0
    if mark == "." or first > 12 or first == second:
        return year, second, first
    return (year, first, second) if second > 12 else None


def _worded(text: str) -> tuple[int, int, int] | None:
    """Return the date whose day and year stand beside the name of a month."""
    tokens = _TOKEN.findall(text)[:30]
    for at, token in enumerate(tokens):
        month = 0 if token.isdecimal() else _month(token)
        near = (*reversed(tokens[max(0, at - 2) : at]), *tokens[at + 1 : at + 5])
        if not month or not any(t.isdecimal() for t in tokens[max(0, at - 2) : at + 2]):
            continue
        numbers = [int(t) for t in near if t.isdecimal()]
        year = next((y for n in numbers if (y := _year(n))), 0)
        day = next((n for n in numbers if 1 <= n <= 31), 0)
        if year and day:
            return year, month, day
    return None


def _day_and_year(text: str) -> bool:
    """Whether a day and a year stand in a short line: a date in a language whose months are not known here."""
    tokens = _TOKEN.findall(text)
    numbers = [int(token) for token in tokens if token.isdecimal()]
    if not 2 <= len(numbers) <= len(tokens) <= 7 or len(tokens) > len(numbers) + 3:
        return False
    return any(map(_year, numbers)) and any(1 <= n <= 31 for n in numbers)


def _year(number: int) -> int:
    if 1900 <= number <= 2099:
        return number
    return number - _BUDDHIST if 2443 <= number <= 2642 else 0


def _time(clock: re.Match[str] | None) -> tuple[int, int]:
    if clock is None:
        return 0, 0
    hour = int(clock[1])
    if clock[3]:
        hour = hour % 12 + (12 if clock[3] in "pP" else 0)
    return hour, int(clock[2])


@lru_cache(maxsize=4096)
def _month(word: str) -> int:
    folded = _fold(word)
    fits = [(len(stem), month) for stem, month in _stems().items() if folded.startswith(stem)]
    return max(fits)[1] if fits and len(folded) <= 14 else 0


@lru_cache(maxsize=1)
def _stems() -> dict[str, int]:
    months = _MONTHS.strip().splitlines()
    return {_fold(stem): month for month, stems in enumerate(months, 1) for stem in stems.split()}
