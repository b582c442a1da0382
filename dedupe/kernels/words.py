"""Words and sentences of a text, in one pass over its UTF-8."""

import numpy as np
from numba import njit

from dedupe.kernels.flags import CAPITAL, CAPITALS, FIRST, NUMBER, SHOUTED
from dedupe.kernels.letters import APOSTROPHE, DIGIT, END, FULL_END, IDEOGRAPH, LETTER, NEWLINE, OTHER, SPACE, UPPER
from dedupe.kernels.tokens import FLAGS, PLACE, STEM, WORD, letters_of, read_characters, read_letters, read_number
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
    n, longest = len(starts) - 1, np.diff(starts).max() + 1 if len(starts) > 1 else 1
    out = _room(longest + (starts[-1] - starts[0]) // 4)
    begins, sentences = np.empty(longest, np.int32), np.empty(longest, np.int32)
    word_starts, sentence_starts = np.zeros(n + 1, np.int32), np.zeros(n + 1, np.int32)
    plain = kinds[:256].copy()
    plain[128:] = OTHER
    for row in range(n):
        m0, s0 = np.int64(word_starts[row]), sentence_starts[row]
        if m0 + longest > len(out[WORD]):
            out = _wider(out, m0, 2 * m0 + longest)
        if s0 + longest > len(sentences):
            sentences = np.append(sentences[:s0], np.empty(s0 + longest, np.int32))
        m, count = _read(text[starts[row] : starts[row + 1]], plain, kinds, folds, abbreviations, out, m0, begins)
        word_starts[row + 1] = m
        sentence_starts[row + 1] = _cut(begins[:count], m - m0, sentences, s0)
    m, s = word_starts[n], sentence_starts[n]
    return out[WORD][:m], out[STEM][:m], out[FLAGS][:m], out[PLACE][:m], word_starts, sentences[:s], sentence_starts


@njit(cache=True, nogil=True)
def _room(size):
    """Return arrays for what is written of so many words."""
    return np.empty(size, np.uint32), np.empty(size, np.uint32), np.empty(size, np.uint8), np.empty(size, np.int32)


@njit(cache=True, nogil=True)
def _wider(out, m, size):
    """Return arrays of this size with the first m words written into them."""
    new = _room(size)
    new[WORD][:m], new[STEM][:m], new[FLAGS][:m], new[PLACE][:m] = out[WORD][:m], out[STEM][:m], out[FLAGS][:m], out[PLACE][:m]
    return new


@njit(cache=True, nogil=True)
def _read(text, plain, kinds, folds, abbreviations, out, m, begins):
    """Write the words of one text from place m on and where its sentences begin; return how far each came."""
    i, stop, base, line, s = 0, len(text), m, m, 0
    letters = capitals = small = 0
    fresh, ended, spaced = True, False, False  # a sentence begins; an end mark was read, and white space behind it
    while i < stop:
        kind = plain[text[i]]
        if kind > DIGIT and text[i] >= 0x80:
            kind = kind_of(decode(text, i)[0], kinds)
        if is_wordlike(kind):
            if ended and (kind == IDEOGRAPH or (spaced and (kind != LETTER or capitals * 100 < letters))):
                fresh = True
            first, ended, out[PLACE][m] = m, False, i
            if kind == IDEOGRAPH:
                m, i = read_characters(text, i, kinds, out, m)
            else:
                begin, flag = i, CAPITAL * (kind == UPPER)
                h, stem, upper, i = letters_of(text, i, plain, folds)
                count = i - begin
                if kind == DIGIT:
                    i, count = read_number(text, begin, kinds, out, m)
                elif (i < stop and text[i] >= 0x80) or kind > UPPER:
                    i, count = read_letters(text, begin, kinds, folds, out, m)
                else:
                    out[WORD][m], out[STEM][m] = h, stem
                    out[FLAGS][m] = flag | CAPITALS * (flag > 0 and upper == count)
                if kind != DIGIT:
                    letters += count
                    capitals += (out[FLAGS][m] & CAPITAL) // CAPITAL
                    small += 1 - (out[FLAGS][m] & CAPITALS) // CAPITALS
                if i < stop and (text[i] == FULL_STOP or text[i] >= 0x80 or plain[text[i]] == APOSTROPHE):
                    i = _behind(text, i, kinds, (out[WORD][m], out[FLAGS][m], count), abbreviations)
                m += 1
            if fresh:
                out[FLAGS][first] |= FIRST
                begins[s] = first - base
                s, fresh = s + 1, False
            spaced = False
            if i < stop and text[i] == BLANK:
                spaced, i = True, i + 1
            continue
        if kind == END:
            ended, spaced = True, False
        elif kind == SPACE:
            spaced = True
        elif kind in (FULL_END, NEWLINE):
            fresh, ended = True, False
            if kind == NEWLINE:
                line, small = _line(out[FLAGS], line, m, small)
        i = i + 1 if text[i] < 0x80 else decode(text, i)[1]
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
def _cut(begins, length, sentences, s):
    """Write the sentence starts of one text from place s on, a sentence over LONGEST words cut into WINDOWs."""
    for j in range(len(begins)):
        at, end = begins[j], begins[j + 1] if j + 1 < len(begins) else length
        sentences[s] = at
        s += 1
        if end - at > LONGEST:
            while at + WINDOW + WINDOW // 2 < end:
                at += WINDOW
                sentences[s] = at
                s += 1
    return s
