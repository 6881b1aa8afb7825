"""The review of a desk's own sheet of captions: its open rows as pictures, its cells for what is decided."""

from dataclasses import dataclass
from pathlib import Path

from accessnews.alttext.sheet import LONG, OWN, Sheet, SheetRow, described, read
from accessnews.model.alt import AltState, AltText, DescribedArticle, with_alts
from accessnews.model.article import Article, Figure, Run, figures, numbered
from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.review import Review
from accessnews.text.files import content, write


@dataclass(slots=True)
class CaptionSheet:
    """A sheet and, by the keys of its pictures, their rows."""

    path: Path
    sheet: Sheet
    article: DescribedArticle
    rows: dict[str, SheetRow]

    def photos(self) -> dict[str, Path]:
        """The files that rows name, where they lie beside the sheet or where the row says, by figure id."""
        found: dict[str, Path] = {}
        for figure in figures(self.article):
            file = self.path.parent / (figure.src or "")
            if figure.src and figure.src.isprintable() and file.is_file():
                found[figure.id] = file
        return found

    def save(self, review: Review) -> None:
        """Write a decision into its row. Raises AccessNewsError where the file cannot be written."""
        row = self.rows[review.key]
        before = list(row.cells)
        others = {f"alt-{tag}": text for tag, text in review.others or ()}
        self.sheet.add(*([LONG] if review.description else []), *others)
        self.sheet.put(row, "alt", review.alt)
        self.sheet.put(row, "state", str(AltState.DECORATIVE if review.decorative else AltState.REVIEWED))
        self.sheet.put(row, "reasons", "")
        if LONG in self.sheet.own:
            self.sheet.put(row, LONG, " ".join(review.description.split()))
        for name, text in others.items():
            self.sheet.put(row, name, text)
        try:
            write(self.path, self.sheet.data())
        except AccessNewsError:
            row.cells[:] = [*before, *[""] * (len(row.cells) - len(before))]
            raise

    def reload(self) -> None:
        """Read the sheet again, after it was made what it was before."""
        again = open_sheet(self.path, self.article.lang, "")
        self.sheet, self.rows = again.sheet, again.rows


def open_sheet(path: Path, lang: str, mode: str) -> CaptionSheet:
    """A sheet that captions were drafted in. Raises AccessNewsError for one that has no drafts."""
    try:
        sheet = read(content(path, 64_000_000), str(path))
    except FileNotFoundError as error:
        raise AccessNewsError("there is no such file", Place(str(path))) from error
    if "state" not in sheet.own:
        hint = f"accessnews alt {path} -o drafts.csv makes a sheet with drafts"
        raise AccessNewsError("this sheet has no drafts to review", Place(str(path)), hint)
    sheet.add(*OWN)
    pictures = tuple(_figure(sheet, row, number) for number, row in enumerate(sheet.rows, 1))
    article = numbered(Article(path.name, pictures, Place(str(path)), path, "", lang=lang))
    rows = {figure.key: row for figure, row in zip(figures(article), sheet.rows, strict=True)}
    alts = {figure.id: _alt(sheet, rows[figure.key], lang, mode) for figure in figures(article)}
    return CaptionSheet(path, sheet, with_alts(article, alts), rows)


def _figure(sheet: Sheet, row: SheetRow, number: int) -> Figure:
    caption = sheet.caption(row)
    return Figure(
        sheet.file(row) or None, (Run(caption),) if caption else (), Place(sheet.path, row.line), key=str(number)
    )


def _alt(sheet: Sheet, row: SheetRow, lang: str, mode: str) -> AltText:
    """What the row says; the kind of picture is told by its caption alone. Decided rows are not described again."""
    state = sheet.told(row, "state") or str(AltState.NEEDS_REVIEW)
    alt, credit = sheet.told(row, "alt"), sheet.told(row, "credit") or None
    is_open = state in (AltState.DRAFT, AltState.NEEDS_REVIEW)
    told = described(sheet, row, lang, mode) if is_open and mode else AltText("", None, "photo", AltState.DRAFT)
    reasons = tuple(filter(None, sheet.told(row, "reasons").split(", ")))
    own = alt or (told.alt if is_open else "")
    return AltText(own, credit or told.credit, told.kind, AltState(state), reasons, caption=told.caption)
