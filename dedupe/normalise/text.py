"""A story's normal text: what is left when markup, typography and furniture of the page are gone."""

import re
from html import unescape
from itertools import pairwise
from unicodedata import is_normalized, normalize

SHORT = 50  # words; a shorter body is read with its title before it
WRAPPED = 100  # characters; hard-wrapped lines are no longer
LONG = 40  # characters of a paragraph that is kept once
STUB, LONGEST_STUB = 3, 1200  # distinct words, and characters, that a placeholder has at most

_TAGS = (
    "a abbr article aside b blockquote body br center cite code dd del div dl dt em figcaption figure font footer h[1-6] head "
    "header hr html i iframe img ins li link main mark meta nav ol p picture pre q s section small source span strike strong "
    "sub sup table tbody td th thead time title tr u ul video"
)
_TAG = re.compile(
    rf"<!--.*?-->|<(script|style)\b.*?</\1\s*>|</?(?:{_TAGS.replace(' ', '|')})\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK = re.compile(r"</?(?:p|div|br|h[1-6]|li|tr|ul|ol|blockquote|section|article|figure|table)\b", re.IGNORECASE)
_EMBED = re.compile(r"\[/?(?:embed|embedpost|caption|gallery|video|audio|playlist|vc_\w+|et_\w+)\b[^\]\n]*\]", re.IGNORECASE)
_CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])?\s*\[\+\d+ chars\]\s*$")
READ_ON = (
    *(
        "read more",
        "continue reading",
        "read the full story",
        "read the full article",
        "keep reading",
        "weiterlesen",
        "mehr lesen",
    ),
    *("leer más", "seguir leyendo", "lire la suite", "leggi tutto", "continua a leggere", "leia mais", "lees verder", "läs mer"),
    *("czytaj więcej", "číst dál", "celý článek", "читать далее", "читать полностью", "devamını oku", "続きを読む", "阅读全文"),
)
_CALL = re.compile(
    rf"[^\w\n]*(?:{'|'.join(READ_ON)})[\s»›→.…>]*|the post .{{3,200}} (?:appeared first|first appeared) on .{{2,80}}"
    r"|\d{1,2} min(?:ute)?s? read",
    re.IGNORECASE,
)
LONGEST_CALL = 320  # characters
_AGENCIES = (
    *("Reuters", "AP", "AFP", "dpa", "TASS", "Xinhua", "UPI", "EFE", "ANSA", "PTI", "ANI", "IANS", "Interfax", "Bloomberg"),
    *("CNN", "Kyodo", "Yonhap", "PA", "AAP", "CP", "Tanjug", "CTK", "ČTK", "APA"),
)
_CREDIT = re.compile(rf"(?:[^\W\d_][^\n(]{{1,60}})?\((?:{'|'.join(_AGENCIES)})\)\s*[-–—:]+\s+")
_DATELINE = re.compile(
    r"[A-ZÀ-ÞЀ-Я][A-ZÀ-ÞЀ-Я.'’ -]{2,30}(?:,\s*[^\W\d_][\w. ]{1,25}){0,2}(?:[,.]?\s+\w{3,9}\.?\s+\d{1,2}(?:,\s*\d{4})?)?"
    r"\s*(?:--|[–—]|\s-\s)\s*"
)
_BYLINE = re.compile(r"by [^\n.,]{3,60}(?:,[^\n.]{2,60})?\n", re.IGNORECASE)
_MIXED = re.compile(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")
_FOREIGN = re.compile(r"[\u0370-\u052f]")
_WORD = re.compile(r"\w+")
_LOOKALIKE = str.maketrans(
    "аеорсухіјѕԁԛԝһАВЕКМНОРСТУХІЈЅοαενρτυχκιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdqwhABEKMHOPCTYXIJSoaevptuxkiABEZHIKMNOPTYX",
)
_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_TOKEN = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+")
_BROKEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zà-ÿа-я])")
_ENDED = re.compile(r"[.!?…:;。！？।\"”»)][\"”’»')\]]*$")


def normalise(title: str, body: str) -> str:
    """Return the normal text of a story: its body, with the title before it where the body has fewer than SHORT words.

    Entities are read twice, tags and shortcodes go, compatibility forms are folded (NFKC), look-alike letters inside Latin
    words become Latin, hard-wrapped lines are joined, and each long paragraph is kept once. A line break ends a sentence.
    """
    text = clean(body)
    if len(text) < SHORT * 24 and sum(1 for _ in _TOKEN.finditer(text)) < SHORT:
        return f"{clean(title)}\n{text}".strip()
    return text


def clean(text: str) -> str:
    """Return a text without markup, typography and furniture; cleaning twice is cleaning once."""
    for _ in range(6):
        marked = _markup(text)
        cleaned, is_cut = _furniture(marked)
        if marked == text and not is_cut:
            return cleaned
        text = cleaned
    return text


def _markup(text: str) -> str:
    """Return the text with entities read, tags and shortcodes out, and letters and spaces in one form."""
    if "&" in text:
        text = unescape(unescape(text))
    if "<" in text:
        text = _TAG.sub(lambda tag: "\n" if _BLOCK.match(tag[0]) else "", text)
    if "[" in text:
        text = _CUT.sub("", _EMBED.sub("", text))
    if not text.isascii():
        if not is_normalized("NFKC", text):
            text = normalize("NFKC", text)
        if _FOREIGN.search(text) and _MIXED.search(text):
            text = _WORD.sub(lambda word: _latin(word[0]), text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _latin(word: str) -> str:
    """Return a word of mixed alphabets with its look-alikes made Latin."""
    return word.translate(_LOOKALIKE) if _MIXED.search(word) else word


def _furniture(text: str) -> tuple[str, bool]:
    """Return the text without datelines, bylines and calls to read on, one paragraph a line.

    And whether there is more to do: something was cut or joined, or, without the blank lines, what is left looks hard-wrapped.
    """
    whole = text.strip()
    text = whole
    for pattern in (_BYLINE, _CREDIT, _DATELINE):
        if match := pattern.match(text):
            text = text[match.end() :]
    lines = [line.strip() for line in text.split("\n")]
    told = [line for line in lines if len(line) > LONGEST_CALL or not _CALL.fullmatch(line)]
    paragraphs = _unwrapped(told) if _is_wrapped(told) else told
    kept = _once(paragraphs)
    is_cut = text != whole or paragraphs is not told or len(told) < len(lines) or _is_wrapped(kept)
    return "\n".join(kept), is_cut


def _unwrapped(lines: list[str]) -> list[str]:
    """Return paragraphs of hard-wrapped lines, which blank lines part."""
    joined = _BROKEN.sub("", "\n".join(lines))
    return [" ".join(part.split("\n")).strip() for part in re.split(r"\n{2,}", joined)]


def _once(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs that say something, a long one told twice kept once."""
    seen: set[str] = set()
    kept = []
    for line in paragraphs:
        if line and line not in seen:
            kept.append(line)
            if len(line) >= LONG:
                seen.add(line)
    return kept


def _is_wrapped(lines: list[str]) -> bool:
    """Return whether lines are broken at a width: none long, and half or more of the inner ones lack an end mark."""
    if len(lines) < 3 or max(map(len, lines)) > WRAPPED:
        return False
    inner = [line for line, after in pairwise(lines) if line and after]
    if len(inner) < 2 or max(map(len, inner)) < LONG:
        return False
    return sum(not _ENDED.search(line) for line in inner) * 2 >= len(inner)


def is_stub(body: str) -> bool:
    """Return whether a body has one to three distinct words: a placeholder under any title."""
    if len(body) > LONGEST_STUB:
        return False
    seen: set[str] = set()
    for word in _TOKEN.finditer(body):
        seen.add(word[0].lower())
        if len(seen) > STUB:
            return False
    return bool(seen)
