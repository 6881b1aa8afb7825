"""Data on the page that programs read: the timeline for its script, schema.org for those who look from outside."""

import json
from urllib.parse import quote

from accessnews.bundle.edition import Edition
from accessnews.formats.html.page import WebPage
from accessnews.model.article import Figure
from accessnews.narration.script import Role
from accessnews.narration.timeline import Cue
from accessnews.text.raised import in_plain_text


def inert(value: object) -> str:
    """JSON that no HTML parser takes for markup, whatever its strings hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def timeline(edition: Edition, words: dict[str, str]) -> dict[str, object]:
    """What the script reads: times in frames of ``rate`` a second, and the words it says.

    A cue is ``[id, role, start, stop, words]``, ``role`` an index into ``roles``, ``stop`` the end of its
    voice; it ends where the next starts. A word is ``[first, after, frame]``: code points of the cue's
    text, and frames from the start of the cue.
    """
    roles = [role.value for role in Role]
    labels = ("play", "pause", "speed", "paused", "ended", "no-photo", "error")
    return {
        "story": f"{edition.slug}:{edition.article.sha256[:12]}",
        "rate": edition.timeline.rate,
        "end": edition.timeline.frames,
        "roles": roles,
        "cues": [_cue(cue, roles) for cue in edition.timeline.cues],
        "words": {key: words[key] for key in labels},
        "artist": ", ".join(edition.article.byline),
    }


def _cue(cue: Cue, roles: list[str]) -> list[object]:
    words = [(word.start, word.end, word.frame - cue.start) for word in cue.words]
    return [cue.utterance.id, roles.index(cue.utterance.role), cue.start, cue.stop, words]


def news_article(page: WebPage) -> dict[str, object]:
    """schema.org metadata: only what this edition is known to have."""
    edition, article = page.edition, page.article
    facts: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "inLanguage": article.lang,
        "datePublished": article.date,
        "author": [{"name": name} for name in article.byline],  # a person or an agency: nobody says which
        "articleSection": article.kicker,
        "description": article.summary,
        "image": [_image(figure, page) for figure in page.figures if figure.id in edition.photos],
        "audio": _audio(page) if page.audio else None,
        "accessMode": ["textual", "visual"] if page.informative else ["textual"],
        "accessibilityFeature": [
            *["longDescription"] * page.has_long_descriptions,
            "structuralNavigation",
            *["synchronizedAudioText"] * bool(page.audio),
        ],
    }
    return {key: value for key, value in facts.items() if value}


def _image(figure: Figure, page: WebPage) -> dict[str, object]:
    photo = page.edition.photos[figure.id]
    facts = {
        "@type": "ImageObject",
        "contentUrl": quote(photo.path),
        "encodingFormat": photo.media_type,
        "width": photo.width,
        "height": photo.height,
        "caption": in_plain_text(figure.caption),
        "creditText": page.article.alt(figure).credit,
    }
    return {key: value for key, value in facts.items() if value}


def _audio(page: WebPage) -> dict[str, object]:
    recording = page.edition.recording
    return {
        "@type": "AudioObject",
        "name": page.words.page["audio-label"],
        "contentUrl": page.audio,
        "encodingFormat": recording.media_type,
        "contentSize": str(len(recording.data)),
        "bitrate": f"{recording.bitrate} kbit/s",
        "duration": f"PT{recording.frames / recording.rate:.3f}S",
        "inLanguage": page.lang,
    }
