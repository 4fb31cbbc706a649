"""A text cut into tokens, with what each of its words can mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.parsing.times.kinds import Kind, Language
from bot.parsing.times.lexicon import Meaning, meanings
from bot.parsing.times.spelling import mended, with_its_double_letters
from bot.parsing.times.tokens import Shape, Token, tokenise

_NOTHING: Mapping[Kind, list[Meaning]] = {}
_MONTH_FIRST = frozenset({"US", "PH", "PR", "GU", "VI", "AS", "MP"})
_DAY_FIRST_ENGLISH = frozenset({"GB", "UK", "IE", "AU", "NZ", "IN", "SG", "MT", "NG", "PK"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """The reader's language, and whether 3/4 is the third of April; None if that is unknown."""

    language: Language | None
    region: str
    day_first: bool | None
    tag: str = ""  # as given, with hyphens
    foreign: bool = False  # a language whose words for times are not known

    @property
    def languages(self) -> tuple[Language, ...]:
        """All languages, the reader's own first."""
        own = () if self.language is None else (self.language,)
        return own + tuple(one for one in Language if one not in own)


def read_locale(tag: str | None, tz: object = "") -> Locale:
    """
    Understand "en-US", "de_DE", "fr" or nothing at all.

    "en-US" is what software is installed with all over the world: it says month first only
    where the zone does not say otherwise.
    """
    parts = (tag or "").replace("_", "-").split("-")
    region = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    language = next((one for one in Language if one.value == parts[0].lower()), None)
    day_first = _day_first(language, region)
    american = str(tz).startswith(("America/", "US/", "Pacific/Honolulu", "Pacific/Guam"))
    if day_first is not None and language is Language.ENGLISH and "/" in str(tz):
        day_first = None if american is day_first else day_first
    foreign = language is None and bool(parts[0])
    return Locale(
        language=language,
        region=region,
        day_first=day_first,
        tag="-".join(parts).lower(),
        foreign=foreign,
    )


def _day_first(language: Language | None, region: str) -> bool | None:
    if language is None:
        return None
    if language is not Language.ENGLISH:
        return None if region in _MONTH_FIRST else True
    if region in _MONTH_FIRST:
        return False
    return True if region in _DAY_FIRST_ENGLISH else None


@dataclass(slots=True, kw_only=True)
class Line:
    """The tokens of a text, and what the lexicon knows about each of them."""

    tokens: Sequence[Token]
    locale: Locale
    dead: frozenset[int] = frozenset()  # digits of phone numbers: no time is read from them
    misspelt: frozenset[int] = frozenset()  # words that were mended
    elsewhere: bool = False  # whether a day is named in a language that is not read
    _known: tuple[Mapping[Kind, list[Meaning]], ...] = ()

    def __post_init__(self) -> None:
        languages = self.locale.languages
        self._known = tuple(meanings(self.tokens, at, languages) for at in range(len(self.tokens)))
        self.elsewhere = any(
            known and (Kind.DAY_ELSEWHERE in known or Kind.WEEKDAY_ELSEWHERE in known)
            for known in self._known
        )

    def known(self, at: int) -> Mapping[Kind, list[Meaning]]:
        """All phrases that begin at token `at`, by kind."""
        return self._known[at] if 0 <= at < len(self._known) else _NOTHING

    def all(self, at: int, kind: Kind) -> list[Meaning]:
        """Whatever phrases of that kind begin at token `at`, best first."""
        return self.known(at).get(kind, [])

    def phrase(self, at: int, *kinds: Kind) -> Meaning | None:
        """Return the best phrase of these kinds that begins at `at`; the longest wins."""
        if not 0 <= at < len(self._known):
            return None
        known = self._known[at]
        if not known:
            return None
        best: Meaning | None = None
        for kind in kinds:
            several = known.get(kind)
            if several is not None and (best is None or several[0].end > best.end):
                best = several[0]
        return best

    def skip(self, at: int, *kinds: Kind) -> int:
        """Past one phrase of these kinds, if one stands there."""
        found = self.phrase(at, *kinds)
        return at if found is None else found.end

    def text(self, at: int) -> str:
        """Return the folded token, or nothing beyond the ends."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def joined(self, at: int) -> bool:
        """Whether no space stands before the token."""
        return 0 < at < len(self.tokens) and self.tokens[at].joined

    def sign(self, at: int, signs: str) -> bool:
        """Whether one of the signs stands there with no space before it."""
        return self.joined(at) and self.text(at) in signs

    def digits(self, at: int, *, longest: int = 2) -> int | None:
        """Return the number that is written there in at most so many digits."""
        if at in self.dead or not self.shape(at, Shape.NUMBER):
            return None
        return int(self.text(at)) if len(self.text(at)) <= longest else None

    def shape(self, at: int, shape: Shape) -> bool:
        """Whether the token is of that shape."""
        return 0 <= at < len(self.tokens) and self.tokens[at].shape is shape

    def number(self, at: int, *, longest: int = 2) -> tuple[int, int] | None:
        """Read a number in digits or words, and the token after it."""
        written = self.digits(at, longest=longest)
        if written is not None:
            return written, at + 1
        spelled = self.phrase(at, Kind.NUMBER)
        return None if spelled is None else (spelled.value, spelled.end)


def line_of(text: str, locale: Locale) -> Line:
    """Cut `text` into a line, and mend the names of days and months in it."""
    tokens, misspelt = [], []
    for at, token in enumerate(tokenise(text)):
        word = slip = None
        if token.shape is Shape.WORD:
            word = with_its_double_letters(token.text, capital=token.capital)
            slip = None if word else mended(token.text, capital=token.capital)
        mended_to = word or slip
        tokens.append(replace(token, text=mended_to) if mended_to else token)
        misspelt += [at] if slip else []
    return Line(tokens=tokens, locale=locale, misspelt=frozenset(misspelt))
