"""What is left of a line when the fields are taken out: the context of the call."""

import re
from collections.abc import Sequence

from bot.parsing.found import Span
from bot.parsing.slack_text import PlainText

_EMOJI = re.compile(r":[a-z0-9_+'-]+:", re.IGNORECASE)
_LAST_EMOJI = re.compile(r"(?<!\w):[a-z0-9_+'-]+:\s*$", re.IGNORECASE)
_EDGE = " \t\n,;:|/•·–—->=*_~`&"
_GLUE = re.compile(
    r"(?:name|time|when|date|contact|kontakt|nom|nombre|and|at|on|by|via|using|under|number|phone|tel|mobile|cell|email|e-mail|mail|is|his|her|their|"
    r"und|am|um|unter|per|auf|telefon|handy|mobil|nummer|anrufen|an|et|au|à|a|par|le|"
    r"téléphone|tél|portable|mél|numéro|y|al|en|el|por|teléfono|móvil|correo|número|with|for|to)"
    r"[.:]?",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:and )?(?:(?:give|a|the|quick|phone|call|ring|buzz|back|on|at|please|now|bitte|an|anrufen|"
    r"zurückrufen|merci|gracias|thanks|thank you|thx|danke|un|appel|coup de fil|una|llamada)"
    r"(?:[ .!]+|$))+",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[TMPFDOCE][.:]?")
"""What is left of "T +49 …", as signatures have it."""

_OPENING = re.compile(
    r"(?:notes?|notiz|about|re|regarding|concerning|wegen|bzgl\.?|bezüglich|betreffs?|sobre|"
    r"au sujet d[eu]s?|à propos d[eu]s?|concernant|acerca de|to discuss|für)\s+(?=\S)",
    re.IGNORECASE,
)
_SENTENCE_LABEL = re.compile(
    r"\s(?:re|about|regarding|wegen|bzgl\.?|bezüglich|concernant|sobre) ?:\s*", re.IGNORECASE
)
_SPACES = re.compile(r"[ \t]{2,}")
_PAIRS = {"(": ")", "[": "]", "{": "}", '"': '"', "<": ">"}


def leftovers(plain: PlainText, taken: Sequence[Span], notes: Sequence[Span]) -> list[Span]:
    """List the stretches of a line that no field took, without the words that led up to one."""
    pieces = []
    at = 0
    ordered = sorted([*taken, *notes], key=lambda span: span.start)
    ends = Span(start=len(plain.text), end=len(plain.text))
    for span in [*ordered, ends]:
        if span.start > at:
            piece = _trimmed(plain.text, at, span.start, is_last=span is ends)
            pieces += [] if piece is None else [piece]
        if span in notes and span.end > span.start:
            pieces.append(span)
        at = max(at, span.end)
    return pieces


def join_pieces(
    plain: PlainText, pieces: Sequence[Span], notes: Sequence[Span], extra: str
) -> str | None:
    """Put the context together again as it was typed, a comma where a field was taken out."""
    text = extra
    last: Span | None = None
    for piece in pieces:
        shown = plain.quote(piece.start, piece.end)
        if piece not in notes:
            shown = _SPACES.sub(" ", shown)
        text += _joint(plain, last, piece, text) + shown
        last = piece
    return text.strip() or None


def _joint(plain: PlainText, last: Span | None, piece: Span, text: str) -> str:
    """Give what stands between two pieces: the "re:" that was part of a sentence, or a comma."""
    if last is not None and _SENTENCE_LABEL.fullmatch(plain.text, last.end, piece.start):
        return plain.quote(last.end, piece.start)
    if not text:
        return ""
    return ", " if text[-1].isalnum() else " "


def _trimmed(text: str, start: int, end: int, *, is_last: bool) -> Span | None:
    """Leave out marks and glue at both ends; nothing if nothing else is there."""
    before = None
    while (start, end) != before:
        before = (start, end)
        start, end = _without_marks(text, start, end)
        start, end = _without_glue(text, start, end, is_last=is_last)
    opening = _OPENING.match(text, start, end)
    if opening is not None:
        start = opening.end()
    rest = _EMOJI.sub("", text[start:end])
    if _NOTHING.fullmatch(rest) or _LETTER.fullmatch(rest):
        return None
    return Span(start=start, end=end) if any(char.isalnum() for char in rest) else None


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    if (emoji := _EMOJI.match(text, start, end)) is not None:
        return emoji.end(), end
    if (emoji := _LAST_EMOJI.search(text, max(start, end - 40), end)) is not None:
        return start, emoji.start()
    while start < end and text[start] in _EDGE + ".!?)]}":
        start += 1
    while end > start and text[end - 1] in _EDGE + "([{<":
        end -= 1
    return _without_brackets(text, start, end)


def _without_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out brackets and quotation marks around everything, and those without a partner."""
    inside = text[start:end]
    within = inside[1:-1]
    for opening, closing in _PAIRS.items():
        begins, ends = inside.startswith(opening), inside[1:].endswith(closing)
        if begins and ends and opening not in within and closing not in within:
            return start + 1, end - 1
        if begins and closing not in inside[1:]:
            return start + 1, end
        if ends and opening not in inside[:-1]:
            return start, end - 1
    return start, end


def _without_glue(text: str, start: int, end: int, *, is_last: bool) -> tuple[int, int]:
    """Leave out a word such as "at" that led up to the field that stood after it."""
    words = text[start:end].split()
    if not words:
        return start, end
    if _GLUE.fullmatch(words[-1]) and not is_last:
        return start, end - len(words[-1])
    if _GLUE.fullmatch(words[0]) and len(words) == 1:
        return end, end
    return start, end
