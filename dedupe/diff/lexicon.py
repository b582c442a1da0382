"""The words that the diff knows by heart: numbers, months, titles, negations, abbreviations; English first."""


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


def _numbered(table: str) -> dict[str, int]:
    """Return the words of a table with the number of their line, from 1."""
    return {word: n for n, line in enumerate(table.strip().splitlines(), 1) for word in line.split()}


MONTHS = _numbered("""
    january januar janvier enero gennaio leden ledna января jan
    february februar février febrero febbraio února февраля feb
    march märz mars marzo března марта mar
    april avril abril aprile dubna апреля apr
    may mai mayo maggio května мая
    june juni juin junio giugno června июня jun
    july juli juillet julio luglio července июля jul
    august août agosto srpna августа aug
    september septembre septiembre settembre září сентября sep sept
    october oktober octobre octubre ottobre října октября oct
    november novembre noviembre listopadu ноября nov
    december dezember décembre diciembre dicembre prosince декабря dec
""")
# Months before whose day a text may put them: "July 24"; in other languages a number after a month is something else.
DAY_LATER = _words("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
""")
WEEKDAYS = _numbered("""
    monday mondays montag lundi lunes lunedì pondělí понедельник
    tuesday tuesdays dienstag mardi martes martedì úterý вторник
    wednesday wednesdays mittwoch mercredi miércoles mercoledì středu среду
    thursday thursdays donnerstag jeudi jueves giovedì čtvrtek четверг
    friday fridays freitag vendredi viernes venerdì pátek пятницу
    saturday saturdays samstag samedi sábado sabato sobotu субботу
    sunday sundays sonntag dimanche domingo domenica neděli воскресенье
""")

ONES = _numbered("one\n two\n three\n four\n five\n six\n seven\n eight\n nine")
TEENS = {word: n + 9 for word, n in _numbered(
    "ten\n eleven\n twelve\n thirteen\n fourteen\n fifteen\n sixteen\n seventeen\n eighteen\n nineteen"
).items()}  # fmt: skip
TENS = {word: 10 * n for word, n in _numbered(
    "ten\n twenty\n thirty\n forty\n fifty\n sixty\n seventy\n eighty\n ninety"
).items() if word != "ten"}  # fmt: skip
# In languages that do not inflect them, with nothing that is also a word of English or a name: no "once" or "tres".
SPELLED = {word: n + 1 for word, n in _numbered("""
    zwei deux dos
    drei trois
    vier quatre cuatro
    fünf cinq cinco
    sechs seis
    sieben siete
    ocho
    neun nueve
    zehn dix diez
    elf onze
    zwölf douze doce
""").items()}  # fmt: skip
GERMAN = _words("auf das dem der die ein eine für im ist mit nicht und von zu")
ENGLISH = _words("a and at for in is of on the to was were")  # a sentence without any of them is of another language
GROUPS = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALES = GROUPS | {
    "k": 10**3, "mn": 10**6, "mln": 10**6, "mld": 10**9, "bln": 10**9, "bn": 10**9, "tn": 10**12,
    "tausend": 10**3, "mio": 10**6, "mrd": 10**9,
    "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "billionen": 10**12,
    "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "millones": 10**6,
    "тыс": 10**3, "тысяч": 10**3, "тысячи": 10**3, "млн": 10**6, "млрд": 10**9, "миллион": 10**6, "миллиона": 10**6,
    "миллионов": 10**6, "миллиарда": 10**9, "миллиардов": 10**9, "tisíc": 10**3, "milion": 10**6, "milionu": 10**6,
    "miliony": 10**6, "milionů": 10**6, "miliarda": 10**9, "miliardy": 10**9, "miliard": 10**9,
    "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8,
}  # fmt: skip
VAGUE = {
    "dozens": (24, 199),
    "scores": (40, 199),
    "hundreds": (200, 1_999),
    "thousands": (2_000, 19_999),
    "tens of thousands": (20_000, 199_999),
    "hundreds of thousands": (200_000, 1_999_999),
    "millions": (2 * 10**6, 10**9),
}
UNITS = {
    **dict.fromkeys(("%", "percent", "per cent", "prozent", "procent"), "%"),
    **dict.fromkeys(("$", "dollar", "dollars"), "$"),
    **dict.fromkeys(("€", "euro", "euros"), "€"),
    **dict.fromkeys(("£", "pound", "pounds"), "£"),
}

# Words of four letters and more that say nothing of what is counted or denied.
HOLLOW = _words("""
    about after almost around been being before from have having least more most nearly over since some such than that their them
    then there these they this those were what when which will with would your
""")
NEGATORS = _words("""
    no not never none nobody nothing neither nor without cannot non nicht kein keine keinen keiner keinem niemand nie ohne
    pas aucun aucune jamais nunca ningún ninguna nessun nessuna не нет никто никогда ani nikdo žádný žádné žádní
""")
# After a negation: "not only" and "no doubt" deny nothing.
NO_DENIAL = _words("only just least less more later longer doubt matter wait nur seulement solo только")
# What says no without a negation: "failed to save" is "did not save".
REFUSALS = _words("""
    fail fails failed failing failure few little hardly barely scarcely rarely seldom instead unless until only avoid avoids
    avoided avoiding skip skipped lack lacks lacked lacking refuse refuses refused refusing deny denies denied denying
    prevent prevents prevented yet unable impossible stop stops stopped kaum wenig statt
""")
OPPOSITES = [
    (_words("confirm confirms confirmed confirming"), _words("deny denies denied denying")),
    (_words("accept accepts accepted accepting"), _words("reject rejects rejected rejecting refuse refuses refused")),
    (
        _words("rise rises rose risen rising increase increased"),
        _words("fall falls fell fallen falling decrease decreased drop dropped"),
    ),
    (_words("win wins won winning"), _words("lose loses lost losing")),
    (_words("support supports supported supporting"), _words("oppose opposes opposed opposing")),
    (_words("guilty"), _words("innocent")),
    (_words("alive survived"), _words("dead died")),
    (_words("before"), _words("after")),
    (_words("possible"), _words("impossible")),
    (_words("legal"), _words("illegal")),
]

LINKS = _words("of for de la le del della di da dos von van der den bin al el ibn")  # within names
TITLES = _words("""
    mr mrs ms miss dr prof professor sir lord lady dame gen brig col lt sgt capt maj adm general brigadier colonel lieutenant
    captain major admiral president minister ambassador chancellor senator governor mayor king queen prince princess pope
    herr frau mme
""")
STARTERS = _words("""
    the he she it they we you i in but and a an this that these those there on at as when while if for his her their our its
""")
ABBREVIATIONS = _words("""
    mr mrs ms dr prof gen brig col lt sgt capt cpl maj adm rev hon st sen rep gov pres jr sr vs etc nos vol inc ltd co corp
    bros dept est approx al ft mt jan feb mar apr jun jul aug sep sept oct nov dec bzw ca nr str usw inkl evtl mme mlle ing
    dott av sra dra srta г им ул тыс млн млрд руб т д п е tzv např tj popř č
""")
