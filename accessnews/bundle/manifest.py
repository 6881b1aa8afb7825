"""The manifest: what an edition is made of, and the hash of every file in it."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from accessnews import __version__
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition, ToldStory
from accessnews.model.article import Figure, figures
from accessnews.model.settings import Voice
from accessnews.text.raised import in_plain_text

SCHEMA = 1


def manifest(edition: Edition, artifacts: Sequence[Artifact]) -> Artifact:
    """``manifest.json`` for a bundle of ``artifacts``, which it lists with their SHA-256; itself it cannot."""
    document = {
        "schema": SCHEMA,
        "generator": f"accessnews {__version__}",
        "source": {"file": edition.article.path.name, "sha256": edition.article.sha256},
        **({"stories": [_story(story, edition) for story in order]} if (order := edition.running_order) else {}),
        "article": _article(edition),
        "voice": _voice(edition),
        "audio": _audio(edition, artifacts),
        "images": [_image(figure, edition) for figure in figures(edition.article)],
        "findings": _findings(edition),
        "files": [_file(artifact) for artifact in sorted(artifacts, key=lambda artifact: artifact.path)],
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return Artifact("manifest.json", "application/json", text.encode())


def _article(edition: Edition) -> dict[str, object]:
    article = edition.article
    return {
        "title": article.title,
        "byline": list(article.byline),
        "date": article.date or None,
        "lang": article.lang,
        "kicker": article.kicker or None,
        **({"embargo": article.embargo} if article.embargo else {}),
    }


def _story(story: ToldStory, edition: Edition) -> dict[str, object]:
    return {
        "file": story.source,
        "sha256": story.sha256,
        "title": story.title,
        "tell": story.tell,
        "id": story.id,
        "duration": _seconds(story.frames, edition.timeline.rate),
    }


def _voice(edition: Edition) -> dict[str, object]:
    others = {role: _profile(profile, edition) for role, profile in edition.voice.speakers.items()}
    readers = [_profile(profile, edition) for profile in edition.voice.readers.values()]
    return {
        **_profile(edition.voice, edition),
        **({"speakers": others} if others else {}),
        **({"readers": readers} if readers else {}),
        "synthetic": True,
    }


def _profile(voice: Voice, edition: Edition) -> dict[str, object]:
    return {
        "profile": voice.name,
        "engine": voice.engine,
        "engine_version": edition.engines[voice.name],
        "voice": voice.voice or voice.lang,
        **({"length_scale": voice.length_scale} if voice.length_scale else {"rate": voice.rate}),
        "pitch": voice.pitch,
    }


def _audio(edition: Edition, artifacts: Iterable[Artifact]) -> dict[str, object]:
    recording, timeline = edition.recording, edition.timeline
    file = next((item.path for item in artifacts if item.data is recording.data), None)
    return {
        "file": file,
        "duration": _seconds(recording.frames, recording.rate),
        "bitrate": recording.bitrate * 1000,
        "loudness": round(recording.loudness, 2),
        "true_peak": round(recording.true_peak, 2),
        "chapters": [
            {
                "id": chapter.id,
                "title": chapter.title,
                "start": _seconds(chapter.start, timeline.rate),
                "end": _seconds(chapter.end, timeline.rate),
            }
            for chapter in timeline.chapters
        ],
    }


def _image(figure: Figure, edition: Edition) -> dict[str, object]:
    alt = edition.article.alt(figure)
    photo = edition.photos.get(figure.id)
    return {
        "id": figure.id,
        "file": photo.path if photo else None,
        "alt": alt.alt,
        "state": alt.state,
        "origin": alt.origin,
        "kind": alt.kind,
        "caption": in_plain_text(figure.caption),
        "credit": alt.credit,
        "reasons": list(alt.reasons),
    }


def _findings(edition: Edition) -> list[dict[str, object]]:
    """The findings, each with its file's name alone: a bundle is the same wherever it was made."""
    return [
        {
            "code": finding.code,
            "severity": finding.severity,
            "file": Path(finding.at.path).name,
            "line": finding.at.line or None,
            "message": finding.message,
        }
        for finding in edition.findings
    ]


def _file(artifact: Artifact) -> dict[str, object]:
    digest = hashlib.sha256()
    for piece in artifact.pieces():
        digest.update(piece)
    return {
        "path": artifact.path,
        "media_type": artifact.media_type,
        "bytes": len(artifact.data),
        "sha256": digest.hexdigest(),
    }


def _seconds(frames: int, rate: int) -> float:
    return round(frames / rate, 6)
