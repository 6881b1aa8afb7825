"""One item of a feed, whatever form it came in: what its fields say, as they are written."""

from dataclasses import dataclass, field

from accessnews.model.findings import Finding

PICTURE = "a picture"
PACKAGE = "a package"


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML with the line of its file that all of it stands on; 0 where its tags have lines of their own."""

    html: str
    line: int = 0
    made_here: bool = False  # of another format: marks in it can be trusted
    first: int = 0  # where its text begins, for what stands in no tag


@dataclass(frozen=True, slots=True)
class FeedPicture:
    """A picture that belongs to an item."""

    files: tuple[str, ...]  # names or addresses of the same picture, the widest first; may be none
    caption: str = ""
    credit: str = ""
    alt: str = ""
    line: int = 1
    key: str = ""  # by which the item's text refers to it


@dataclass(frozen=True, slots=True)
class DeskNote:
    """What an item says to editors and not to readers."""

    what: str  # "a note to editors"
    words: str
    line: int


@dataclass(slots=True)
class Item:
    """An item while it is read. Texts may have entities and tags in them, dates any form."""

    line: int = 1
    kind: str = ""  # of one that has no text: "a picture", "an event"
    title: str = ""
    title_line: int = 0
    bylines: list[str] = field(default_factory=list)
    date: str = ""
    date_line: int = 0
    dateline: str = ""
    lang: str = ""
    kicker: str = ""
    decks: list[str] = field(default_factory=list)  # between headline and story, for readers
    summary: str = ""
    holder: str = ""  # of the rights, or who sends it
    embargo: str = ""
    is_held: bool = False  # under an embargo, whether its end is told or not
    status: str = ""  # such as usable or canceled
    body: Markup | None = None
    notes: list[tuple[str, Markup]] = field(default_factory=list)  # footnotes by their labels
    pictures: list[FeedPicture] = field(default_factory=list)
    desk: list[DeskNote] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    names: set[str] = field(default_factory=set)  # by which other items refer to it
    references: set[str] = field(default_factory=set)  # names of items that it refers to
