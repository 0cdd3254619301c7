"""Requests carried over, told by years: in which they came, to which they went on (2023年收到、结转至2024年才答复的37件).

1件于2024年1月答复 was carried out in the report of 2023; so was 1件尚在办理期限内, which tells that it was not answered yet.
"""

import re
from collections.abc import Sequence

from model.facts import Entity

CARRIED = frozenset({"requests.carried_in", "requests.carried_out"})
"""The fields of what was carried over."""
_ON = r"(?:结转|转结|顺?延|[留转])"
_GOES_ON = re.compile(_ON)
_TO = re.compile(r"[至到入转延]\s?(\d{4}|[今本当]年)")
_CAME = r"[^,;。\d]{0,6}?(?:收|接|受理|提)[^,;。、\d]{0,10}[,、]?[^,;。、\d]{0,4}?"
_FROM = re.compile(rf"年?+度?+(?:{_CAME})?{_ON}[^,;。、\d]{{0,2}}?(?:[至到入]\s?(\d{{4}})?|(\d{{4}}))")
_CAME_BEFORE = re.compile(rf"\d{{4}}\s?年度?{_CAME}$")
_NEXT = r"(?:[次翌明来]年|下一?年度?)"
_DAY = r"(?:年?初|第?[一1]季度|(?:\d{1,2}|[一二]|元)\s?月份?(?:\s?\d{1,2}\s?日|[初中底末]|[上中下]旬)?)"
_ADVERB = r"(?:才|再|方|后|已经?|依法|依规|按[期时]|如期|分别|予以|作出|给予|进行|完成|书面|正式|继续)"
_ANSWERED_IN = re.compile(
    rf"(?:[于在将拟,、;:(件宗个起项份外]|[延推迟转移留][迟后]?[至到])\s?(?:(\d{{4}})\s?年度?|{_NEXT})\s?{_DAY}?{_ADVERB}*\s?$"
)
"""The year of an answer right before its verb; neither 截至2024年1月 nor 2024年1月前, by which it may have been given the year before."""
_IN_A_YEAR = re.compile(r"(?<!\d)(\d{4})\s?年?度?(?:继续)?(?:结转|转结)")
_LEADS = re.compile(r"[^。;\d]{0,12}")
_ANOTHER_YEAR = re.compile(r"(\d{4})\s?年|[上去前]一?年")
_END = r"(?=[,;。()外\s]|$)"
STILL_OPEN = re.compile(
    rf"[尚仍还][均都]?处?[在于][^,;。、()]{{0,10}}(?:期|期限|时限|时间)(?:之内|以内|内|之中|中){_END}"
    rf"|[尚仍还正][均都]?在(?:依法|抓紧|按程序|按规定|进一步)*(?:办理|处理|答复)(?:之中|过程中|当中|中)?{_END}"
    rf"|[尚还仍]?未(?:到|届满?|满)(?:法定|规定|答复|办理|处理|的)*(?:期限|限期|时限|时间|期){_END}"
    rf"|(?:(?:答复|办理|处理|法定|规定)的?){{1,4}}(?:期限|时限|期)[尚还仍]?(?:未(?:到期?|届满?|满)|没[到满]){_END}"
)
"""Words which say of requests that their time is not over (尚在办理期限内, 仍在办理中, 尚未到期)."""
_UNANSWERED = re.compile(r"待|[尚仍还]?未能?")
_UNANSWERED_BEFORE = re.compile(rf"(?:{_UNANSWERED.pattern})\s?$")
_BEFORE = 4
_REACH = 32
_BESIDE = 8
_CONTEXT = 100


def goes_on(folded: str, offset: int) -> bool:
    """Whether words of carrying over begin at an offset."""
    return _GOES_ON.match(folded, offset) is not None


def year_gone_to(words: str) -> str | None:
    """The year to which something was carried over, in digits or in words for the report's own (本年), None where none is told."""
    year = _TO.search(words)
    return year.group(1) if year else None


def came_in_a_year(folded: str, offset: int) -> bool:
    """Whether right before an offset the year is told in which requests came (2023年收到、)."""
    return _CAME_BEFORE.search(folded, max(0, offset - _REACH), offset) is not None


def is_unanswered(folded: str, words: Entity) -> bool:
    """Whether words say that an answer is still to be given (待答复, 尚未办结), of which the encoder may see the verb alone."""
    return bool(_UNANSWERED.match(folded, words.start) or _UNANSWERED_BEFORE.search(folded, max(0, words.start - _BEFORE), words.start))


def answered_from(folded: str, start: int, offset: int) -> bool:
    """Whether the words from a place to a verb of answering tell its year and no figure before that (收到,将于2024年1月)."""
    told = _ANSWERED_IN.search(folded, max(start, offset - _REACH), offset)
    return told is not None and _LEADS.fullmatch(folded, start, told.start()) is not None


def goes_to_next(folded: str, words: Entity, fields: Sequence[str], own: int | None) -> bool:
    """Whether words of answering (于2024年1月答复) or of carrying over (2024年结转) are told of the year after the report's.

    Args:
        folded: the folded text.
        words: the entity of the words.
        fields: those that the words alone name.
        own: the year of the report; None where it is not known.
    """
    if tuple(fields) == ("requests.carried_in",):
        return _is_carried_in_next(folded, words, own)
    return bool(fields) and fields[0].startswith("requests.processed") and _is_answered_in_next(folded, words.start, own)


def _is_carried_in_next(folded: str, words: Entity, own: int | None) -> bool:
    """Whether the words have the next year at their head or right before them."""
    told = _IN_A_YEAR.finditer(folded, max(0, words.start - _BESIDE), words.end)
    return own is not None and any(int(year.group(1)) == own + 1 for year in told if year.end() > words.start)


def _is_answered_in_next(folded: str, offset: int, own: int | None) -> bool:
    """Whether right before an offset the next year is told; 次年 is the one after any other year which its sentence names before it."""
    told = _ANSWERED_IN.search(folded, max(0, offset - _REACH), offset)
    if told is None:
        return False
    if told.group(1):
        return own is not None and int(told.group(1)) == own + 1
    sentence = folded[max(0, told.start() - _CONTEXT) : told.start()].rpartition("。")[2]
    return all(year.group(1) == str(own) for year in _ANOTHER_YEAR.finditer(sentence))


def is_come_from(folded: str, end: int, own: int) -> bool:
    """Whether a year is that in which what was carried over to the report's own or a later one had come.

    Args:
        folded: the folded text.
        end: where the digits of the year end.
        own: the year of the report.
    """
    carried = _FROM.match(folded, end, end + _REACH)
    to = (carried.group(1) or carried.group(2)) if carried else None
    return carried is not None and (to is None or int(to) >= own)
