"""Which scripts eSpeak's voices read: the table ``tts/_espeak/data/scripts.toml``, measured anew.

Every voice says some words of every script, and its phonemes are counted. A word that is read has a stressed syllable
in every two to five letters; letters that are spelt, by their names ("em o es ka") or as "Chinese letter", have one
or more each. Between 0.55 and 0.7 stresses a letter there is no voice, but Armenian, of whose words some are spelt
(0.57 to 0.65); of Chinese and Yi, where each character is a syllable, those are read whose characters sound unlike.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from accessnews.text.langtag import primary
from accessnews.tts._espeak import Synthesiser, synthesiser

WORDS = {
    "Latin": ["kalaman bestroka minuter sodalin", "aotearoa whenua tangata moana"],
    "Cyrillic": ["Москва говорит погода деревня", "Мінск кажа мора", "Скопје зборува време море"],
    "Greek": ["Αθήνα θάλασσα καιρός χωριό"],
    "Hebrew": ["ירושלים שלום חדשות עיתון"],
    "Arabic": [
        "القاهرة مدينة الأخبار البحر",
        "کراچی خبریں موسم سمندر",
        "ڪراچي خبرون موسم سمنڊ",
        "ئۈرۈمچى خەۋەرلەر دېڭىز",
    ],
    "Han": ["北京新聞天氣海港"],
    "Hiragana": ["さくらです ありがとう はなします"],
    "Katakana": ["カメラテレビ ニュース ホテル"],
    "Hangul": ["서울에서 날씨가 바다에서"],
    "Thai": ["กรุงเทพ อากาศ ทะเล ข่าว"],
    "Devanagari": ["दिल्ली समाचार मौसम समुद्र", "गोंय खबर हवामान दर्या"],
    "Bengali": ["ঢাকা সংবাদ আবহাওয়া সমুদ্র", "গুৱাহাটী বাতৰি বতৰ সাগৰ"],
    "Gurmukhi": ["ਦਿੱਲੀ ਖ਼ਬਰਾਂ ਮੌਸਮ ਸਮੁੰਦਰ"],
    "Gujarati": ["અમદાવાદ સમાચાર હવામાન દરિયો"],
    "Oriya": ["ଓଡ଼ିଶା ସମ୍ବାଦ ପାଣିପାଗ ସମୁଦ୍ର"],
    "Tamil": ["சென்னை செய்தி வானிலை கடல்"],
    "Telugu": ["హైదరాబాద్ వార్తలు వాతావరణం సముద్రం"],
    "Kannada": ["ಬೆಂಗಳೂರು ಸುದ್ದಿ ಹವಾಮಾನ ಸಮುದ್ರ"],
    "Malayalam": ["കേരളം വാർത്ത കാലാവസ്ഥ കടൽ"],
    "Sinhala": ["කොළඹ පුවත් කාලගුණය මුහුද"],
    "Georgian": ["თბილისი ამბები ამინდი ზღვა"],
    "Armenian": ["Երևան նորություն եղանակ ծովափ"],
    "Ethiopic": ["አዲስ አበባ ዜናዎች የአየር ባሕሩን"],
    "Khmer": ["ភ្នំពេញ ព័ត៌មាន អាកាស សមុទ្រ"],
    "Lao": ["ວຽງຈັນ ຂ່າວ ອາກາດ ທະເລ"],
    "Tibetan": ["ལྷ་ས་གནས་ཚུལ་ གནམ་གཤིས་"],
    "Myanmar": ["ရန်ကုန် သတင်း ရာသီဥတု ပင်လယ်"],
    "Cherokee": ["ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ"],
}
MOST_STRESSES = 0.56  # a letter
_SWITCH = re.compile(r"\([a-z][a-z-]*\)")  # to the voice of another language, in eSpeak's phonemes
Table = dict[str, dict[str, list[str]]]


def main() -> None:
    print(f"measured with {synthesiser().version()}")
    for script, voices in measured(synthesiser()).items():
        print(f"\n[{script}]")
        for kind, languages in voices.items():
            print(f'{kind} = "{" ".join(languages)}"')


def measured(speaker: Synthesiser) -> Table:
    """By script: the languages whose voices read it, and, where most others have it read, those that spell it."""
    table: Table = {}
    for script, samples in WORDS.items():
        how: dict[str, set[str]] = defaultdict(set)
        for lang, file in _voices(speaker):
            how[_reading(speaker, file, script, samples)].add(lang)
        table[script] = {"reads": sorted(how["reads"])}
        if len(how["lends"]) > len(how["spells"]):
            table[script]["spells"] = sorted(how["spells"] - how["reads"] - how["lends"])
    return table


def _voices(speaker: Synthesiser) -> Iterator[tuple[str, str]]:
    for voice in speaker.voices():
        if voice.languages and not voice.file.startswith("mb/"):
            yield primary(voice.languages[0][1]), voice.file


def _reading(speaker: Synthesiser, file: str, script: str, samples: list[str]) -> str:
    """How a voice says a script at its best: it reads it, it lends another voice's sounds for it, or it spells it."""
    ways = {_way(speaker, file, script, words) for words in samples}
    return next(way for way in ("reads", "lends", "spells") if way in ways)


def _way(speaker: Synthesiser, file: str, script: str, words: str) -> str:
    phonemes = speaker.ipa(words, file)
    if phonemes and (_is_read(phonemes, words) or (script == "Han" and _sounds_unlike(speaker, file, words))):
        return "lends" if _SWITCH.search(phonemes) else "reads"
    return "spells"


def _is_read(phonemes: str, words: str) -> bool:
    return len(re.findall("[ˈˌ]", phonemes)) <= MOST_STRESSES * sum(map(str.isalpha, words))


def _sounds_unlike(speaker: Synthesiser, file: str, words: str) -> bool:
    sounds = {_SWITCH.sub("", speaker.ipa(letter, file)) for letter in words}
    return len(sounds) > len(words) / 2
