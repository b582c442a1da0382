"""How a dump is to be read where that is not to be guessed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of the fields that hold a story's parts, and the format; "" leaves it to be recognised."""

    id: str = ""
    title: str = ""
    text: str = ""
    date: str = ""
    source: str = ""
    url: str = ""
    format: str = ""
