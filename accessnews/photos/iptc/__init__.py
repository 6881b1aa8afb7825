"""What a photo file itself says: alt text, caption, credit, in its XMP, IPTC IIM and Exif fields; read and written.

The fields are those of the IPTC Photo Metadata Standard 2023.1.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from accessnews.alttext.placeholders import shows
from accessnews.model.alt import DescribedArticle
from accessnews.model.article import Article, Figure, Run, figures, map_figures, plain
from accessnews.photos import Photo
from accessnews.photos.iptc.fields import LONGEST, TURN, alternative, codec_of, exiv2, fields_of, text_of
from accessnews.photos.iptc.metadata_blocks import media_type, metadata_blocks
from accessnews.photos.iptc.rights import Fields, others, rights
from accessnews.photos.originals.packet import alternatives
from accessnews.text.credits.shape import clean
from accessnews.text.credits.split import split
from accessnews.text.markup import unmarked
from accessnews.text.unicode import line

_CAPTIONS = ("Iptc.Application2.Caption", "Exif.Image.ImageDescription")
_ALT = "Xmp.iptc.AltTextAccessibility"
_DESCRIPTION = "Xmp.iptc.ExtDescrAccessibility"


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a photo file says of its picture; empty where it says nothing. No line breaks, no doubled blanks."""

    alt: str = ""
    description: str = ""  # the longer one, for those who do not see the picture
    caption: str = ""  # may have a credit in it
    credit: str = ""  # who supplies it
    creator: str = ""  # who made it
    caption_lang: str = ""  # BCP 47, where the file says that the caption is in another language than asked for


def read(file: Path, lang: str) -> Embedded:
    """What ``file`` says, in the language ``lang`` (BCP 47) where it says it in several.

    Never raises: a file that is no JPEG, PNG or WebP, that is damaged, or whose metadata are broken, hostile or
    larger than any program makes them, says nothing.
    """
    fields = fields_of(metadata_blocks(file))
    codec = codec_of(fields.get("Iptc.Envelope.CharacterSet"))

    def texts(*keys: str) -> list[str]:
        """All values of the first of these fields that has any."""
        values = (fields.get(key, "") for key in keys)
        lists = (value if isinstance(value, list) else [value] for value in values)
        said = ([text for value in several if (text := text_of(value, codec))] for several in lists)
        return next(filter(None, said), [])

    captions = [alternative(fields.get("Xmp.dc.description"), lang)]
    captions += [(text, "") for key in _CAPTIONS for text in texts(key)]
    caption, caption_lang = next((caption for caption in captions if caption[0] not in ("", file.stem)), ("", ""))
    return Embedded(
        alt=alternative(fields.get(_ALT), lang)[0],
        description=alternative(fields.get(_DESCRIPTION), lang)[0],
        caption=line(unmarked(caption)),
        credit=unmarked("".join(texts("Xmp.photoshop.Credit", "Iptc.Application2.Credit")[:1])),
        creator=unmarked(", ".join(texts("Xmp.dc.creator", "Iptc.Application2.Byline"))),
        caption_lang=caption_lang,
    )


def fill(article: Article, files: Mapping[str, Path]) -> Article:
    """The article with what its photo files, by figure id, say where the story itself says nothing.

    A caption that is nothing but a credit is no caption. Call it before ``review.keyed`` and ``describe_article``:
    a key depends on the caption, and credits still stand in captions here. Decorative figures stay as they are.
    """

    def change(figure: Figure) -> Figure:
        file = files.get(figure.id)
        return _filled(figure, read(file, article.lang)) if file and not figure.decorative else figure

    return map_figures(article, change)


def _filled(figure: Figure, said: Embedded) -> Figure:
    caption, credit = figure.caption, (figure.credit or "").strip()
    parts = split(plain(caption))
    if said.caption and not parts.kept:
        credit = credit or _as_marked(plain(caption), parts.credit or "")
        caption, parts = (Run(said.caption, lang=said.caption_lang),), split(said.caption)
    if not credit and not parts.credit:
        credit = _credit(said)
    return replace(figure, caption=caption, credit=credit or figure.credit, photo_alt=said.alt or None)


def _as_marked(caption: str, credit: str) -> str:
    """The credit that is all of a caption, with its labels where they are all there is: "File:" says more."""
    return caption if clean(caption).credit == credit else credit


def _credit(said: Embedded) -> str:
    """``Creator/Credit``, or one of the two where it names the other or there is no other."""
    creator, credit = _words(said.creator), _words(said.credit)
    if not creator.strip() or creator in credit:
        return said.credit
    return said.creator if not credit.strip() or credit in creator else f"{said.creator}/{said.credit}"


def _words(names: str) -> str:
    """``names`` in small letters between blanks, so that one in another is whole words of it."""
    words = re.sub(r"[\W_]+", " ", names.casefold()).strip()
    return f" {words} "


def with_alts(photos: Mapping[str, Photo], article: DescribedArticle, files: Mapping[str, Path]) -> dict[str, Photo]:
    """The photos, by figure id, with the alts that people wrote in the fields where other programs look for them.

    What their ``files`` say of rights goes with them, and alts that these have in other languages.
    """
    written = dict(photos)
    for figure in figures(article):
        alt, photo, file = article.alt(figure), photos.get(figure.id), files.get(figure.id)
        if photo:
            texts = (alt.alt, alt.description) if shows(alt) else ("", "")
            kept = fields_of(metadata_blocks(file)) if file else {}
            data = embed(photo.data, *texts, article.lang, kept, dict(alt.others))
            written[figure.id] = replace(photo, data=data)
    return written


def embed(
    data: bytes,
    alt: str,
    description: str,
    lang: str,
    kept: Fields | None = None,
    in_others: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """The same JPEG, PNG or WebP with alt text and longer description as XMP, by default and in ``lang``.

    ``in_others`` are alts in other languages, by tag. ``kept`` are the fields of the file that the photo was made of:
    what they say of rights is written, too, and what they say in other languages. What is empty is not written. The
    coded picture stays as it is to the byte, and the same input gives the same bytes. Any other type, and what Exiv2
    cannot write to, comes back unchanged.
    """
    kept = kept or {}
    texts = {_ALT: line(alt)[:LONGEST], _DESCRIPTION: line(description)[:LONGEST]}
    told = {field: _told(text, lang, others(kept.get(field), lang)) for field, text in texts.items()}
    told[_ALT] = {**told[_ALT], **{tag: line(text)[:LONGEST] for tag, text in in_others.items()}}
    fields = {field: {f'lang="{tag}"': text for tag, text in every.items()} for field, every in told.items() if every}
    fields |= rights(kept)
    if fields and media_type(data[:12]):
        library = exiv2()
        with TURN, suppress(Exception), library.ImageData(data) as image:
            image.modify_xmp(fields)
            return bytes(image.get_bytes())
    return data


def _told(text: str, lang: str, there: Mapping[str, str]) -> Mapping[str, str]:
    """A text by default and in its language, beside those in others; only these where it is empty."""
    return alternatives(there, text, lang) if text else there
