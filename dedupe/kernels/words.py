"""Words and sentences of a text, in one pass over its UTF-8."""

import numpy as np
from numba import njit

from dedupe.kernels.flags import CAPITAL, CAPITALS, FIRST, NUMBER, SHOUTED
from dedupe.kernels.letters import APOSTROPHE, DIGIT, END, FULL_END, IDEOGRAPH, LETTER, NEWLINE, SPACE, UPPER
from dedupe.kernels.tokens import FLAGS, PLACE, SENTENCE, STEM, WORD, read_characters, read_letters, read_number
from dedupe.kernels.utf8 import decode, is_wordlike, kind_of

LONGEST, WINDOW = 60, 25  # words
BLANK, FULL_STOP = 32, 46


@njit(cache=True, nogil=True)
def words(text, starts, kinds, folds, abbreviations):
    """Return words, stems, flags, places, word_starts, sentences, sentence_starts of n texts.

    text           uint8[b]      UTF-8, all rows end to end
    starts         int64[n + 1]  where each row begins
    kinds, folds   the tables of `letters`
    abbreviations  uint32[k]     ordered hashes of the words whose full stop ends no sentence
    words, stems   uint32[m]     hash of a word; of its first letters (numbers and character pairs whole)
    flags          uint8[m]      NUMBER, CAPITAL, FIRST of its sentence, SHOUTED line, CHARACTER pair, SHORT number, CAPITALS
    places         int32[m]      the byte of its text at which the word begins
    word_starts    int32[n + 1]  where each row begins
    sentences      int32[s]      where each sentence begins, counted from the first word of its row
    """
    n, size = len(starts) - 1, starts[-1] - starts[0] + 1
    out, sentences = np.empty((5, size), np.uint32), np.empty(size, np.int32)
    word_starts, sentence_starts = np.zeros(n + 1, np.int32), np.zeros(n + 1, np.int32)
    for row in range(n):
        m0, s0 = np.int64(word_starts[row]), sentence_starts[row]
        m, count = _read(text[starts[row] : starts[row + 1]], kinds, folds, abbreviations, out, m0)
        word_starts[row + 1] = m
        sentence_starts[row + 1] = _cut(out[SENTENCE, :count], m - m0, m0, sentences, s0)
    m, s = word_starts[n], sentence_starts[n]
    return (
        out[WORD, :m].copy(),
        out[STEM, :m].copy(),
        out[FLAGS, :m].astype(np.uint8),
        out[PLACE, :m].astype(np.int32),
        word_starts,
        sentences[:s].copy(),
        sentence_starts,
    )


@njit(cache=True, nogil=True)
def _read(text, kinds, folds, abbreviations, out, m):
    """Write the words of one text from place m on and its sentence starts; return how far each came."""
    i, stop, line, s = 0, len(text), m, 0
    letters = capitals = small = 0
    fresh, ended, spaced = True, False, False  # a sentence begins; an end mark was read, and white space behind it
    while i < stop:
        if text[i] == BLANK:
            spaced, i = True, i + 1
            continue
        code, after = decode(text, i)
        kind = kind_of(code, kinds)
        if is_wordlike(kind):
            if ended and (kind == IDEOGRAPH or (spaced and (kind != LETTER or capitals * 100 < letters))):
                fresh = True
            first, ended, out[PLACE, m] = m, False, i
            if kind == IDEOGRAPH:
                m, i = read_characters(text, i, kinds, out, m)
            else:
                i, count = read_number(text, i, kinds, out, m) if kind == DIGIT else read_letters(text, i, kinds, folds, out, m)
                if i < stop and text[i] != BLANK:
                    i = _behind(text, i, kinds, (out[WORD, m], out[FLAGS, m], count), abbreviations)
                if kind != DIGIT:
                    letters += count
                    capitals += (out[FLAGS, m] & CAPITAL) // CAPITAL
                    small += 1 - (out[FLAGS, m] & CAPITALS) // CAPITALS
                m += 1
            if fresh:
                out[FLAGS, first] |= FIRST
                out[SENTENCE, s] = first
                s, fresh = s + 1, False
            continue
        if kind == END:
            ended, spaced = True, False
        elif kind == SPACE:
            spaced = True
        elif kind in (FULL_END, NEWLINE):
            fresh, ended = True, False
            if kind == NEWLINE:
                line, small = _line(out[FLAGS], line, m, small)
        i = after
    _line(out[FLAGS], line, m, small)
    return m, s


@njit(cache=True, nogil=True)
def _behind(text, i, kinds, word, abbreviations):
    """Return where reading goes on behind a word: past its possessive, or past a full stop that ends nothing.

    word  its hash, its flags, and how many letters or digits it has
    """
    if text[i] == FULL_STOP:
        return i + 1 if _is_quiet(word, abbreviations) else i
    code, after = decode(text, i)
    if kind_of(code, kinds) == APOSTROPHE and after < len(text) and (text[after] == 115 or text[after] == 83):
        if after + 1 >= len(text):
            return after + 1
        kind = kind_of(decode(text, after + 1)[0], kinds)
        if kind != LETTER and kind != UPPER and kind != DIGIT:
            return after + 1
    return i


@njit(cache=True, nogil=True)
def _is_quiet(word, abbreviations):
    """Return whether a full stop behind this word ends no sentence: an initial, an abbreviation, a day of the month."""
    h, flag, count = word
    if flag & NUMBER:
        return count <= 2
    place = np.searchsorted(abbreviations, h)
    return (count == 1 and flag & CAPITAL != 0) or (place < len(abbreviations) and abbreviations[place] == h)


@njit(cache=True, nogil=True)
def _line(flags, line, m, small):
    """Mark the words of a line written all in capitals; return the start of the next line and its small words, none."""
    if small == 0 and m - line > 1:
        for j in range(line, m):
            flags[j] |= SHOUTED
    return m, 0


@njit(cache=True, nogil=True)
def _cut(raw, length, base, sentences, s):
    """Write the sentence starts of one text from place s on, a sentence over LONGEST words cut into WINDOWs."""
    for j in range(len(raw)):
        at = np.int32(raw[j]) - base
        end = np.int32(raw[j + 1]) - base if j + 1 < len(raw) else length
        sentences[s] = at
        s += 1
        if end - at > LONGEST:
            while at + WINDOW + WINDOW // 2 < end:
                at += WINDOW
                sentences[s] = at
                s += 1
    return s
