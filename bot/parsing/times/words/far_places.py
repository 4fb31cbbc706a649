"""Names of places with other clocks, which the time zone database does not know by them."""

from bot.parsing.times.tokens import fold

_CITIES = """
Atlanta, Austin, Baltimore, Brooklyn, Cincinnati, Cleveland, Columbus, Dallas, Houston, Las Vegas,
Manhattan, Milwaukee, Minneapolis, Nashville, New Orleans, Oakland, Orlando, Philadelphia,
Pittsburgh, Portland, Sacramento, Salt Lake City, San Antonio, San Diego, San José, Silicon Valley,
St. Louis, Tampa, Washington DC, Calgary, Ottawa, Québec, CDMX, Ciudad de México, DF, Guadalajara,
Puebla, Tijuana, Cancún, Querétaro, Medellín, Cali, Cartagena, Quito, Rosario, Brasília,
Rio de Janeiro, Belo Horizonte, Porto Alegre, Abu Dhabi, Doha, Dschidda, Jeddah, Ankara, Bengaluru,
Bangalore, Chennai, Hyderabad, Pune, Neu-Delhi, New Delhi, Peking, Pékin, Pekín, Shenzhen,
Guangzhou, Osaka, Kyoto, Canberra, Wellington, Kapstadt, Cape Town, Le Cap, Durban, Pretoria,
Tel Aviv, Moskau, Moscou, Moscú
"""
_COUNTRIES = """
United States, US, USA, States, America, Vereinigten Staaten, Amerika, États-Unis, Amérique,
Estados Unidos, EEUU, EE.UU., East Coast, West Coast, Ostküste, Westküste, Canada, Kanada, Canadá,
Mexico, Mexiko, Mexique, México, Brazil, Brasilien, Brésil, Brasil, Argentina, Argentinien,
Argentine, Chile, Chili, Colombia, Kolumbien, Colombie, Peru, Pérou, Perú, Ecuador, Venezuela,
Bolivia, Uruguay, Costa Rica, Panama, Cuba, India, Indien, Inde, China, Chine, Japan, Japon, Japón,
Korea, Südkorea, Corée, Corea, Australia, Australien, Australie, New Zealand, Neuseeland,
Nouvelle-Zélande, Nueva Zelanda, UAE, Emirates, Emiraten, Émirats, Emiratos, Saudi Arabia, Israel,
Israël, Turkey, Türkei, Turquie, Turquía, Russia, Russland, Russie, Rusia, South Africa, Südafrika,
Thailand, Thaïlande, Tailandia, Vietnam, Indonesia, Indonesien, Indonésie, Philippines,
Philippinen, Filipinas, Malaysia, Malaysien, Malasia, Pakistan, Bangladesh
"""
_STATES = """
Alabama, Alberta, Arkansas, British Columbia, Colorado, Connecticut, Idaho, Illinois, Indiana,
Iowa, Kansas, Kalifornien, Californie, Kentucky, Louisiana, Maryland, Massachusetts, Michigan,
Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico,
New South Wales, North Carolina, North Dakota, Ohio, Oklahoma, Ontario, Oregon, Pennsylvania,
Queensland, South Carolina, South Dakota, Tennessee, Utah, Vermont, Virginia, Wisconsin, Wyoming
"""
FAR_PLACES = frozenset(
    fold(name.replace(".", "").replace("-", " ").strip())
    for names in (_CITIES, _COUNTRIES, _STATES)
    for name in names.replace("\n", " ").split(",")
)
"""Folded, with spaces between their words."""

FIRST_WORDS = frozenset(name.split()[0] for name in FAR_PLACES)
