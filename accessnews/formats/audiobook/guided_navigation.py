"""Guided navigation: Readium's document of what sounds while which element, and which picture, is shown."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from accessnews.formats._overlay import Par, Seq, overlay
from accessnews.formats._view import EditionView
from accessnews.narration.script import Role, Utterance
from accessnews.narration.timeline import seconds

PATH = "guided-navigation.json"

_ROLES = {
    Role.HEADLINE: "heading",
    Role.HEADING: "heading",
    Role.QUOTE: "blockquote",
    Role.ROW: "row",
    Role.CODE: "preformatted",
    Role.PHOTO: "image",
    Role.CAPTION: "caption",
    Role.CREDIT: "credit",
}
"""By our role Readium's; the others say nothing that it has a word for."""


def guided_navigation(view: EditionView, text: str, audio: str) -> dict[str, object]:
    """A Guided Navigation Document for the file ``text`` that shows the page and the file ``audio`` that says it.

    Both are named as the document is to find them. Groups have the names that overlays give them: Readium takes its
    roles from the same vocabulary (https://readium.org/guided-navigation/, 4).
    """
    return {"guided": list(_Guide(view, quote(text), quote(audio)).objects(overlay(view)))}


class _Guide:
    """Sets the objects of one document; holds where everything is that they point at."""

    def __init__(self, view: EditionView, text: str, audio: str) -> None:
        self.text, self.audio, self.rate = text, audio, view.edition.timeline.rate
        self.photos = view.edition.photos
        self.alts = view.article.alts
        self.utterances = {cue.utterance.id: cue.utterance for cue in view.edition.timeline.cues}

    def objects(self, nodes: Iterable[Par | Seq]) -> Iterator[dict[str, object]]:
        for node in nodes:
            shown: dict[str, object] = {"textref": f"{self.text}#{node.id}"}
            if isinstance(node, Seq):
                yield {"role": [node.kind], **shown, "children": list(self.objects(node.inside))}
            else:
                utterance = self.utterances[node.id]
                yield self.role(utterance) | shown | {"audioref": self.sound(node)} | self.picture(utterance)

    def role(self, utterance: Utterance) -> dict[str, object]:
        role = _ROLES.get(utterance.role)
        is_gone = (
            utterance.role == Role.PHOTO and utterance.block not in self.photos
        )  # a paragraph stands in its place
        return {"role": [role]} if role and not is_gone else {}

    def sound(self, par: Par) -> str:
        """A stretch of the programme as a media fragment (Media Fragments URI 1.0, 4.2.1)."""
        return f"{self.audio}#t={seconds(par.start, self.rate)},{seconds(par.end, self.rate)}"

    def picture(self, utterance: Utterance) -> dict[str, object]:
        """The picture that is told, and the text that stands for it; nothing where it is not in the edition."""
        photo = self.photos.get(utterance.block) if utterance.role == Role.PHOTO else None
        if photo is None:
            return {}
        return {"imgref": quote(photo.path), "text": self.alts[utterance.block].alt}
