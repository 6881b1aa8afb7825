"""Alt text: from a caption to a text alternative, its credit, and whether a person should look.

caption ─credit→ its own words ─boilerplate, frame, dates→ sentences ─visibility→ one sentence ─cuts→ alt
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from accessnews.alttext.comparison import word_list
from accessnews.alttext.language import ENGLISH, tongue
from accessnews.alttext.placeholders import is_placeholder
from accessnews.alttext.reasons import DUPLICATE_CAPTION, MODEL_PROPOSED
from accessnews.model.alt import AltState, AltText, DescribedArticle, with_alts
from accessnews.model.article import Article, Figure, Run, Text, cut, figures, language, map_figures, plain
from accessnews.model.review import Review
from accessnews.model.settings import CONTEXT, DISTINCT, FULL
from accessnews.text.credits.shape import clean
from accessnews.text.credits.split import split
from accessnews.text.raised import in_plain_text
from accessnews.text.sentences import sentences


def describe(caption: str, lang: str = ENGLISH, mode: str = FULL) -> AltText:
    """What a caption gives for its picture's alt.

    ``lang`` is a BCP 47 tag, ``mode`` one of ALT_MODES. Never raises, and never gives an empty alt.
    """
    from accessnews.alttext import draft

    parts = split(caption)
    return draft.describe("".join(caption[start:end] for start, end in parts.kept), parts, lang, mode == DISTINCT)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An alt that something other than the caption proposes: a model, by its name in ``origin``."""

    alt: str
    origin: str


NO_PROPOSALS: Mapping[str, Proposal] = MappingProxyType({})


def describe_article(
    article: Article,
    mode: str,
    reviews: Mapping[str, Review] | None = None,
    trust_photo_alt: bool = False,
    proposed: Mapping[str, Proposal] = NO_PROPOSALS,
) -> DescribedArticle:
    """A numbered article with every figure described, captions without credits, and what was found on the way.

    ``reviews`` are by figure key. First choice for an alt is the story's author, then a review, then the photo
    file's own, then the caption. A review or a photo file that says no more than "Photo." decides nothing. What is
    ``proposed``, by figure id, stands where a person has to look all the same.
    """
    if not figures(article):  # the rules are many, and need not be loaded
        return with_alts(article, {})

    from accessnews.alttext import lint

    lang = article.lang or ENGLISH
    drafts = [_described(figure, lang, mode) for figure in figures(article)]
    shared = _shared_captions(drafts)
    taken = {key: review for key, review in (reviews or {}).items() if not is_placeholder(review.alt)}

    def decide(figure: Figure, alt: AltText) -> _Described:
        alt = _doubted(alt) if _words(alt) in shared else alt
        alt = _decided(alt, figure, taken.get(figure.key), trust_photo_alt)
        if alt.state is AltState.NEEDS_REVIEW and (proposal := proposed.get(figure.id)):
            alt = replace(alt, alt=proposal.alt, origin=proposal.origin, reasons=(*alt.reasons, MODEL_PROPOSED))
        told = mode == CONTEXT and alt.state in (AltState.DRAFT, AltState.REVIEWED)
        return _divided(figure, alt, lang) if told else (figure, alt)

    decided = {figure.id: decide(figure, alt) for figure, alt in drafts}
    article = map_figures(article, lambda figure: decided[figure.id][0])
    described = with_alts(article, {key: alt for key, (_, alt) in decided.items()})
    waived = [lint.refused(review) for review in _waived(described, reviews or {}, taken)]
    return replace(described, findings=(*article.findings, *lint.lint_article(described), *waived))


def _waived(article: DescribedArticle, reviews: Mapping[str, Review], taken: Mapping[str, Review]) -> list[Review]:
    """The reviews that would count for a picture if they said anything."""
    undecided = [figure.key for figure in figures(article) if article.alt(figure).origin != "author"]
    return [reviews[key] for key in undecided if key in reviews and key not in taken]


_Described = tuple[Figure, AltText]


def _described(figure: Figure, lang: str, mode: str) -> _Described:
    """The figure with that caption's own words, and an alt of them."""
    from accessnews.alttext import draft, phrases

    caption = plain(figure.caption)
    parts = split(caption)
    own = tuple(run for start, end in parts.kept for run in cut(figure.caption, start, end))
    alt = draft.describe(in_plain_text(own, notes=False), parts, language(figure.caption) or lang, mode == DISTINCT)
    marked = clean(figure.credit or "")  # where the story marks the credit apart from the caption
    credit = _together(marked.credit or (figure.credit or "").strip(), parts.credit)
    if credit and (marked.archive or parts.archive):
        credit = phrases.wording("archived", tongue(alt.caption, lang)).format(credit=credit)
    return replace(figure, caption=own), replace(alt, credit=credit)


def _divided(figure: Figure, alt: AltText, lang: str) -> _Described:
    """The caption parted between alt and figcaption; where every sentence must stay in that, a distinct draft."""
    from accessnews.alttext import draft

    rest = _rest(figure.caption, alt.alt)
    if rest == figure.caption and alt.origin == "caption":
        alt = replace(alt, alt=draft.draft(alt.caption, lang, True, alt.kind).alt)
    return replace(figure, caption=rest), alt


def _rest(caption: Text, alt: str) -> Text:
    """The caption without the sentences that the alt tells whole."""
    text, told = plain(caption), set(word_list(alt))
    spans = sentences(text, ENGLISH)
    left = [(start, end) for start, end in spans if not set(word_list(text[start:end])) <= told]
    if len(left) == len(spans):
        return caption
    parts = [(Run(" "), *cut(caption, start, end)) for start, end in left]
    return tuple(run for part in parts for run in part)[1:]


def _words(alt: AltText) -> tuple[str, ...]:
    return tuple(word_list(alt.caption))


def _shared_captions(drafts: list[_Described]) -> set[tuple[str, ...]]:
    """The captions that stand under several pictures, as words."""
    pictures = {(figure.src or figure.id, _words(alt)) for figure, alt in drafts}
    counts = Counter(words for _, words in pictures)
    return {words for words, count in counts.items() if words and count > 1}


def _doubted(alt: AltText) -> AltText:
    """One caption under several pictures cannot say what each of them shows."""
    return replace(alt, state=AltState.NEEDS_REVIEW, reasons=(*alt.reasons, DUPLICATE_CAPTION))


def _decided(alt: AltText, figure: Figure, review: Review | None, trust_photo_alt: bool) -> AltText:
    """The alt that a person wrote, where there is one, in place of the drafted one."""
    author, photo = figure.author_alt or "", figure.photo_alt or ""
    if figure.decorative:
        return replace(alt, alt="", state=AltState.DECORATIVE, reasons=(), origin="author")
    if author.strip():
        return replace(alt, alt=author, state=AltState.AUTHOR, reasons=(), origin="author")
    if review:
        state = AltState.DECORATIVE if review.decorative else AltState.REVIEWED
        decided = replace(alt, alt=review.alt, state=state, reasons=(), origin="review")
        return replace(decided, description=review.description, others=review.others or ())
    if photo.strip() and not is_placeholder(photo):
        state = AltState.AUTHOR if trust_photo_alt else AltState.DRAFT
        return replace(alt, alt=photo, state=state, reasons=(), origin="iptc")
    return alt


def _together(marked: str, written: str | None) -> str | None:
    """The credit that the source marks and that in the caption: both, where neither says the other."""
    if not marked or not written:
        return marked or written
    low, other = marked.casefold(), written.casefold()
    if other in low:
        return marked
    return written if low in other else f"{written}; {marked}"
