"""accessnews turns a news story with photos into an edition that everyone can read, hear and check.

The way of the data::

    story ─read─▶ Article ─describe─▶ Article ─script─▶ Script ─speak─▶ Programme ─arrange─▶ Timeline
          = Edition ─write─▶ Artifacts ─publish─▶ output/<slug>/ and output/<slug>.zip

The house, from the ground up. A room imports only from rooms named before it; readers, engines and formats never
import each other; up to ``narration`` the standard library is enough::

    model          what all speak of: errors, findings, article, reviews, settings
    text           what everyone knows of written news, of languages and of files
    wording        the words accessnews adds, by language
    normalize      from what is written to what is said
    alttext        from a caption to a text alternative and a credit
    narration      what is said, by whom and when: script, segments, timeline
    readers        one file, one input format
    photos         photo files: found, checked, made fit, and what they say
    audio          joining, loudness, MP3; AAC and Opus, an extra
    tts            one file, one voice engine; profiles, and the cache of speech
    reviews        what people decide about pictures: on disk, in a terminal, in a sheet
    bundle         an edition, its artifacts, the manifest, the output folder
    formats        one file or folder, one output
    pipeline       the recipe
    configuration  what a project chooses
    cli            the command line
"""

__version__ = "0.1.0"
