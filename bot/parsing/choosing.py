"""Settles which finding each field gets; what a label says wins over everything else."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.choices import Choice, choose_email, choose_phone, missing, only
from bot.parsing.emails import find_emails
from bot.parsing.found import Found, Span
from bot.parsing.label_words import LABELS, PLACES, Part
from bot.parsing.layout import Layout, Said
from bot.parsing.lead_ins import find_lead_in
from bot.parsing.line import Line
from bot.parsing.names import find_name, is_small_name
from bot.parsing.phone_guesses import FoundPhone
from bot.parsing.phone_surroundings import follows_fax
from bot.parsing.said import pick_after, read_said_name, unreadable

_WORD_BEFORE = re.compile(r"(?<!\S)(?P<word>[^\W\d_]+)\.? \Z")
_LONGEST_WORD = 40
_NOTE_MARK = re.compile(r"\||--|—")
_COPIED = re.compile(r"\s*b?cc\b[:\s]*", re.IGNORECASE)
"""… | cc b@example.com."""

_CORRECTS = re.compile(
    r"\b(?:new|right|correct|mistyped|neue|richtige|korrekte|nouveau|bon|correct[eo]?|nuevo)\b"
    r"[^\n]*\Z",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r" ?(?:instead|stattdessen|à la place|en su lugar|en vez)\b", re.IGNORECASE)
"""My new number is 0151 12345678; call 0151 12345678 instead."""

_ONLY_SENDS = re.compile(
    r"(?:\A|[._+-])(?:no-?reply|do-?not-?reply|nicht-?antworten|keine-?antwort|ne-?pas-?repondre"
    r"|no-?responder|mailer-daemon)(?=[._+@-])",
    re.IGNORECASE,
)
"""forms-noreply@google.com: nobody's own address."""

_OR = re.compile(
    r"[\s,;/|(&+-]*(?:(?:or|and|oder|und|bzw|ou|et|o|y|b?cc)\b[.:]?\s*)?", re.IGNORECASE
)


def settle_phone(line: Line, layout: Layout) -> Choice[FoundPhone]:
    """
    Settle the number: the labelled one, else the only one outside the notes. A label that only
    tells where a telephone stands does not say that it is the one to call, nor does a label where
    another number follows or is called something else.
    """
    free = [
        phone
        for phone in line.phones
        if not layout.is_note(phone) and not follows_fax(line.text, phone.start)
    ]
    free += [phone for phone in line.phones if layout.is_note(phone) and _corrects(line, phone)]
    labels = layout.said_of(Field.PHONE_NUMBER)
    if all(said.label.word in PLACES for said in labels):
        return choose_phone(free)
    found = [_said_phone(line, each) for each in labels]
    labelled = [phone for phone in found if phone is not None]
    if labelled:
        first = min(phone.end for phone in labelled)
        labelled += [
            phone
            for phone in free
            if _corrects(line, phone)
            or (not phone.weak and _may_be_the_same_persons(line, phone, first))
            or _has_another_name(line, layout, phone)
            or _is_next_to(line.text, phone, labelled)
        ]
        labelled.sort(key=lambda phone: phone.start)
    return choose_phone(labelled or free)


def _corrects(line: Line, phone: Span) -> bool:
    """Whether a note says of a number that it is the one to call: "new number is …"."""
    before = line.text[max(0, phone.start - _LONGEST_WORD) : phone.start]
    behind = _INSTEAD.match(line.text, phone.end)
    return behind is not None or _CORRECTS.search(before) is not None


def _has_another_name(line: Line, layout: Layout, phone: FoundPhone) -> bool:
    """Whether a number is called something: "switchboard: …", "…, mobile 0151 12345678"."""
    if any(label.is_foreign and label.end == phone.start for label in layout.labels):
        return True
    word = _WORD_BEFORE.search(line.text, max(0, phone.start - _LONGEST_WORD), phone.start)
    named = None if word is None else LABELS.get(word["word"].casefold())
    return named is not None and named[0] is Field.PHONE_NUMBER


def _may_be_the_same_persons(line: Line, phone: Span, first: int) -> bool:
    """
    Whether neither a mark that may begin a note parts a number from the labelled one before it,
    nor a label of the name from the one behind it.
    """
    if phone.start > first:
        return _NOTE_MARK.search(line.text, first, phone.start) is None
    named = [label for label in line.labels if label.field is Field.FULL_NAME]
    return not any(phone.end <= label.start < first for label in named)


def _is_next_to(text: str, phone: Span, labelled: Sequence[Span]) -> bool:
    """Whether a label stands before two numbers: "phone: 030 23125001 or 0151 12345678"."""
    return any(_OR.fullmatch(text, each.end, phone.start) for each in labelled)


def _said_phone(line: Line, said: Said) -> FoundPhone | None:
    phone = pick_after(line.phones, line.text, said)
    if phone is not None:
        return FoundPhone(
            start=phone.start,
            end=phone.end,
            value=phone.value,
            doubt=phone.doubt,
            extension=phone.extension,
        )
    bad = unreadable(line.text, said, Field.PHONE_NUMBER)
    if bad is None:
        return None
    return FoundPhone(start=bad[0].start, end=bad[0].end, value=None, doubt=bad[1])


def settle_email(line: Line, layout: Layout) -> Choice[str]:
    """Settle the address: the labelled one, else the only one outside the notes."""
    free = [email for email in line.emails if not layout.is_note(email)]
    said = [_said_email(line, each) for each in layout.said_of(Field.EMAIL)]
    labelled = [email for email in said if email is not None]
    labelled += [each for each in free if _is_next_to(line.text, each, labelled)]
    end = len(line.text) if layout.note_mark is None else layout.note_mark.end
    free += [each for each in line.emails if _COPIED.fullmatch(line.text, end, each.start)]
    found = labelled or free
    read = [each for each in found if not _only_sends(each)]
    read = read or [each for each in free if not _only_sends(each)]
    return choose_email(read or [_asked_about(each) for each in found])


def _only_sends(email: Found[str]) -> bool:
    return _ONLY_SENDS.search(email.value or "") is not None


def _asked_about(email: Found[str]) -> Found[str]:
    doubt = Doubt(field=Field.EMAIL, reason=Reason.WHOSE, read=email.value or "")
    return replace(email, doubt=email.doubt or doubt)


def torn_address(line: Line, email: Choice[str], name: Choice[str]) -> tuple[Doubt, ...]:
    """Ask about "carla brandt@example.com" of Carla Brandt, torn by a space perhaps."""
    if email.doubts or email.value is None or email.span is None or name.span is None:
        return email.doubts
    before = _WORD_BEFORE.search(
        line.text, max(0, email.span.start - _LONGEST_WORD), email.span.start
    )
    if before is None or before.start("word") < name.span.end:
        return ()
    names = (name.value or "").casefold().split()
    if not {before["word"], email.value.partition("@")[0].casefold()} <= set(names):
        return ()
    read = f"{before['word']} {email.value}"
    options = (f"{before['word']}.{email.value}", email.value)
    return (Doubt(field=Field.EMAIL, reason=Reason.EMAIL_INVALID, read=read, options=options),)


def _said_email(line: Line, said: Said) -> Found[str] | None:
    email = pick_after(line.emails, line.text, said)
    if email is not None:
        return email
    start = said.span.start
    for spelled in find_emails(line.text[start : said.span.end]):
        return Found(
            start=start + spelled.start,
            end=start + spelled.end,
            value=spelled.value,
            doubt=spelled.doubt,
        )
    bad = unreadable(line.text, said, Field.EMAIL)
    if bad is None:
        return None
    return Found(start=bad[0].start, end=bad[0].end, value=None, doubt=bad[1])


def settle_name(line: Line, layout: Layout, text: str, corroborated: Span | None) -> Choice[str]:
    """Settle the name: the labelled one, else the quoted one, else what looks like one."""
    said = layout.said_of(Field.FULL_NAME)
    read = [(each.label.part, read_said_name(text, each)) for each in said]
    names = [(part, name) for part, name in read if name is not None]
    if names:
        return _said_name(names)
    if layout.quoted_name is not None:
        quoted = layout.quoted_name
        value = line.text[quoted.start : quoted.end]
        return only(Found(start=quoted.start, end=quoted.end, value=value))
    found = find_name(text, corroborated=corroborated, addresses=line.addresses)
    if found is not None and _is_set_apart(line, found):
        found = replace(found, doubt=None)
    return missing(Field.FULL_NAME) if found is None else only(found)


def _is_set_apart(line: Line, name: Found[str]) -> bool:
    """Whether a name in small letters is all between the line's beginning and a value."""
    values = [*line.strong_phones, *line.emails]
    first = min((each.start for each in values), default=0)
    before = line.text[: name.start]
    lead_in = find_lead_in(before, 0, len(before))
    begins = not before.strip() or (lead_in is not None and lead_in.end == len(before))
    ends = not line.text[name.end : first].strip(" \t,;|<(-–")
    return begins and ends and is_small_name(name.value or "", addresses=line.addresses)


def _said_name(names: Sequence[tuple[Part, Found[str]]]) -> Choice[str]:
    by_part = dict(reversed(names))
    given, family = by_part.get(Part.GIVEN_NAME), by_part.get(Part.FAMILY_NAME)
    whole = by_part.get(Part.WHOLE)
    if given is not None and family is None and whole is not None:
        family = whole  # French forms: "nom: Lefèvre prénom: Camille"
    if family is not None and given is None and whole is not None:
        given = whole  # Spanish forms: "nombre: Camila apellidos: Lago Gil"
        if _repeats(whole, family):
            return only(whole, also=(family,))
    if given is None or family is None:
        return _one_name([name for _, name in names])
    doubts = [name.doubt for name in (given, family) if name.doubt is not None]
    return Choice(
        value=f"{given.value} {family.value}",
        span=given,
        doubts=tuple(doubts[:1]),
        taken=(given, family, *(name for _, name in names if _repeats(name, given, family))),
    )


def _repeats(whole: Found[str], *parts: Found[str]) -> bool:
    """Whether parts of a name stand in the whole already."""
    words = (whole.value or "").casefold().split()
    return all(set((part.value or "").casefold().split()) <= set(words) for part in parts)


def _one_name(names: Sequence[Found[str]]) -> Choice[str]:
    different = tuple(dict.fromkeys(name.value or "" for name in names))
    if len(different) == 1:
        return only(names[0], also=names[1:])
    doubt = Doubt(field=Field.FULL_NAME, reason=Reason.SEVERAL, options=different)
    return Choice(value=names[0].value, span=names[0], doubts=(doubt,), taken=tuple(names))
