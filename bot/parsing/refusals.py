"""Words of a line that ask for no call: to stop one, or to call somebody no more."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Deed(StrEnum):
    """What may be asked for instead of a call, by the subcommand that does it."""

    BLOCK = "block"
    UNBLOCK = "unblock"
    FORGET = "forget"
    CANCEL = "cancel"
    LIST = "list"


VERBS: dict[Deed, str] = {
    Deed.BLOCK: "block sperren sperre blockieren blockiere bloquer bloque bloquez bloquear "
    "bloquea",
    Deed.UNBLOCK: "unblock entsperren entsperre débloquer débloque débloquez desbloquear "
    "desbloquea",
    Deed.FORGET: "forget delete remove vergessen vergiss löschen lösche oublier oublie oubliez "
    "supprimer supprime supprimez olvidar olvida borrar borra",
    Deed.CANCEL: "cancel stop undo abbrechen absagen stornieren storniere annuler annule annulez "
    "cancelar cancela anular anula",
    Deed.LIST: "reschedule postpone verschieben verschiebe reportez aplazar aplaza",
}
"""What people write first who mean a call or a number that is known already."""

_DEEDS = {verb: deed for deed, verbs in VERBS.items() for verb in verbs.split()}
_BEGINS = re.compile(
    rf"[\s*_]*(?:(?:please|pls|bitte|por favor|merci de)[\s,]+)?[*_]*(?P<verb>{'|'.join(_DEEDS)})"
    r"(?! (?:sie )?nicht\b| pas\b|(?<=\bstop) (?:by|in|over|off)\b)"
    r"(?=[\s:,!*_]+[^\s&]|[\s.!*_]*\Z)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s+(?P<word>[^\W\d_]+)")
_BEGIN = r"(?:\b|(?=[^\w\s])|\A)"
"""Where words begin or a sign stands: elsewhere none of the many ways need be tried."""

_NOT_CALLED = re.compile(
    rf"{_BEGIN}(?:"
    r"\b(?:(?:do|must|should|to) ?not|not to|(?:do|must|should)n['’]?t|never|stop|no longer)"
    r" (?:ever |please )?(?:be (?:called|contacted)|call(?:ing)?|contact(?:ing)?|ring(?:ing)?"
    r"|phon(?:e|ing)|dial)\b"
    r"|\bnot want(?:s|ed)? (?:to be called|any (?:more )?calls)|\b(?:wants )?no more calls\b"
    r"|\bdo-not-call\b|\bno need to (?:call|ring|phone|contact)\b|\bhold off (?:on )?calling\b"
    r"|(?:\A|[,.;:!] ?)(?:please )?no calls\b|\brather not be (?:called|phoned|contacted)\b"
    r"|\bremoved? from (?:our|the|your|any|all) (?:mailing |call(?:ing)? )?(?:lists?|database)\b"
    r"|\bnicht (?:\w+ ){0,2}(?:anzurufen|zurückzurufen)\b"
    r"|\bnicht (?:mehr |wieder )(?:\w+ )?(?:anrufen|angerufen|kontaktier\w+|zurückrufen)\b"
    r"|\bnicht (?:angerufen|kontaktiert) werden\b"
    r"|(?:\A|[,.;:!]|\bbitte(?: \w+)?|\bdort|\bda) ?nicht (?:anrufen|kontaktieren|zurückrufen)\b"
    r"|\bruf(?:e|t|en)? (?:\w+ ){0,2}nicht (?:mehr )?an\b"
    r"|\bkeine? (?:weiteren? )?anrufe? (?:mehr|bitte)\b|\bkeine weiteren anrufe\b"
    r"|(?:\A|[,.;:!] ?)(?:bitte )?keine anrufe\b|\bkein anruf mehr\b"
    r"|\bkein (?:an|rück)ruf (?:mehr )?(?:nötig|notwendig|erforderlich)\b"
    r"|\bne (?:pas|plus) (?:\w+['’ ])?(?:r?appeler|contacter)\b"
    r"|\bn(?:e (?:\w+['’ ])?|['’])(?:r?appel(?:ez|le|les|er)) (?:pas|plus)\b"
    r"|\bpas (?:besoin|la peine) (?:de |d['’])r?appeler\b|\bno hace falta llamar"
    r"|\bplus (?:être )?(?:appelée?|contactée?)\b|\bplus d['’]appels?\b"
    r"|\bno (?:(?:l[aeo]s? )?(?:llam(?:ar(?:le|la|lo)?|es?|en|emos)|contactar)"
    r"|vuelv\w+ a llamar\w*|quiere (?:que l[aeo]s? llamen|más llamadas))\b"
    r"|\bdej(?:a|ar|en) de llamar\w*"
    r"|\b(?:wants?|wanted|asked for|prefers) no (?:more )?(?:phone )?calls\b"
    r"|\b(?:do|does|did)(?:n['’]t| not) (?:want|wish|like) (?:"
    r"to be (?:called|contacted|phoned|rung)"
    r"|(?:to (?:get|have|receive) )?(?:any |more |our )*(?:phone )?calls)\b"
    r"|\bopted out\b|\bon (?:the )?(?:c?tps|dnc)\b"
    r"|\bconsent to (?:be )?(?:call(?:ed)?|phone|contact) ?: ?no\b"
    r"|\b(?:will|möchte|wünscht) keine (?:werbe)?anrufe\b"
    r"|\bwerbesperre\b|\bwiderspruch (?:gegen )?werbung\b"
    r"|\bwerb\w+ widersprochen\b"
    r"|\bne (?:souhaite|veut|désire) (?:pas|plus) (?:être \w+|d['’]appels?)\b"
    r"|\bbloctel\b"
    r"|\bopposition (?:au )?démarchage\b|\bno quiere (?:más )?llamadas\b|\bno molest\w+"
    r"|\blista robinson\b)",
    re.IGNORECASE,
)
_END = r"(?: (?:today|already|heute|schon|any ?more|mehr))?[ ]*(?:[.!,;|\n)–-]|\Z)"
_HIS = r"(?:\A|[,;:.(|–-] ?|\.[a-z]{2,12} |(?<=\d) |\b(?:phone|mobile|this|his|her|their) )"
"""And not "invoice number is wrong", which is a reason to call."""

_IN_WRITING = r"(?:e-?mails?|mail|text|sms|whatsapp|courriel|correo)"
_OPT = r"(?<!letter )(?<!mail )(?<!sms )opt-?"
"""And not that of a newsletter, which says nothing of calls."""

_NO = (
    r"[:=?] ?(?:no|nein|non|false|denied|declined|abgelehnt|refusé)"
    r"(?=\s*(?:[.,;|)\n]|\Z)| (?:thanks|thank you|danke|merci|gracias)\b)"
)
_YES = r"[:=?] ?(?:yes|ja|oui|s[ií]|true|1|x)\b"
_IN_VAIN = re.compile(
    rf"{_BEGIN}(?:"
    r"\b(?:deceased|passed away|has died|verstorben|décédée?|fallecid[oa]|falleció)\b"
    r"|\bno (?:phone )?calls? (?:needed|necessary|required|please|pls|wanted)\b"
    r"|\bcall (?:is )?not (?:needed|necessary|required)\b"
    r"|\bneed(?:n['’]t| not) (?:call|ring|phone)\b"
    r"|\b(?:e-?mail|text|sms|whatsapp) only\b|\bonly (?:by|via) (?:e-?mail|text|sms|whatsapp)\b"
    r"|\b(?:heute|noch|doch|vorerst|erst ?mal|jetzt|momentan) nicht (?:an|zurück)rufen\b"
    rf"|\b(?:prefers?|preferred|rather|lieber|préf[èe]re\w*|prefier[eo]) (?:an? |une? )?"
    rf"(?:(?:by|per|via|par|por) )?{_IN_WRITING}\b(?! ?[:=])"
    rf"|\b{_IN_WRITING} (?:first|instead of|before) (?:call|phon|ring)\w*|\b{_IN_WRITING} first\b"
    rf"|\b(?:par|per|por|by|via) {_IN_WRITING} (?:uniquement|seulement|only|solamente)\b"
    rf"|\b(?:calls?|call(?:ed|back)|phone|consent|{_OPT}in|rückruf\w*|anruf\w*|angerufen|telefon\w*"
    r"|einwilligung|r?appel\w*|t[ée]l[ée]phon\w*|consentement|llamadas?|llamar\w*|consentimiento)"
    rf"\b[^:=?\n]{{0,30}}\??{_NO}"
    rf"|\b(?:dnc|do[ -]not[ -]call|{_OPT}out|werbesperre|abgemeldet)\b[^:=?\n]{{0,20}}\??{_YES}"
    r"|\bnvm\b|\bcancel that\b|\bdoch nicht\Z|\bjust save\b|\bnur speichern\b|\bwrong one\b"
    r"|\b(?:already )?(?:spoke|talked) (?:to|with) (?:her|him|them)\b|\bschon mit \w+ gesprochen\b"
    r"|\bon (?:lui|leur) a déjà parlé\b|\bya hablé con\b|\btakes? care of (?:it|this|the call)\b"
    r"|\bje m['’]en (?:occupe|charge)\b|\b(?:ya )?me encargo yo\b"
    rf"|\b(?:send|write) (?:her|him|them) (?:an? )?{_IN_WRITING}\b"
    rf"|\bplut[oô]t par {_IN_WRITING}\b|\bno longer with (?:the|our|their)\b|\bne travaille plus\b"
    r"|\bhat gekündigt\b|\bclosed[ -]lost\b|\bdisqualified\b|\btest lead\b"
    r"|[❌🚫📵🔕⛔]|:(?:x|no_entry(?:_sign)?|no_bell|no_mobile_phones):"
    r"|(?:☐|\[ \]) [^\n]{0,40}\b(?:call|phone|anruf|angerufen|r?appel|llam)\w*"
    r"|\bunsubscribed\b|\bnicht telefonisch\b|\bnot by (?:tele)?phone\b"
    r"|\bpas (?:par |au )?téléphone\b|\bno por teléfono\b"
    r"|\b(?:preferred|preferred contact|bevorzugte\w*|préférée?|preferid[oa])\b[^:=\n]{0,25}[:=] ?"
    rf"{_IN_WRITING}\b(?![@.\w])"
    rf"|\b(?:kontakt|contacto?(?: me)?) (?:per|by|via|par|por) ?:? ?{_IN_WRITING}\b(?![@.\w])"
    r"|\bduplicate (?:lead|entry|contact|record)\b|\b(?:lead|kontakt) (?:ist )?doppelt\b"
    r"|\b(?!agent\b|zeeg\b)[^\W\d_]+ (?:will|['’]ll) (?:call|ring|phone) (?:him|her|them)\b"
    r"|\bübernimmt (?:den|diesen) anruf\b"
    r"|\bnur (?:per |via )?(?:(?:e-?)?mail|sms|whatsapp|schriftlich)\b"
    r"|\A\W*(?:cancell?ed|abgesagt|annulée?|cancelad[oa]) ?:"
    r"|\banruf abbrechen\b|\b(?:uniquement|seulement) par (?:e-?mail|écrit|sms|whatsapp)\b"
    r"|\b(?:s[oó]lo|únicamente) por (?:correo|e-?mail|mail|escrito|whatsapp)\b"
    r"|\bleft the (?:company|firm|business)\b"
    r"|\bno longer (?:works (?:there|here|for|at|with)|employed)\b"
    r"|\bnicht mehr (?:im unternehmen|in der firma|dort|beschäftigt)\b"
    r"|\ba quitté (?:l['’]entreprise|la société)\b|\bya no trabaja\b"
    r"|\b(?:wrong|bad|dead|disconnected) number(?! of)|\b(?:wrong|bad) no\b|\bwrong person\b"
    rf"|{_HIS}number(?: (?:is|was))? (?:wrong|dead|invalid|disconnected|not in service)\b"
    rf"|{_HIS}number (?:does(?:n['’]t| not) (?:work|exist)"
    r"|is (?:not|no longer) (?:his|hers?|theirs))\b"
    r"|\bfalsche (?:nummer|person)\b|\bnummer (?:ist )?(?:falsch|ungültig|nicht vergeben)\b"
    r"|\bnummer (?:stimmt|existiert|gehört) nicht\b|\bexistiert nicht mehr\b"
    r"|\b(?:mauvais|faux) numéro\b|\bnuméro (?:erroné|faux|invalide|non attribué)\b"
    r"|\bnúmero (?:equivocado|erróneo|incorrecto)\b|\bnúmero no (?:existe|funciona)\b"
    rf"|\b(?:already (?:called|phoned|rung)|(?:schon|bereits) (?:angerufen|telefoniert)"
    rf"|déjà r?appelée?|not interested|kein interesse|pas intéressée?"
    rf"|no (?:está |le )?interesad?[oa]?"
    rf"|hat sich erledigt|(?:schon|bereits) erledigt|(?<=[,;–-] )erledigt){_END}"
    r"|\bich rufe (?:\w+ )?selbst an\b|\bi(?:['’]ll| will) (?:call|ring|phone)\b"
    r"|\bremind me to (?:call|ring|phone)\b|\bnever ?mind\b|\bdo not disturb\b|\bnicht stören\b"
    r"|\bne pas déranger\b|\A\s*who(?:['’]s| is) "
    r"|\A\s*(?:did|has|have|who|hat|wer) (?:\w+ ){0,2}(?:call(?:ed)?|rung|phoned|angerufen)\b)",
    re.IGNORECASE,
)
"""
Wrong number, email only, not today: nobody wants this call, which says nothing of the next one.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """
    The words that ask for no call, and what the line asks for instead: None if it only says so
    behind something else, as a note may.
    """

    words: str
    deed: Deed | None = None


def refusal_in(text: str) -> Refusal | None:
    """Find the words of a line that ask for no call, None if there are none."""
    begins = _NOT_CALLED.match(text.lstrip())
    if begins is not None:
        return Refusal(words=begins.group(), deed=Deed.BLOCK)
    verb = _BEGINS.match(text)
    if verb is not None and not _is_in_address(text, verb):
        return Refusal(words=verb["verb"], deed=_DEEDS[verb["verb"].casefold()])
    found = _NOT_CALLED.search(text) or _IN_VAIN.search(text)
    return Refusal(words=found.group().strip(" ,.;:!|)–-\n")) if found is not None else None


def _is_in_address(text: str, verb: re.Match[str]) -> bool:
    """Whether a verb and the next word are somebody's name: Block Party, @block-party.example."""
    following = _WORD.match(text, verb.end())
    if following is None or not verb["verb"][:1].isupper():
        return False
    joined = re.compile(rf"{verb['verb']}[._-]?{re.escape(following['word'])}", re.IGNORECASE)
    return any("@" in chunk and joined.search(chunk) for chunk in text.split())
