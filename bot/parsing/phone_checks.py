"""What the rest of a line says of its number: its address, its name, the order of its signs."""

from dataclasses import replace

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.choices import Choice
from bot.parsing.found import Found, Span
from bot.parsing.line import Line
from bot.parsing.phone_country import country_named, country_of_address, read_in_another
from bot.parsing.phone_guesses import FoundPhone
from bot.parsing.phone_surroundings import EXTENSION


def checked_for_reversal(line: Line, choice: Choice[FoundPhone]) -> Choice[FoundPhone]:
    """Ask about a number in a text that is shown in another order than it is written."""
    if not line.plain.reversed_by_override or choice.doubts or choice.span is None:
        return choice
    read = line.text[choice.span.start : choice.span.end]
    doubt = Doubt(field=Field.PHONE_NUMBER, reason=Reason.NUMBER_UNCLEAR, read=read)
    return Choice(value=choice.value, span=choice.span, doubts=(doubt,), taken=choice.taken)


def by_address(
    line: Line, choice: Choice[FoundPhone], *, region: str | None, email: str | None
) -> Choice[FoundPhone]:
    """Read a national number once more where a code or the address says another country."""
    if choice.span is None or len(choice.doubts) > 1:
        return choice
    start, end = choice.span.start, choice.span.end
    phone = choice.value or FoundPhone(start=start, end=end, value=None)
    doubt = choice.doubts[0] if choice.doubts else None
    written = EXTENSION.split(line.text[start:end])[0].strip()
    first = Found(start=start, end=end, value=phone.value, doubt=doubt)
    other = country_named(line.plain.text, start, end) or country_of_address(email or "")
    found = read_in_another(written, first, region=region, other=other)
    if found.doubt is None or found is first:
        return choice
    return replace(choice, value=replace(phone, value=found.value), doubts=(found.doubt,))


def by_name(line: Line, choice: Choice[FoundPhone], name: Span | None) -> Choice[FoundPhone]:
    """Propose the number behind the name where there are several, of which somebody is asked."""
    if name is None or [doubt.reason for doubt in choice.doubts] != [Reason.SEVERAL]:
        return choice
    offered = choice.doubts[0].options
    behind = [
        phone
        for phone in line.strong_phones
        if phone.start >= name.end and phone.value and phone.value.e164 in offered
    ]
    if not behind or choice.span is None or choice.span.start >= name.end:
        return choice
    return replace(choice, value=behind[0], span=behind[0], taken=(behind[0],))
