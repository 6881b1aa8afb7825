"""accessnews turns a news story with photos into an edition that everyone can read, hear and check.

The way of the data::

    story ─read─▶ Article ─describe─▶ Article ─script─▶ Script ─speak─▶ Programme ─arrange─▶ Timeline
          = Edition ─write─▶ Artifacts ─publish─▶ output/<slug>/ and output/<slug>.zip

The house, from the ground up. A room imports only from rooms named before it; readers, engines and writers
never import each other; up to ``edition`` the standard library is enough::

    errors      a place, a message, a hint, an exit code
    files       files of a person, opened within bounds
    findings    what a person should know about a story
    rules       the kinds of findings, as data
    article     what a story is: blocks, runs of text, figures
    review      what a person decided about a picture
    settings    every choice a project makes; voice profiles
    progress    what the shell hands to a stage
    wording     the words accessnews adds, by language
    abbreviations  words whose full stop ends no sentence, as data
    sentences   where sentences begin and end
    alttext     from a caption to a text alternative and a credit
    tabular     CSV: records, headers, rows
    bulk        captions in bulk, from a picture desk
    lexicon     how words are said that a voice gets wrong
    spoken      from what is shown to what is said
    script      the utterances of a story
    sample      a short story by which a voice is heard
    speech      what an engine gives back; what an engine is
    runs        the stretches of an utterance that one voice says
    timeline    when each utterance and word sounds
    edition     the waist: all that writers need, all that they give
    reviewfile  reviews on disk, beside the story
    spreadsheet  reviews as CSV
    reviewer    the review of a story, in a terminal
    source      bytes of a story: read, limited, decoded
    prose       what every reader knows of written news: mastheads, captions, outlines
    frontmatter  the head of a story file
    markup      HTML, made harmless and walked
    profiles    voice profiles on disk
    lexiconfile  lexicons on disk, W3C PLS
    espeak      eSpeak NG through pyttsx3's binding
    neural      voices of Piper, an extra
    audio       joining, levels, MP3; AAC and Opus, an extra
    photos      pictures found, checked, made fit
    iptc        what a photo file says of its picture
    templates   HTML, CSS and script of the page, XML and CSS of books
    page        an edition as HTML
    braille     an article as braille pages; liblouis
    book        what books of an edition need: contents, overlays, guide, pronunciations, name, claims
    manifest    what a bundle is made of, with hashes
    archive     zip files, the same bytes for the same files
    publish     the output folder
    store       speech kept on disk
    starter     what ``accessnews init`` lays out
    readers     one file, one input format
    engines     one file, one voice engine
    writers     one file, one output
    plugins     finds the three folders above
    cast        the open voices of a profile
    pipeline    the recipe
    config      accessnews.toml and options
    console     what is said where
    workers     processes that work side by side
    newsroom    many stories at once
    saying      a few words, heard or shown
    desk        what the smaller commands show
    cli         the command line
"""

__version__ = "0.1.0"
