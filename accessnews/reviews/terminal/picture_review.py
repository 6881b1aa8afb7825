"""The review of one picture: what the person can answer, and what comes of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from accessnews.alttext.placeholders import is_placeholder
from accessnews.model.alt import AltText, DescribedArticle
from accessnews.model.article import Figure
from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.review import Review
from accessnews.reviews.file import many_lines, one_line, path_of
from accessnews.reviews.terminal.viewer import show_picture
from accessnews.text.langtag import canonical


class Answer(StrEnum):
    """What a person can say to a picture, in the order of their numbers."""

    ACCEPT = "accept"
    EDIT = "edit"
    DECORATIVE = "decorative"
    SKIP = "skip"
    QUIT = "quit"
    LONG = "long"
    HELP = "help"
    OPEN = "open"
    BACK = "back"
    UNDO = "undo"
    TRANSLATE = "translate"


_ANSWERS = {
    "?": Answer.HELP,
    **{form: answer for n, answer in enumerate(Answer, 1) for form in (str(n), answer.value, answer.value[0])},
}
_PROMPT = "Accept (a), edit (e), decorative (d), skip (s), quit (q)? Type ? for help: "
_ADVICE = "Write what is to be seen (e), or skip (s)."
_HELP = (
    "Answer with a letter, a word or a number:",
    "a, accept, 1: the alt text is right; it is saved as reviewed.",
    "e, edit, 2: write the alt text in your editor. You see it again before it is saved.",
    "d, decorative, 3: the picture tells nothing; screen readers will pass over it. Rare in news.",
    "s, skip, 4: leave this picture open and go on.",
    "q, quit, 5: stop here. What you have decided is saved already.",
    "l, long, 6: write a longer description too, for a chart, a map or a crowded scene.",
    "?, help, 7: these lines.",
    "o, open, 8: show the picture in the program that opens pictures here.",
    "b, back, 9: go back to the picture before.",
    "u, undo, 10: take back what was saved last.",
    "t, translate, 11: write the alt text in another language, too.",
    "A good alt text says who or what is seen, doing what, in about 125 characters, without the credit.",
)


@dataclass(frozen=True, slots=True)
class Prompter:
    """How words reach the person at the terminal and come back."""

    ask: Callable[[str], str]  # a prompt; gives the line typed. EOFError: there is nobody any more
    tell: Callable[[str], None]  # one line
    # A text and what to know while writing it; gives None to leave it as it is. Without it a line is typed.
    edit: Callable[[str, str], str | None] | None
    show: Callable[[Path], None] = show_picture  # opens a picture


@dataclass(slots=True)
class PictureReview:
    """One picture before the person, until there is a decision."""

    article: DescribedArticle
    figure: Figure
    photo: Path | None
    prompter: Prompter
    check: Callable[[Figure, str], list[str]]
    save: Callable[[Review], None]
    former: Review | None  # of when it had another caption
    now: Review | None = None  # what was decided before the person came back to it
    draft: AltText = field(init=False)
    alt: str = field(init=False)
    description: str = field(init=False)
    others: dict[str, str] = field(init=False)  # alts in other languages, by tag
    unsaved: bool = False  # something was written since
    failed: bool = False  # the last time that it was to be saved

    def __post_init__(self) -> None:
        self.draft = self.article.alt(self.figure)
        former = self.former if self.former and self.former.alt and not is_placeholder(self.former.alt) else None
        told = self.now if self.now and self.now.alt else former
        self.others = dict((told.others if told else None) or ())
        self.alt, self.description = told.words if told else (self.draft.alt, self.draft.description)

    def introduce(self, place: str) -> None:
        draft = self.draft
        reasons = f" ({', '.join(draft.reasons)})" if draft.reasons else ""
        kind, state = draft.kind.replace("-", " "), draft.state.replace("-", " ")
        for line in ("", f"{place}, line {self.figure.at.line}, {kind}: {state}{reasons}", *self._facts()):
            self.prompter.tell(line)

    def _facts(self) -> Iterator[str]:
        if self.photo or self.figure.src:
            yield f"File: {self.photo or f'{self.figure.src} (not found)'}"
        yield f"Caption: {self.article.whole_caption(self.figure) or 'none'}"
        yield f"Credit: {self.draft.credit or 'none'}"
        if self.draft.origin.startswith("model:"):
            yield f"Proposed by: the model {self.draft.origin.removeprefix('model:')}"
        for finding in self.article.findings:
            if finding.at == self.figure.at and finding.code.startswith("picture-"):
                yield f"Look: {finding.message}"

    def decide(self) -> Answer:
        """Ask until there is a decision: ACCEPT, DECORATIVE, SKIP, BACK, UNDO or QUIT."""
        if self.now:
            self.prompter.tell(
                "Decided already: decorative." if self.now.decorative else "Decided already: reviewed."
            )
        if self.former:
            was = "Marked as decorative" if self.former.decorative else "Reviewed"
            self.prompter.tell(f"{was} before, when the caption was: {self.former.caption or 'not written down'}")
            self.prompter.tell(f"Draft now: {self.draft.alt}")
        self._show()
        while True:
            answer = self._answer()
            if answer == Answer.HELP:
                for line in _HELP:
                    self.prompter.tell(line)
            elif answer == Answer.EDIT:
                self._edit_alt()
            elif answer == Answer.LONG:
                self._edit_description()
            elif answer == Answer.TRANSLATE:
                self._translate()
            elif answer == Answer.OPEN:
                self._open_photo()
            elif self._settle(answer):
                return answer

    def _show(self) -> None:
        self.prompter.tell(f"Alt text: {self.alt}")
        for problem in self.check(self.figure, self.alt):
            self.prompter.tell(f"  Check: {problem}")
        for line in self.description.splitlines():
            self.prompter.tell(f"Long description: {line}")
        for lang, text in self.others.items():
            self.prompter.tell(f"Alt text ({lang}): {text}")

    def _answer(self) -> Answer:
        """What the person says; nothing, or something else, asks again."""
        while True:
            typed = self.prompter.ask(_PROMPT).strip().lower()
            answer = _ANSWERS.get(" ".join(typed.split()).removesuffix(" description"))
            if answer:
                return answer
            if typed:
                self.prompter.tell(f"“{typed}” is none of the answers. Type ? for help.")

    def _settle(self, answer: Answer) -> bool:
        """Whether the picture is done with."""
        if answer in (Answer.SKIP, Answer.QUIT, Answer.BACK, Answer.UNDO):
            return not self.unsaved or self._drops()
        if answer == Answer.DECORATIVE:
            return self._saved("", "", "Saved as decorative: screen readers will pass over this picture.")
        if is_placeholder(self.alt):
            self.prompter.tell(f"“{self.alt}” says nothing of the picture. {_ADVICE}")
            return False
        return self._saved(self.alt, self.description, "Saved.")

    def _saved(self, alt: str, description: str, message: str) -> bool:
        """Whether the decision could be saved; the person hears why not and can try again."""
        at = Place(str(path_of(self.article.path)))
        try:
            told = tuple(self.others.items()) if alt else ()
            self.save(Review(self.figure.key, one_line(alt, at), at, many_lines(description, at), others=told))
        except AccessNewsError as error:
            self.failed = True
            self.prompter.tell("This is not saved.")
            _explain(self.prompter.tell, error)
            return False
        self.failed = False
        self.prompter.tell(message)
        return True

    def _drops(self) -> bool:
        prompt = "What you wrote is not saved: accept (a) would save it. Drop it, yes (y) or no (n)? "
        while not (typed := self.prompter.ask(prompt).strip().lower()):
            pass
        return typed in ("y", "yes")

    def _open_photo(self) -> None:
        try:
            if self.photo is None:
                raise AccessNewsError("there is no file of this picture here")
            self.prompter.show(self.photo)
        except AccessNewsError as error:
            _explain(self.prompter.tell, error)

    def _edit_alt(self) -> None:
        advice = "Write the alt text above: who or what is seen, doing what, in about 125 characters."
        start = "" if is_placeholder(self.alt) else self.alt
        written = self._written(start, advice, one_line)
        if written is not None:
            self.alt = written
            self._show()

    def _edit_description(self) -> None:
        advice = "Write a longer description above. It is kept beside the alt text and need not repeat it."
        written = self._written(self.description, advice, many_lines)
        if written is not None:
            self.description = written
            self._show()

    def _translate(self) -> None:
        """Ask for a language, and for the alt in it."""
        lang = canonical(self.prompter.ask("Language, such as de or pt-BR: ").strip())
        if not lang or lang == canonical(self.article.lang):
            self.prompter.tell("That is no other language." if lang else "This is no language tag.")
            return
        written = self._written(self.others.get(lang, ""), f"Write the alt text in {lang} above.", one_line)
        if written is not None:
            self.others[lang] = written
            self._show()

    def _written(self, text: str, advice: str, settle: Callable[[str], str]) -> str | None:
        """What the person makes of a text; None where it stays as it is."""
        written = self._typed(text, advice)
        try:
            written = settle(written or "")
        except AccessNewsError as error:
            _explain(self.prompter.tell, error)
            written = ""
        if written in ("", text):
            self.prompter.tell("Nothing has changed.")
            return None
        self.unsaved = True
        return written

    def _typed(self, text: str, advice: str) -> str | None:
        if self.prompter.edit:
            try:
                return self.prompter.edit(text, "\n".join((advice, *self._facts())))
            except AccessNewsError as error:
                _explain(self.prompter.tell, error)
        return self.prompter.ask("Type the new text on one line, or nothing to leave it as it is: ")


def _explain(tell: Callable[[str], None], error: AccessNewsError) -> None:
    tell(str(error))
    if error.hint:
        tell(f"  hint: {error.hint}")
