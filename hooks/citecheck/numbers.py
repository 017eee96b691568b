"""Numbers in running text, in digits and in words, and the shape of a text around them."""

from __future__ import annotations

import bisect
import dataclasses
import functools
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from citecheck.plain import plain

_ONES = dict(zip("zero one two three four five six seven eight nine ten eleven twelve".split(), range(13), strict=True))
_TEENS = dict(zip("thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), range(13, 20), strict=True))
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_SIGNS = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10), "⅓": (1, 3), "⅔": (2, 3),
    "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip

_UNIT_WORDS = {**_ONES, **_TEENS, **_TENS}
_ONE_TO_NINE = "|".join(list(_ONES)[1:10])
_CARDINAL = rf"(?:(?:{'|'.join(_TENS)})[- ](?:{_ONE_TO_NINE})|{'|'.join([*_TENS, *_TEENS, *reversed(_ONES)])})"
_SCALE = rf"(?:{'|'.join(_SCALES)})s?"
_WORDS = (
    rf"(?:(?:{_CARDINAL}|a|several|a few|few)[- ](?:hundred|thousand|million|billion|dozen)\b"
    rf"(?:(?:[- ]and)?[- ](?:{_CARDINAL}|{_SCALE})\b){{0,6}}"
    rf"|{_CARDINAL}\b|(?:(?<=\bfirst )|(?<=\blast )|(?<=\bnext )|(?<=\banother )|(?<=\bthe ))dozen\b)"
)
# A digit group: thousands by commas or by single spaces, then decimals; or plain digits; or a bare decimal.
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?![\d])|\d{1,3}(?: \d{3})+(?![\d,.]\d|\d)|\d+)(?:\.\d+)?|(?<![a-z\])])\.\d+"
_PLURAL_SCALE = r"(?:(?:tens|dozens|hundreds|thousands) of (?:thousands|millions|billions)|hundreds|thousands|millions|billions|dozens)\b(?= of\b| (?:get|have|had|died?|live[sd]?|relapsed?|are|were|need|needed|develop(?:ed)?|suffer(?:ed)?|more|fewer|each|every|a (?:year|day|week|month)|worldwide|survived?|recover(?:ed)?|got|fall|fell)\b| ?(?:$|[.,;:!?)]))"
_PART = "|".join(sorted(_DENOMINATORS, key=len, reverse=True))
# "third" and its like are fractions after a count ("two-thirds", "one third"); after "a" only where no noun follows
# that they could number ("a third of", "by a third", but not "a third drug").
_AFTER_A = (
    r"(?=\s*(?:$|[.,;:!?)\]\"]|\((?:about |nearly )?\d|of\b|to\b|or\b|and\b|had\b|have\b|has\b|were\b|was\b|are\b|is\b|will\b|do\b|did\b|die\b|"
    r"died\b|in\b|by\b|as\b|more\b|less\b|fewer\b|higher\b|lower\b|the\b|relapse[ds]?\b|show\b|showed\b|reported\b|"
    r"survived?\b|lived?\b|needed?\b|since\b|over\b|within\b|after\b|did\b|get\b|got\b|go\b|went\b|develop|responded\b|"
    r"could\b|can\b|may\b|might\b|would\b|said\b|say\b|felt\b|feel\b|being\b))"
)
_HALF = r"half(?!-match)(?!-?(?:li(?:fe|ves)|way|hearted|brother|sister|marathon|term|time|pint|body|sib)|heart)"
# One part of so many, but for a half.
_ONE_PART = "|".join(part for part in _DENOMINATORS if part not in ("half", "halves") and not part.endswith("s"))
_FRACTION = (
    rf"(?:(?:{_ONE_TO_NINE}|\d{{1,2}})[- ](?:{_PART})\b(?! ?(?:-|person\b))"
    rf"|\ba (?:half|{_ONE_PART})\b{_AFTER_A}"
    rf"|(?:(?<=\bby )|(?<=\bthan )|(?<=\babout )|(?<=\bnearly )|(?<=\balmost )|(?<=\baround )|(?<=\broughly ))a (?:half|{_ONE_PART})\b"
    rf"|(?<=\bremaining )(?:{_ONE_PART})\b{_AFTER_A}"
    rf"|\ba quarter\b|\b{_HALF}\b|\bhalves\b|\bthree quarters\b|\bquarters\b)"
)
_SCALED = rf"(?:[- ]?(?:{_SCALE})\b)?"
_NUMBER = re.compile(
    # no number begins with another character
    r"(?=[\d.¼-¾⅐-⅞]|\b[abdefhmnoqstz])(?:"
    rf"(?P<mixed>(?:\b(?:{_CARDINAL})\b|(?<![\w.,])\d{{1,6}}) (?:and )?(?:a half|one half|a quarter|three quarters|[½¼¾⅓⅔])(?:[- ](?:{_SCALE})\b)?"
    rf"|(?<![\w.,])\d{{1,6}} ?[½¼¾⅓⅔⅛](?:[- ](?:{_SCALE})\b)?)"
    rf"|(?P<timed>\b(?:a|an|{_CARDINAL}|\d{{1,2}}) (?:year|month|week|day|hour|decade)s? and (?:a |one )?half\b|\bhalf an? (?:year|month|week|day|decade)\b)"
    rf"|(?P<halfscale>\bhalf(?: |-)a(?: |-)(?:million|billion|dozen|thousand)\b|\ba quarter of a (?:million|billion)\b)"
    rf"|(?P<fraction>{_FRACTION}|[¼½¾⅐-⅞])"
    rf"|(?P<words>\b{_WORDS}|\b{_PLURAL_SCALE}|(?:(?<=\bper )|(?<=\bevery )|(?<=\beach ))(?:hundred|thousand|million|billion)\b)"
    rf"|(?P<digits>(?<![\d])(?:{_DIGITS})(?:[- ]?(?:hundred|thousand|million|billion)\b|(?<=\d)(?:k|m|bn)\b(?= (?:[a-z]+ )?(?:people|patients|children|cases|survivors|americans|adults|women|men|families|deaths)))?))"
)

NUMBER = "#"
"""Stands for a number in the shape of a text."""
FRACTION = "½"
"""Stands for a fraction in the shape of a text."""
NAME = "@"
"""Stands for a name that holds digits, such as CD19 or t(9;22), in the shape of a text."""

# What looks like a number but is part of a name, an address or a note.
_NAMES = re.compile(
    r"https?://\S{1,300}|\bwww\.\S{1,200}|\b[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,40}|\bdoi:? ?10\.\S{1,200}|\b10\.\d{4,9}/\S{1,200}"
    # notes in square brackets: whole numbers only, so that a confidence interval in brackets stays
    r"|\[\d{1,3}(?:[,\-] ?\d{1,3}){0,40}\]"
    # chromosome changes: t(9;22), inv(16), del(7q), 11q23
    r"|\b(?:t|inv|del|dup|add|der|ins|i|r)\(\s?[\dXYxyq;:pq. ]{1,20}\)(?:\([^)\s]{1,20}\))?|\b\d{1,2}[pq](?:\d{0,2}(?:\.\d{1,3})?|\d{1,2}[pq])\b|\b\d{1,2}[pq]-?\b"
    # phone numbers
    r"|(?:\+?\d{1,2}[- ])?\(\d{3,5}\)[- ]?[\dA-Z]{3,4}[- ][\dA-Z]{3,6}|\b(?:1-)?\d{3}-\d{3}-\d{4}\b|\b1-\d{3}-[\dA-Z]{1,4}-[\dA-Z]{3,6}\b"
    r"|\b1[38]00 \d{2,3} \d{3,4}(?: \d{3})?\b|\b1-\d{3}-[A-Z]{3,10}\b|\(?\b\d{3}-\d{4}\b\)?|\b\d{3}-\d{4}\b"
    r"|(?<![.,\d])\b0\d{2,5}(?: \d{1,6}){1,4}\b(?: ?/ ?\d{4}\b){0,3}|\b(?:911|999|111|112)(?= (?:(?:operator|dispatcher)s?|call|line|service)\b(?! (?:dogs|members|men|women|people)))"
    # bibliographic places: 2015;385:517-528 and 12(3):45-67
    r"|\b\d{4}[;:] ?\d{1,4}(?: ?\(\d{1,4}\))?: ?\w?\d{1,6}(?:-\w?\d{1,6})?|\b\d{1,4}\(\d{1,4}\):\w?\d{1,6}(?:-\w?\d{1,6})?"
    # dates in figures, and hours of the day
    r"|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})\b|\b\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})\b(?!%|\.\d)|\b(?:0?[1-9]|1[0-2])/(?:19|20)\d{2}\b|\b\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})\b|(?<=[(\s])(?:(?<=\bin )|(?<=\bsince )|(?<=\bfor )|(?<=\bduring )|(?<=\bof )|(?<=\bfrom )|(?<=\bthe )|(?<=\()|(?<=\bthrough )|(?<=\bbetween )|(?<=\byear )|(?<=\buntil ))(?:19|20)(?:\d{2}-\d{2}|\d{2}/\d{2})\b(?!\.\d|[-/%\d]| ?per ?cent| (?:died|relapsed|survived|deaths|relapses|had|were)\b)"
    r"|\b(?:[01]?\d|2[0-4]):[0-5]\d(?!\d|,\d{3})(?: ?[ap]\.?m\b)?|\b24/7\b"
    # an exponent: 10^6, 10⁻⁴, 2×109 cells, 1.5 x 10^9/L, 10-4 cells
    r"|(?<![\d.,])10(?:(?:[5-9]|1[0-2])\b(?= ?(?:/|cells|per|viable|l\b))|\^ ?-?\d{1,2}\b|-\d{1,2}\b(?= ?(?:/|cells|per|viable|l\b))|[⁻⁰¹²³⁴-⁹]{1,3})(?:/[a-zµ]{1,3}\b)?"
    r"|\b10-[2-6]\b|(?:(?<=[x×])|(?<=[x×] ))10\d{1,2}\b"
    # letters and digits in one word: CD19, B12, HER2/neu, 4-1BB, 5-FU, IL-6, COVID-19, HLA-A*02:01, NCT02435849
    r"|\b\d{2}(?:-\d{2})?,X[XY]?(?:,[^\s,]{1,30}){0,12}|\b[A-Z]{2,6}/\d{2,6}\b"
    r"|\b(?:UKALL|IntReALL|ALL-?REZ|BFM|NOPHO|CoALL|COALL|DCOG|GRAALL|GMALL|CALGB|SWOG|CCG|POG|EORTC|AIEOP|Interfant|HOVON|EsPhALL)(?:[- ][A-Z]{1,6})?[- ]?\d{1,5}(?:-\d{1,4})?\b(?! (?:died|relapsed|survived|were|had|patients|children|people|adults)\b)"
    # scales, software and cell lines with their versions; lineages of a virus
    r"|\b(?:RECIST|CTCAE|ICD|DSM|ELN|RPMI|SAS|SPSS|Stata|R)[- ]\d{1,4}(?:\.\d{1,2}){0,2}\b(?! ?%)|\b[A-Z]{1,3}\.\d{1,2}(?:\.\d{1,2}){0,3}\b"
    r"|\b[A-Za-z]{1,12}\*?(?:\d{1,9}[A-Za-z]{0,6}){1,3}(?:[*:/.-]\d{1,8}[A-Za-z]{0,4}){0,3}\b(?![%.]\d)"
    r"|\b[A-Z][A-Za-z]{0,11}-(?:[A-Z]\*)?\d{1,4}[A-Za-z]{0,4}(?:[:/*.-]\d{1,3}[A-Za-z]{0,3}){0,3}\b(?! ?%)"
    r"|\b(?:interleukin|factor|omega|covid|sars-cov|coenzyme|antigen|protein|caspase|il|ige|anti-cd)-\d{1,3}\b"
    r"|\b\d{1,3}-(?:[A-Z][A-Z0-9a-z]{0,6}|\d{0,2}[A-Z]{2,6}|fluorouracil|mercaptopurine|thioguanine|azacitidine|hydroxy\w{1,30}|[a-z]{2,30}(?:amine|uracil|purine|ycin|mide|dine)s?)(?:\b|-)"
    r"|\b[Cc][Aa][ -]\d{1,3}(?:-\d{1,2})?\b(?! ?%)|\b\d{1,2}-(?:cis|trans|alpha|beta|gamma|methyl|deoxy)\b(?:-\w{1,20}){0,3}"
    r"|\b(?:1,)?\d{1,2}\(OH\)(?:\(?\d\)?)?D?\d?\b|\b[A-Z]{3,6} \d{6}\b|\b\d,\d-[A-Z]{2,6}\b|\b[A-Za-z]\d{1,4}(?:[._-]\w{1,8}){2,9}|\b[a-z]{3,20}-\d{1,2}-[a-z]{3,30}\b|[α-ωΑ-Ω]-?\d(?!\d)(?:-\w{1,20})?\b|\b(?:IC|EC|LD|ED|GI)\(?\d{2}\)?(?!\d)|\bNCT ?\d{8}\b|(?<=/m)(?:\(?2\)?| 2)(?![\d.])(?! (?:patients|people|children|adults|women|men)\b)"
    r"|\b\d{1,3}[A-Z]{1,6}\d{0,4}(?:-[A-Z]{1,4}|-\d)?\b(?<![CFLMGK])(?<!AM)(?<!PM)"
    r"|\b[A-Z]{2,8} \d{2,5}(?!\d|,\d|\.\d| ?%| ?(?:patients|people|children|women|men|adults|cases|participants)\b)(?<!CI 95)(?=\b)(?=,| trial| study|\))"
)
# A digit string with such a suffix is a measure, not a name.
_MEASURES = re.compile(
    r"\d{1,5}(?:st|nd|rd|th|s|x|c|f|l|m|g|k|d|h|y|kg|mg|ml|cm|mm|km|mcg|iu|am|pm|gy|yr|yrs|mo|wk|hr|hrs|min|bn|px|pt|kcal|years?|months?|days?|weeks?|hours?)$",
    re.IGNORECASE,
)
_ASSIGNED = re.compile(r"^(?:n|p|r|t|k|hr|or|rr)=?$", re.IGNORECASE)


class Number(NamedTuple):
    """A number as it stands in a text: characters `start` to `end` of the text that was read.

    `step` is the precision of the printed number: 0.1 for 43.2, 1 for 43, 1000 for "3 thousand".
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    fraction: bool = False
    words: bool = False
    written: str = ""


@dataclasses.dataclass(frozen=True)
class Shape:
    """A text in small letters with a sign for each number, fraction and name, on which the rules are written."""

    text: str
    raw: str
    numbers: tuple[Number, ...]
    starts: tuple[int, ...]
    """Where in `text` the sign of each number stands."""
    origin: tuple[int, ...]
    """Where in `raw` each character of `text` was written; one more entry for the end."""

    def within(self, start: int, end: int) -> range:
        """The indices of the numbers whose signs stand in text[start:end]."""
        return range(bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end))


def _decimal(digits: str) -> tuple[Decimal, Decimal]:
    """Value and precision of a number in digits."""
    digits = digits.replace(",", "").replace(" ", "")
    value = Decimal(digits if not digits.startswith(".") else "0" + digits)
    exponent = value.as_tuple().exponent
    return value, Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _words_value(words: str) -> tuple[Decimal, Decimal]:
    """Value and precision of a number in words."""
    total, group, smallest = 0, 0, None
    for word in re.split(r"[- ]+", words):
        if word in _UNIT_WORDS:
            group += _UNIT_WORDS[word]
            smallest = 1
        elif word in ("a", "of", "several", "few", "tens"):
            continue
        elif word.rstrip("s") in _SCALES and word != "s":
            scale = _SCALES[word.rstrip("s")]
            group = max(group, 1) * scale
            smallest = scale
            if scale >= 1000:
                total, group = total + group, 0
    return Decimal(total + group), Decimal(smallest or 1)


_TIMED_UNIT = re.compile(r"year|month|week|day|hour|decade")
_FACTORS = {**_SCALES, "k": 1000, "m": 10**6, "bn": 10**9}


def _read(match: re.Match[str], text: str) -> Number:
    """The number that a match of the pattern stands for."""
    start, end, written = match.start(), match.end(), match.group()
    if match["digits"] is not None:
        digits = re.match(_DIGITS, written)
        assert digits is not None
        value, step = _decimal(digits.group())
        factor = _FACTORS.get(written[digits.end() :].strip(" -"), 1)
        return Number(start, end, value * factor, step * factor, written=written)
    if match["words"] is not None:
        value, step = _words_value(written)
        return Number(start, end, value, step, words=True, written=written)
    if match["halfscale"] is not None:
        scale = _SCALES[re.split(r"[- ]", written)[-1]]
        share = Decimal("0.25") if "quarter" in written else Decimal("0.5")
        return Number(start, end, share * scale, Decimal(scale) / 10, words=True, written=written)
    if match["timed"] is not None:
        many = written.split()[0]
        if many == "half":
            whole = Decimal(0)
        elif many in ("a", "an"):
            whole = Decimal(1)
        else:
            whole = Decimal(many) if many.isdigit() else _words_value(many)[0]
        return Number(start, end, whole + Decimal("0.5"), Decimal("0.1"), written=written)
    if match["mixed"] is not None:
        parts = re.match(rf"(?P<whole>{_CARDINAL}|\d+)", written)
        assert parts is not None
        whole = Decimal(parts["whole"]) if parts["whole"].isdigit() else _words_value(parts["whole"])[0]
        rest = written[parts.end() :]
        top, bottom = next(
            (_SIGNS[sign] for sign in rest if sign in _SIGNS),
            (3, 4) if "three" in rest else (1, 4) if "quarter" in rest else (1, 2),
        )
        factor = next((_SCALES[word.rstrip("s")] for word in rest.split() if word.rstrip("s") in _SCALES), 1)
        return Number(start, end, (whole + Decimal(top) / bottom) * factor, Decimal("0.1") * factor, written=written)
    if written in _SIGNS:
        top, bottom = _SIGNS[written]
    else:
        *count, part = re.split(r"[- ]", written)
        top = 1 if not count or count[0] == "a" else int(count[0]) if count[0].isdigit() else _ONES[count[0]]
        bottom = _DENOMINATORS[part]
    return Number(start, end, Decimal(top) / bottom, Decimal("0.01"), fraction=True, words=True, written=written)


_WITH_DIGITS = re.compile(r"(?<!\S)\S*\d\S*")
_PLAIN_NUMBER = re.compile(r"[(\"'~<>=≥≤±]*\d+(?:[.,]\d+)*%?[)\"'.,;:?!]*")
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_RATIO_BEFORE = re.compile(r"\b(?:ratio|odds|chance|outnumber\w*)\b[^.;]*$", re.IGNORECASE)
_SPACED_NAME = re.compile(r"\(\d{3,5}\)|[A-Z] \d|\b(?:911|999|11[12]) [a-z]|\d \d|[x×@/]|www", re.ASCII)


def _holds_no_name(text: str) -> bool:
    """Whether all digits of a text stand in plain numbers, as in most sentences: a quick look that spares a slow one."""
    return not _SPACED_NAME.search(text) and all(_PLAIN_NUMBER.fullmatch(word) for word in _WITH_DIGITS.findall(text))


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Where names with digits stand."""
    if _holds_no_name(text):
        return
    for match in _NAMES.finditer(text):
        name = match.group()
        if _MEASURES.fullmatch(name) or _ASSIGNED.fullmatch(name):
            continue
        if _CLOCK.fullmatch(name) and _RATIO_BEFORE.search(text, max(0, match.start() - 40), match.start()):
            continue
        yield match.span()


@functools.lru_cache(maxsize=512)
def shape(raw: str) -> Shape:
    """The shape of a text: "About 13 out of 100 children" has the shape "about # out of # children"."""
    spelled = plain(raw)
    text, origin = spelled.text, spelled.origin
    lower = (
        text.lower()
        if len(text.lower()) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )
    names = list(_names(text))
    pieces: list[str] = []
    where: list[int] = []
    numbers: list[Number] = []
    starts: list[int] = []
    position = length = 0

    def copy(upto: int) -> None:
        nonlocal position, length
        pieces.append(lower[position:upto])
        where.extend(origin[position:upto])
        length += upto - position
        position = upto

    def put(sign: str, end: int) -> None:
        nonlocal position, length
        pieces.append(sign)
        where.extend([origin[position]] * len(sign))
        length += len(sign)
        position = end

    name = 0
    for match in _NUMBER.finditer(lower):
        while name < len(names) and names[name][1] <= match.start():
            if names[name][0] >= position:
                copy(names[name][0])
                put(NAME, names[name][1])
            name += 1
        if name < len(names) and names[name][0] < match.end():
            continue
        number = _read(match, lower)
        copy(match.start())
        starts.append(length)
        # "A year and a half" is 1.5 years, "half a year" half of one.
        timed = _TIMED_UNIT.search(match["timed"]) if match["timed"] else None
        unit = f" {timed[0]}s" if timed else ""
        put(FRACTION if number.fraction else NUMBER + unit, match.end())
        last = match.end() - 1
        numbers.append(number._replace(start=origin[match.start()], end=origin[last] + 1))
    for start, end in names[name:]:
        if start >= position:
            copy(start)
            put(NAME, end)
    copy(len(lower))
    return Shape("".join(pieces), raw, tuple(numbers), tuple(starts), (*where, len(raw)))
