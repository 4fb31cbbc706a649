"""Words that only help to say when, in four languages, folded: seasons, edges, habits."""

_EDGES = """
rest remainder start beginning middle end over throughout these mid
anfang beginn mitte ende laufe verlauf restliche restlichen
debut milieu fin reste prochains prochaines ces mi
principio principios inicio comienzo mediados final finales fines finalizar largo resto primeras
ultimas proximos proximas estos estas otra otro
"""
_PERIODS = """
spring summer autumn fall winter weekend fortnight fortnights quarter
fruhling fruhjahr sommer herbst tages monats jahres quartal quartals
printemps ete automne hiver journee trimestre quinzaine huitaine
primavera verano otono invierno jornada quincena
"""
_HABITS = """
mornings afternoons evenings nights weekends
wochenenden feierabend monatsende jahresende
matins soirs tantot rentree
tardes noches mananas finde
"""
_SEVERAL = """
several some more new most
einige einigen mehrere mehreren wenige wenigen weitere weiteren neuen
plusieurs varios varias algunos algunas lo
"""
LOOSE_WORDS: dict[str, str] = {
    **dict.fromkeys(_EDGES.split(), "B"),
    **dict.fromkeys(_PERIODS.split(), "P"),
    **dict.fromkeys(_HABITS.split(), "T"),
    **dict.fromkeys(_SEVERAL.split(), "s"),
    **dict.fromkeys(("im", "au"), "I"),
    **dict.fromkeys(("/", ",", "'"), "g"),
}
"""With the letters of their roles."""

COURSES = frozenset({"course", "cours"})
"""In the course of the day, au cours de la journée; by themselves they are other things."""

NO_TIMES = frozenset({"dann", "soiree", "frei"})
CAPITAL_DAYS = frozenset({"so", "do"})
"""Times that are words besides, where nothing else says that they are one."""

NO_LIMITS = frozenset(
    {"not", "no", "nicht", "pas", "except", "salvo", "excepto", "menos", "sauf", "due", "fallig"}
    | {"ausser", "since", "seit", "depuis"}
)
"""Open ranges that say when not, or since when."""

SHORT_WORDS = frozenset({"sun", "sat", "mon", "mar"})
HABITUAL = ("ly", "lich", "ment", "mente", "diario", "mensuel", "quotidien")
HOURS_THAT_LAST = frozenset({"hour", "hours", "hr", "hrs"})
