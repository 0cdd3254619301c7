"""Characters as the encoder and the readers see them: one for one, so that no offset moves.

Full-width forms become ASCII, radicals (Kangxi, and the CJK Radicals Supplement that NFKC leaves alone) the characters
they look like, traditional characters simplified ones, and every space or invisible character a space. Line ends stay.
"""

import re
import unicodedata
from functools import cache

import opencc

# Browser-made PDFs write these radicals for the characters; Unicode decomposes none but the last, and that one to the traditional form.
_RADICALS = dict(
    zip(
        "⺁⺄⺈⺊⺋⺌⺍⺎⺓⺕⺗⺘⺙⺛⺝⺠⺡⺢⺣⺤⺥⺧⺨⺩⺫⺬⺭⺮⺰⺱⺲⺳⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⼾",
        "厂乙刀卜卩小小兀幺彐心手攵旡月民水水火爪爪牛犬王目示示竹纟网网网羊羊羊老老聿肉臼艹艹艹虎衤西西见角讠贝足车辶辶辶阝钅长长长门阜阝雨青韦页风飞食食饣饣马骨鬼鱼鸟卤麦黄黾齐齿龙户",
        strict=True,
    )
)
_QUOTES = {"“": '"', "”": '"', "‘": "'", "’": "'"}
LOOK_ALIKES = _RADICALS | _QUOTES
"""The characters that NFKC does not make what they stand for, with what they stand for."""
_CJK = re.compile(r"[\u4e00-\u9fff]+")
_LINE_ENDS = {"\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"}


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _mend(character: str) -> str:
    """The character that a look-alike, a full-width form or a space of any kind stands for; traditional ones stay."""
    if character in _LINE_ENDS:
        return "\n"
    if character.isspace() or unicodedata.category(character) in {"Cf", "Cc", "Mn"}:
        return " "
    character = LOOK_ALIKES.get(character, character)
    folded = unicodedata.normalize("NFKC", character)
    # Forms such as ① or ² are no plain digits; ㎡ would become two characters.
    if len(folded) == 1 and (not folded.isdigit() or unicodedata.category(character) == "Nd"):
        character = folded
    return character


class _Folded(dict[str, str]):
    """Of each character met so far the one that stands for it; a look into a dictionary is quicker than the call of a cached function."""

    def __missing__(self, character: str) -> str:
        self[character] = folded = fold_character(character)
        return folded


_FOLDED = _Folded()


def fold_character(character: str) -> str:
    """The one character that stands for the given one."""
    character = _mend(character)
    if "\u3400" <= character <= "\U000323af":
        simplified = str(_traditional().convert(character))
        character = simplified if len(simplified) == 1 else character
    return character


def fold(text: str) -> str:
    """The text as the encoder sees it: as many code points as the text has, each in its place."""
    return "".join(map(_FOLDED.__getitem__, text))


def keep_tabs(text: str, folded: str) -> str:
    """The folded text of a text with its tabs, which folding makes spaces like any other."""
    if "\t" not in text:
        return folded
    return "".join("\t" if sent == "\t" else character for sent, character in zip(text, folded, strict=True))


def cjk_of(text: str) -> str:
    """The CJK characters of a text alone, in order."""
    return "".join(_CJK.findall(text))


def tidy_name(text: str) -> str:
    """A name as it is printed, without spaces and line ends inside, look-alikes mended; traditional characters stay."""
    return "".join("".join(map(_mend, text)).split())
