"""Sentences and names of a story, and reports of other events that its names can be set into."""

import calendar
import random
import re
from collections import Counter

SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’]))\s+(?=[\"“‘A-Z0-9])")
NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+|(?<=[a-z,;:] )[A-Z][a-z]+")  # one capital may just begin a sentence
NAMELESS = {*calendar.day_name, *calendar.month_name, "Cmdr", "Dr", "Gen", "Maj", "Mr", "Mrs", "Prof", "The", "On", "In", "A"}
PERSONS = (
    "Aldo Ferrick",
    "Minna Sorge",
    "Casper Lund",
    "Ines Valdor",
    "Rolf Teague",
    "Salome Brandt",
    "Hugo Petrine",
    "Thea Mox",
)
PLACES = ("Hartsel", "Ost Varn", "Lower Brede", "Calder Quay", "Mirandel", "Fenwick Moor", "Saltash Green", "Tolmer")

# What the papers bring on the next day about something that they have told before.
AFTERMATHS = (
    "A committee of inquiry met for the first time on Friday to hear {person}. The session lasted five hours and was held "
    "behind closed doors. {other} told reporters on the stairs that nobody had been asked the one question that mattered. "
    "The chairwoman spoke of a constructive climate. Documents running to {n} pages have been requested, and the archive has "
    "two weeks to find them. The next hearing will take place in {place}. One member has already written his own report.",
    "Insurers have offered {n} million to settle all claims, lawyers for {person} confirmed. The sum is less than half of what "
    "had been demanded. {other} called it an opening bid from people who had never visited {place}. Anyone who accepts must "
    "sign away the right to sue. A meeting of claimants in a gymnasium ended in shouting, and the vote was put off.",
    "A memorial was unveiled in {place} on Sunday, paid for by subscription. It shows an open hand and stands between a bank "
    "and a bakery. {person} laid a wreath without speaking. Some of the {n} guests had travelled all night, said {other}, who "
    "kept the list. The sculptor asked that children be allowed to climb on it. By evening one had fallen off.",
    "Parliament debated the matter until midnight and came to no decision. {person} spoke three times, the last time to an "
    "almost empty chamber. A motion to ask {place} for an apology failed by {n} votes. The gallery had to be cleared after "
    "{other} unrolled a banner. Ministers will try again after the recess, when half of them are expected to be gone.",
)

# What else may happen in the same place on the same day.
EVENTS = (
    "A burst water main turned the square of {place} into a pond on the same afternoon. {person} waded out of the savings bank "
    "with her shoes in a bag. Pumps from {n} fire stations were at work until dusk. The market was moved to the school yard, "
    "where, {other} reported, more cheese was sold than in any week of the year. The pipe had been laid by prisoners in 1908.",
    "Thieves broke into the vault of a jeweller in {place} through the cellar of a dance school. They took {n} rings and left "
    "the clocks. {person}, who teaches the foxtrot upstairs, had noticed that the floor was warm. {other} of the criminal police "
    "praised the neatness of the hole. A glove and a half-eaten plum are being examined in the laboratory.",
    "The annual marathon of {place} was won by {person}, a postman, in a time that nobody wrote down. The clock had stopped at "
    "kilometre thirty. Of the {n} runners who set out, forty took a wrong turn into a vineyard and were entertained there. "
    "{other}, who came second, has protested. The jury will look at the wedding photographs of a couple on the bridge.",
    "Teachers in {place} have found a meteorite in a box of fossils that the school bought at auction for {n} marks. {person} "
    "grew suspicious when the stone would not let go of a magnet. It is the size of a potato and four billion years old. "
    "{other} of the observatory offered to exchange it for a telescope. The pupils voted to keep it and call it Kevin.",
    "An orchestra from {place} has cancelled its season because the conductor, {person}, is in love. He told the {n} subscribers "
    "in a letter of nine pages. Rehearsals had been falling apart for weeks, said {other}, who plays the oboe and is not the "
    "person concerned. Tickets are refunded at the box office, where the letter is on display under glass.",
    "A swarm of bees settled on the traffic light at the main crossing of {place} and stopped all traffic for {n} minutes. "
    "{person} climbed up in a veil and carried them away in a violin case. Drivers got out and applauded. {other} of the road "
    "department said that the light had been stuck on red anyway since the morning.",
)


def paragraphs(body: str) -> list[list[str]]:
    """Return the sentences of each paragraph; put together by `joined`, they are the body again."""
    return [SENTENCE_END.split(text.strip()) for text in body.split("\n\n") if text.strip()]


def joined(told: list[list[str]]) -> str:
    """Return the body of these paragraphs; those without a sentence vanish."""
    return "\n\n".join(" ".join(sentences) for sentences in told if sentences)


def sentences(body: str) -> list[str]:
    """Return all sentences in order."""
    return [sentence for paragraph in paragraphs(body) for sentence in paragraph]


def names(body: str) -> list[str]:
    """Return the names in the body, without titles and dates, the most frequent first."""
    found = Counter(" ".join(w for w in match.group().split() if w not in NAMELESS) for match in NAME.finditer(body))
    return [name for name, _ in found.most_common() if name]


def report(rng: random.Random, reports: tuple[str, ...], known: list[str]) -> str:
    """Return one of the reports, with known names in it where there are any and invented ones elsewhere."""
    persons = [name for name in known if " " in name] or rng.sample(PERSONS, 2)
    places = [name for name in known if " " not in name] or list(PLACES)
    person, other, place = rng.choice(persons[:3]), rng.choice(PERSONS), rng.choice(places[:3])
    return rng.choice(reports).format(person=person, other=other, place=place, n=rng.randint(11, 400))
