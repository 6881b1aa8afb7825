"""From the International Phonetic Alphabet to eSpeak's own notation, for its English voices.

eSpeak names phonemes by *mnemonics*, which every language defines for itself. English ones stand for sets of
sounds: ``0`` is the vowel of *lot*, as British or American as the voice that says it. So is ``A@``, the one of
*start*, with an r or without: IPA in which every r is written serves both.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LONGEST = 60  # phonemes a word: eSpeak's own buffers hold 200 and are not guarded
_STRESS = {"ˈ": "'", "ˌ": ","}
_SEPARATE = "|"  # between mnemonics, that none runs into the next

_CONSONANTS = """
    p p  b b  t t  d d  k k  ɡ g  g g  q q  ʔ ?  c k  ɟ dZ  ɢ g  ʈ t  ɖ d
    m m  ɱ m  n n  ɳ n  ɲ n^  ŋ N  l l  ɫ l  ɭ l  ɬ l  ʎ l^  r r  ɹ r  ɾ r  ɽ r  ɻ r  ʁ r  ʀ r
    f f  v v  θ T  ð D  s s  z z  ʃ S  ʒ Z  ʂ S  ʐ Z  ɕ S  ʑ Z  ç C  x x  ɣ Q  χ x  ħ h  h h  ɦ h  β v  ɸ f  ʋ v
    w w  ʍ w  ɥ w  ɰ w  j j  tʃ tS  dʒ dZ  tɕ tS  dʑ dZ  tʂ tS  dʐ dZ
"""
_VOWELS = """
    iː i:  i i  ɪ I  iə i@  ɪə i@  ɨ I  ᵻ I#  y u:  yː u:  ʏ U
    eɪ eI  eː eI  e E  ɛ E  ɛː E  ɛə e@  eə e@  æ a  a a  aː A:  aɪ aI  ʌɪ aI  aɪə aI@  aʊ aU  aʊə aU@
    ɑː A:  ɑ A:  ɒ 0  ɔː O:  ɔ O:  ɔɪ OI  ʌ V  ɐ a#  ɤ V  oʊ oU  əʊ oU  o oU  oː oU
    ʊ U  ʊə U@  ɵ U  uː u:  u u:  ʉ u:  ʉː u:  ɯ u:  ɯː u:
    ə @  ɘ @  əː 3:  ɜː 3:  ɜ 3:  ɚ 3  ɝ 3:  ɝː 3:  ø 3:  øː 3:  œ 3:  œː 3:
    ɑ̃ A~  ɒ̃ A~  ã A~  ɔ̃ O~  õ O~  ɛ̃ a|n  æ̃ a|n  œ̃ V|n  l̩ @L  n̩ @|n  m̩ @|m
"""
# Before a consonant or at the end of a word a vowel and its r are one phoneme, said with an r or without.
_WITH_R = """
    ɑː A@  ɑ A@  a A@  aː A@  ɔː O@  ɔ O@  ɒ O@  oː o@  o o@  ə 3  əː 3:  ɜː 3:  ɜ 3:  ʌ 3:
    ɛə e@  eə e@  ɛː e@  ɛ e@  e e@  ɪə i@3  iə i@3  ɪ i@3  iː i@3  i i@3  ʊə U@  ʊ U@  uː U@  u U@
    aɪə aI3  aɪ aI3  aʊə aU@  aʊ aU@
"""


def _table(pairs: str) -> dict[str, str]:
    words = unicodedata.normalize("NFD", pairs).split()
    return dict(zip(words[::2], words[1::2], strict=True))


_IS_VOWEL = _table(_VOWELS)
_SYMBOLS = _table(_CONSONANTS) | _IS_VOWEL
_COLOURED = _table(_WITH_R)
# Ties, syllable breaks, linking brackets, lengths and the finer shades that no English phoneme has.
_UNHEARD = "[.‿ːˑʰʲʷ|‖()\u0300-\u036f-]"
_TOKEN = re.compile("|".join([*map(re.escape, sorted(_SYMBOLS, key=len, reverse=True)), *_STRESS, _UNHEARD]))
_TIES = str.maketrans("", "", "\u0361\u035c\u200d")


@lru_cache(4_096)
def mnemonics(ipa: str) -> str:
    """The mnemonics of words in IPA, which eSpeak reads between ``[[`` and ``]]``. A blank parts words.

    Empty where a symbol is not known or a word is too long: then the word's letters must do. Sounds that
    English lacks become their nearest neighbours.
    """
    words = [_word(word) for word in unicodedata.normalize("NFD", ipa.translate(_TIES)).split()]
    return " ".join(words) if all(words) else ""


def _word(ipa: str) -> str:
    tokens = _TOKEN.findall(ipa)
    if "".join(tokens) != ipa:
        return ""
    symbols = [token for token in tokens if token in _SYMBOLS or token in _STRESS]
    names = list(_phonemes(_stressed(symbols)))
    return _SEPARATE.join(names) if len(names) <= LONGEST else ""


def _stressed(symbols: list[str]) -> list[str]:
    """A word of one syllable is written without its stress; a longer one without any has it on the first."""
    vowels = [symbol for symbol in symbols if symbol in _IS_VOWEL]
    return symbols if _STRESS.keys() & set(symbols) or vowels in ([], ["ə"]) else ["ˈ", *symbols]


def _phonemes(symbols: list[str]) -> Iterator[str]:
    stress = False
    taken = False  # an r, by the vowel before it
    for number, symbol in enumerate(symbols):
        following = symbols[number + 1 :]
        if symbol in _STRESS:
            stress = True
            yield _STRESS[symbol]
        elif symbol in _IS_VOWEL:
            taken = symbol in _COLOURED and _is_r(following[:1]) and not _begins_syllable(following[1:])
            name = _COLOURED[symbol] if taken else _SYMBOLS[symbol]
            yield "i:" if name == "i" and stress else name
            stress = False
        elif not (taken and _is_r([symbol])):
            yield _SYMBOLS[symbol]
        taken = taken and symbol in _IS_VOWEL


def _is_r(symbols: list[str]) -> bool:
    return symbols in (["r"], ["ɹ"])


def _begins_syllable(symbols: list[str]) -> bool:
    """Whether a vowel comes next."""
    return next((symbol in _IS_VOWEL for symbol in symbols if symbol not in _STRESS), False)
