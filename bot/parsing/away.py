"""Words of a note that say that somebody cannot be called now, or will call by themselves."""

import re

_WHO = (
    r"(?:(?:s?he|they|er|sie|il|elle|él|ella|i|ich|we|wir|nous)(?:['’](?:s|re|m))? )?"
    r"(?:(?:is|are|am|has|ist|hat|bin|sind|est|sommes|a|está|anda|sitzt|macht) )?"
    r"(?:(?:currently|still|just|now|today|gerade|noch|aktuell|momentan|derzeit|heute|encore|"
    r"actuellement|ahora|hoy) )*"
)
_ENGLISH = (
    r"away|out(?: of (?:the )?office| sick)?|ooo|busy|unavailable|driving|travell?ing|teaching|"
    r"sleeping|asleep|resting|ill|sick|unwell|commuting|mid[- ]flight|works nights|"
    r"not (?:in|there|around|available)|"
    r"on (?:(?:annual|sick|parental|maternity|paternity) )?"
    r"(?:leave|holidays?|vacation|pto|shift)|"
    r"on (?:a|the|another) (?:plane|flight|train|road|(?:business )?trip|break)|on another call|"
    r"in (?:(?:a|an|the) )?(?:meetings?|court|class|surgery|hospital|theatre|transit|flight|air|"
    r"appointment)|(?:in )?with a (?:client|customer|patient)|"
    r"at (?:lunch|the (?:dentist|doctor)(?:['’]s)?)|"
    r"on (?:my|his|her|their|the) way(?: [^\W\d_]+){0,3}|"
    r"on (?:my|his|her|their|the) (?:commute|(?:train|bus|plane|flight) (?:home|back|"
    r"to [^\W\d_]+))|"
    r"(?:it['’]s )?the middle of the night(?: for (?:him|her|them))?|\w+ hours ahead"
)
_GERMAN = (
    r"(?:im|in(?: (?:einem|einer|der))?) (?:urlaub|meeting|(?:kunden)?termin|besprechung|flieger|"
    r"flugzeug|zug|auto|krankenhaus|op|elternzeit|mutterschutz)|"
    r"auf (?:(?:dienst|geschäfts)reise|reisen)|beim (?:kunden|arzt|zahnarzt|essen)|unterwegs|"
    r"auf dem (?:(?:heim|nachhause|rück)?weg|sprung)(?: [^\W\d_]+){0,3}|"
    r"krank(?:geschrieben)?|nicht (?:da|im (?:büro|haus)|erreichbar|verfügbar)|beschäftigt|"
    r"(?:gerade )?keine zeit|urlaub|feierabend|nachtdienst(?: gehabt)?|mittag(?:spause)?|"
    r"schläft(?: tagsüber)?|telefoniert|fährt(?: gerade)? auto"
)
_FRENCH = (
    r"en (?:congés?(?: mat\w*)?|vacances|réunion|rendez-vous|rdv|déplacement|arrêt(?: maladie)?|"
    r"formation|route|chemin|rentrant|rtt|clientèle|voyage)|sur (?:le|son|mon) (?:chemin|"
    r"trajet)(?: [^\W\d_]+){0,3}|au bloc|dans (?:l['’ ]avion|le train)|conduit|absente?|"
    r"occupée?|indisponible|malade|pas (?:là|dispo(?:nible)?)|dort|travaille de nuit"
)
_SPANISH = (
    r"(?:de )?camino (?:a|al|de|del) [^\W\d_]+|de (?:camino|vuelta a casa)|"
    r"de (?:vacaciones|viaje|baja|guardia)|"
    r"en (?:(?:un|una|el) )?(?:junta|reunión|cita|avión|médico|hospital|tren)|conduciendo|"
    r"comiendo|durmiendo|ocupad[oa]|reunid[oa]|enferm[oa]|fuera(?: de la oficina)?|no está|"
    r"no disponible|se fue a comer|trabaja de noche"
)
_WILL_CALL = (
    r"(?:(?:will|['’]ll|wants to|is going to) (?:call|ring|phone)|calls|rings|phones) "
    r"(?:us|me)(?: back)?|"
    r"(?:ruft|rufen)(?: uns| mich)?(?: selbst)? (?:zurück|an)|meldet sich(?: selbst| wieder)?|"
    r"(?:(?:nous|me) )?rappelle(?:ra)?|(?:nos|me) (?:llama(?:rá)?|devuelve la llamada)"
)
_NOW = (
    r"(?: (?:now|right now|at the moment|atm|currently|today|all day|(?:this|next|all) week|"
    r"(?:diese|nächste) woche|cette semaine|esta semana|gerade|heute|momentan|"
    r"im moment|den ganzen tag|en ce moment|aujourd['’]hui|toute la journée|ahora|hoy|"
    r"todo el día|(?:until|till?|bis|jusqu['’]|hasta)\b.*))?"
)
_AWAY = re.compile(
    rf"{_WHO}(?:{_ENGLISH}|{_GERMAN}|{_FRENCH}|{_SPANISH}|{_WILL_CALL}){_NOW}[ .!?]*",
    re.IGNORECASE,
)


def is_away(words: str) -> bool:
    """Whether words say nothing but that somebody is busy, or calls us: "in a meeting until 3"."""
    return _AWAY.fullmatch(" ".join(words.split())) is not None
