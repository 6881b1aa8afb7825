"""Remarks of the house in a paragraph of their own: corrections, who wrote it, where it first appeared."""

import re

_REMARK = re.compile(
    r"""
      # a label before a colon: "Update, 5 May: …"
      (?:(?:update|correction|clarification|(?:editor['’]?s?['’]?\ )?note|disclosure|disclaimer|related
        |credit|korrektur|aktualisiert|aktualisierung|anmerkung|hinweis|mise\ à\ jour|rectificatif|note\ de|ndlr
        |actualización|corrección|nota)s?\b[^.:]{0,50}:)
      # what is done with the story, or was
    | (?:(?:last\ )?updated|(?:first|originally|also)\ (?:published|appeared)|reprinted|republished|translated
        |translation|adapted|(?:(?:with\ )?additional\ |with\ )?reporting|produced|supported|edited|zuerst\ erschienen
        |übersetzt|mitarbeit|traduit|traducid[ao])\ (?:by|from|with|in|on|at|von|aus|am|par|de|por)\b
    | (?:read|see|hear|watch)\ (?:more|also)\b | also\ read\b | subscribe\b | sign\ up\b | follow\ us\b
    | advertisement\b | anzeige$ | publicité$ | publicidad$ | scroll\ (?:down|on|for)\b | (?:swipe|click|tap)\b
    | for\ more\b | more\ (?:on|about|from)\b | (?:to\ )?find\ out\ more\b | mehr\ (?:dazu|zum\ thema)\b
    | pour\ en\ savoir\ plus\b
    | (?:continued|continues|fortsetzung|suite|continuación)\b
    | (?:part|chapter|teil|kapitel|partie|chapitre|parte|capítulo)
        \ (?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|[ivxl]{1,6})\b[.:]?$
    | (?:some\ )?names\ have\ been\ changed\b | to\ be\ continued\b
    | lesen\ sie\ auch\b | lire\ aussi\b | lea\ también\b
      # the story as such
    | this\ (?:story|article|report|post|piece|interview|version|column|essay|review|series|project)
        \ (?:was|is|has|first|originally|appeared|appears|comes|contains|accompanies)\b
    | (?:an?|the)\ (?:earlier|previous|original|shorter|longer)\ version\ of\ this\b
    | diese[rs]?\ (?:artikel|text|beitrag|bericht|interview)\b | cet\ article\b | este\ artículo\b
      # its author: "Jane Roe is a reporter in Wick."
    | (?:\w[\w.'’-]{0,30}\ ){1,4}
        (?:is|was|writes|covers|works|reports|ist|schreibt|est|écrit|es|escribe)\ [^.]{0,80}\b
        (?:reporter|correspondent|writer|journalist|editor|author|columnist|critic|freelance|contributor|novelist
          |redakteur|autor|korrespondent|journaliste|auteur|rédact|periodista|redactor)(?:in|r|a|e|s)?\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_remark(text: str) -> bool:
    """Whether a paragraph is about the story, its author or its history, and so about no picture."""
    return bool(_REMARK.match(text.strip(" \n[]()")))
