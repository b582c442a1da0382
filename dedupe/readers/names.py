"""The names that dumps give to the parts of a story, and which field of a record is which part.

A name is compared by its letters and digits alone: pubDate, pub_date and "Pub Date" are one. Where a record has several
fields for a part, the first in the table that holds something is taken.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dedupe.readers.fields import Fields


def _names(table: str) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(table.split())}


PARTS = ("id", "title", "text", "date", "source", "url")  # those that a user can name
_URL = """url link permalink canonicalurl articleurl weburl pageurl sourceurl originalurl shareurl href uri"""
_RANKS = {
    "id": _names(
        f"""id guid uuid articleid storyid docid documentid newsid postid itemid textid recordid uid identifier {_URL}"""
    ),
    "title": _names("""title headline heading articletitle newstitle titletext pagetitle head headlinetext subject dctitle"""),
    "text": _names(
        """text body content maintext article fulltext articletext articlebody articlecontent newstext newscontent bodytext
        contenttext rawtext rawcontent cleantext cleanedtext plaintext pagetext pagecontent contentencoded story news document
        contents description articledescription summary abstract snippet excerpt teaser lead standfirst dcdescription"""
    ),
    "date": _names(
        """date published pubdate datepublish publishedat publishdate datepublished publicationdate publisheddate
        publishedtime publishtime publishedon publisheddatetime articlepublishedtime firstpublished firstpublicationdate
        postdate posted postedat dateposted newsdate articledate datetime timestamp ts time created createdat datecreated
        dcdate pubtime updated updatedat modified"""
    ),
    "source": _names(
        """source outlet publisher domain sourcedomain sourcename publication newspaper site sitename website hostname host
        agency feed feedtitle provider newsoutlet newssource channel"""
    ),
    "url": _names(_URL),
    "summary": _names("""bullets summary highlights keypoints summarypoints"""),
    "truncated": _names("truncated"),
}


class Columns(NamedTuple):
    """The fields of a record that hold each part of a story, the preferred first."""

    id: tuple[str, ...]
    title: tuple[str, ...]
    text: tuple[str, ...]
    date: tuple[str, ...]
    source: tuple[str, ...]
    url: tuple[str, ...]
    summary: tuple[str, ...]
    truncated: tuple[str, ...]


def columns(names: Sequence[str], fields: Fields) -> Columns:
    """Return which of a record's fields hold what; a part whose field is named has that field or none."""
    folded = [(fold(name), name) for name in names]
    return Columns(**{part: _holding(part, folded, named(fields).get(part, "")) for part in _RANKS})


def _holding(part: str, folded: Sequence[tuple[str, str]], wanted: str) -> tuple[str, ...]:
    if wanted:
        exact = [name for _, name in folded if name == wanted]
        return tuple(exact or [name for fold_, name in folded if fold_ == fold(wanted)])
    ranks = _RANKS[part]
    held = sorted((ranks[fold_], at) for at, (fold_, _) in enumerate(folded) if fold_ in ranks)
    return tuple(folded[at][1] for _, at in held)


def named(fields: Fields) -> dict[str, str]:
    """Return the part of a story -> the field that the user named for it."""
    return {part: name for part in PARTS if (name := getattr(fields, part))}


def fold(name: str) -> str:
    """Return a name by which its spellings are one."""
    return "".join(filter(str.isalnum, name)).casefold()
