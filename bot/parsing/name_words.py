"""Words that belong to names, and words that show where a name is over."""

TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "herr",
    "herrn", "frau", "dipl-ing", "ing", "mag", "mme", "mlle", "m", "monsieur", "madame",
    "mademoiselle", "maître", "me", "sr", "sra", "srta", "señor", "señora", "señorita", "don",
    "doña", "hc", "phil", "rer", "nat", "med", "jur", "habil", "sig", "signora", "signor",
})  # fmt: skip
"""Before a name, without their full stop."""

PARTICLES = frozenset({
    "de", "del", "della", "der", "den", "des", "di", "da", "dos", "das", "du", "do", "van", "von",
    "vom", "zu", "zum", "zur", "la", "le", "las", "los", "el", "al", "bin", "ibn", "bint", "abu",
    "ben", "bar", "y", "e", "i", "ter", "ten", "te", "af", "av", "und", "t", "d", "l", "san",
    "st", "of",
})  # fmt: skip
"""Between the words of a name, in lower case."""

SUFFIXES = frozenset({
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "msc", "bsc", "ma", "ba", "llm",
})  # fmt: skip
"""After a name."""

COMPANY_FORMS = frozenset({
    "gmbh", "ag", "ug", "kg", "kgaa", "gbr", "partg", "ohg", "se", "ev", "ltd", "limited", "llc",
    "llp", "inc", "corp",
    "corporation", "co", "company", "plc", "sa", "sarl", "sas", "sasu", "eurl", "sl", "slu", "sau",
    "bv", "nv", "oy", "ab", "as", "aps", "spa", "srl", "pty", "group", "gruppe", "groupe", "grupo",
    "team", "department", "abteilung", "stiftung", "verein", "bank", "hotel", "solutions",
    "systems", "technologies", "consulting", "software", "services", "labs", "partners",
    "holding", "holdings", "industries", "studio", "studios", "agency", "agentur",
    "praxis", "kanzlei", "bäckerei", "autohaus", "werkstatt", "apotheke", "gasthof", "firma",
    "büro", "klinik", "schule", "grundschule", "restaurant", "clinic", "school", "bakery",
    "pharmacy", "accounts", "accounting", "talleres", "clínica", "farmacia", "restaurante",
    "colegio", "garage", "cabinet", "boulangerie", "pharmacie", "clinique", "école", "agence",
})  # fmt: skip
"""In the names of companies and departments, which are no person's."""

CITIES = frozenset({
    "berlin", "hamburg", "münchen", "munich", "köln", "cologne", "frankfurt", "stuttgart",
    "düsseldorf", "leipzig", "dortmund", "essen", "bremen", "dresden", "hannover", "nürnberg",
    "wien", "vienna", "graz", "linz", "salzburg", "innsbruck", "zürich", "zurich", "basel", "bern",
    "genf", "genève", "geneva", "lausanne", "paris", "lyon", "marseille", "toulouse", "nice",
    "nantes", "bordeaux", "lille", "strasbourg", "madrid", "barcelona", "valencia", "sevilla",
    "bilbao", "málaga", "zaragoza", "london", "manchester", "birmingham", "leeds", "glasgow",
    "edinburgh", "bristol", "dublin", "amsterdam", "rotterdam", "brussels", "brüssel", "bruxelles",
    "milano", "roma", "chicago", "boston", "seattle", "dallas", "houston", "atlanta", "denver",
    "miami", "toronto", "sydney", "melbourne", "mumbai", "delhi", "singapore", "dubai",
})  # fmt: skip
"""Towns, which stand beside a name more often than at its end."""

FAMILY_NAMES_TOO = frozenset({"new", "price", "head", "sales", "call", "offer"})
"""Words about a call that people are called as well: right behind a given name they are asked."""

CONTEXT_WORDS = frozenset({
    # english
    "follow", "followup", "follow-up", "demo", "demos", "renewal", "renew", "renewals", "question",
    "questions", "discuss", "discussion", "call", "callback", "meeting", "intro", "introduction",
    "onboarding", "pricing", "price", "quote", "contract", "invoice", "invoices", "support",
    "issue", "ticket", "order", "urgent", "asap", "please", "ask", "talk", "check", "check-in",
    "checkin", "confirm", "remind", "reminder", "request", "requested", "interested", "interest",
    "wants", "needs", "about", "regarding", "re", "note", "notes", "budget", "planning", "review",
    "feedback", "update", "upgrade", "trial", "license", "licence", "licenses", "licences",
    "product", "project", "proposal", "offer", "sales", "marketing", "lead", "interview",
    "consultation", "appointment", "booking", "reschedule", "cancel", "cancellation", "delivery",
    "payment", "account", "subscription", "webinar", "training", "kickoff", "kick-off",
    "complaint",
    "vip", "hot", "zoom", "teams", "whatsapp", "skype", "webex", "candidate", "applicant",
    "new", "existing", "customer", "client", "prospect", "head", "manager", "director", "ceo",
    "cto", "cfo", "coo", "vp", "founder", "owner", "engineer", "assistant", "discovery",
    "enterprise", "quarterly", "annual", "monthly", "weekly", "status", "info", "information",
    "details", "next", "last", "test", "testing", "send", "get", "give", "offered", "report",
    # what a field is called, written without a colon
    "name", "phone", "tel", "telephone", "mobile", "cell", "email", "e-mail", "mail", "telefon",
    "handy", "mobil", "fon", "nom", "téléphone", "tél", "portable", "courriel", "nombre",
    "teléfono", "móvil", "correo", "contact", "kontakt",
    # german
    "rückfrage", "rückruf", "nachfrage", "frage", "fragen", "angebot", "offerte", "vertrag",
    "vertragsverlängerung", "verlängerung", "rechnung", "termin", "besprechung", "vorstellung",
    "beratung", "bestellung", "lieferung", "reklamation", "beschwerde", "kündigung", "schulung",
    "wegen", "bezüglich", "betreff", "bitte", "dringend", "besprechen", "klären", "nachfassen",
    "kunde", "kundin", "neukunde", "interessent", "geschäftsführer", "geschäftsführerin",
    "projekt", "preis", "preise", "anfrage", "absprache", "abstimmung", "gespräch", "erinnerung",
    "bewerber", "bewerberin", "kandidat", "kandidatin",
    "einladung", "bewerbung", "produktdemo", "erstgespräch", "rückmeldung", "rabatt",
    # french
    "relance", "relancer", "devis", "suivi", "rappel", "rappeler", "démo", "démonstration",
    "contrat", "facture", "renouvellement", "renouveler", "commande", "livraison",
    "réclamation", "présentation", "proposition", "offre", "demande", "point", "pour",
    "au", "sujet", "concernant", "réunion", "entretien", "formation", "abonnement", "paiement",
    # spanish
    "renovar", "renovación", "contrato", "presupuesto", "seguimiento", "consulta", "pregunta",
    "factura", "pedido", "entrega", "reclamación", "reunión", "cita", "oferta", "propuesta",
    "urgente", "llamar", "llamada", "hablar", "sobre", "confirmar", "demostración", "pago",
    "suscripción", "presentación", "duda", "dudas", "solicitud", "información", "recordatorio",
})  # fmt: skip
"""With which the reason for a call begins, and names do not."""

ROLES = frozenset({
    "info", "sales", "contact", "kontakt", "office", "support", "hello", "hallo", "hi", "mail",
    "email", "admin", "team", "service", "help", "helpdesk", "billing", "accounting", "invoice",
    "rechnung", "buchhaltung", "vertrieb", "einkauf", "marketing", "press", "presse", "jobs", "hr",
    "post", "zentrale", "reception", "empfang", "bestellung", "order", "orders", "noreply",
    "test", "demo", "me", "ich", "contacto", "ventas", "commercial", "accueil", "bonjour", "web",
    "webmaster", "booking", "reservations", "enquiries", "inquiries", "call", "phone", "the",
})  # fmt: skip
"""Parts of addresses that name no person."""

NO_SURNAMES = frozenset({
    # who reads "alex is" must not take it for a name
    "is", "was", "has", "had", "will", "would", "can", "could", "should", "must", "said", "says",
    "called", "calls", "calling", "wrote", "came", "comes", "asked", "asks", "likes", "left",
    "moved", "paid", "owes", "sick", "ill", "busy", "late", "later", "vip", "free", "back", "out",
    "only", "here", "there", "now", "soon", "today", "tell", "text", "ping", "thank", "invite",
    "inform", "meet", "notify", "visit", "message", "buzz", "hire", "boss", "wife", "husband",
    "mom", "mum", "dad", "son", "daughter", "brother", "sister", "friend", "doctor", "dentist",
    "lawyer", "plumber", "plumbing", "electrician", "landlord", "tenant", "builder", "nurse",
    "ist", "war", "hat", "hatte", "kann", "soll", "muss", "möchte", "braucht", "kommt", "ruft",
    "rief", "sagt", "fragt", "meldet", "wartet", "krank", "heute", "morgen", "frag", "frage",
    "sag", "sage", "erinner", "erinnere", "informiere", "grüß", "chef", "chefin", "arzt",
    "zahnarzt", "anwalt", "vermieter", "mieter", "handwerker", "klempner", "elektriker",
    "friseur", "mama", "papa", "bruder", "schwester", "freund", "nochmal", "privat", "dringend",
    "est", "était", "avait", "veut", "doit", "peut", "appelle", "attend", "malade", "dis",
    "préviens", "patron", "patronne", "médecin", "dentiste", "avocat", "plombier", "maman",
    "frère", "sœur", "ami", "demain", "es", "era", "está", "tiene", "quiere", "debe", "puede",
    "llama", "espera", "enfermo", "enferma", "dile", "avisa", "recuerda", "saluda", "jefe",
    "jefa", "médico", "dentista", "abogado", "fontanero", "mamá", "papá", "hermano", "hermana",
    "amigo", "amiga", "mañana",
})  # fmt: skip
"""Small words beside a name that are written like one where all is written small."""

SMALL_WORDS = frozenset({
    "a", "about", "al", "am", "an", "and", "at", "auf", "au", "avec", "bei", "by", "con", "der",
    "die", "das", "en", "et", "for", "from", "in", "is", "on", "or", "para", "por", "sur",
    "the", "to", "um", "und", "unter", "via", "with", "y", "mit", "für", "wegen", "who", "his",
    "her", "under", "using", "when", "again", "today", "per", "à",
})  # fmt: skip
"""Small words that may stand beside a name which is written small."""
