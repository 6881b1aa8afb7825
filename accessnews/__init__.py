"""accessnews turns a news story with photos into an edition that everyone can read, hear and check.

The way of the data::

    story ─read─▶ Article ─describe─▶ DescribedArticle ─script─▶ Script ─speak─▶ Programme ─arrange─▶ Timeline
          = Edition ─write─▶ Artifacts ─publish─▶ output/<slug>/ and output/<slug>.zip

The house, from the ground up. A room imports only from rooms named before it; readers, engines and formats never
import each other; up to ``narration`` the standard library is enough::

    model      what all speak of: errors, findings, article, reviews, settings
    text       what everyone knows of written news, of languages and of files
    wording    the words accessnews adds, by language
    normalize  from what is written to what is said
    alttext    from a caption to a text alternative and a credit
    narration  what is said, by whom and when: script, segments, timeline
    briefing   many stories as one: what is told of each, and for how long
    readers    one file, one input format
    photos     photo files: found, checked, made fit, and what they say
    audio      joining, loudness, MP3; AAC and Opus, an extra
    tts        one file, one voice engine; profiles, and the cache of speech
    reviews    what people decide about pictures: on disk, in a terminal, in a sheet
    bundle     an edition, its artifacts, the manifest, the output folder
    formats    one file or folder, one output
    site       an index and feeds of an output folder
    pipeline   what a project chooses, the recipe, and the way in from Python
    cli        the command line
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # what is asked for is loaded then
    from accessnews.model.alt import AltText
    from accessnews.model.errors import AccessNewsError
    from accessnews.model.findings import Finding
    from accessnews.pipeline.library import describe_caption, render
    from accessnews.pipeline.production import Bundle

__all__ = ["AccessNewsError", "AltText", "Bundle", "Finding", "describe_caption", "render"]

__version__ = "0.1.0"

_HOMES = {
    "AccessNewsError": "model.errors",
    "AltText": "model.alt",
    "Bundle": "pipeline.production",
    "Finding": "model.findings",
    "describe_caption": "pipeline.library",
    "render": "pipeline.library",
}


def __getattr__(name: str) -> object:
    """A name of the door, from the room that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
