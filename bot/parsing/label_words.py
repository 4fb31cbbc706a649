"""The words that name a field, in English, German, French and Spanish."""

from enum import StrEnum

from bot.calls.doubts import Field


class Part(StrEnum):
    """What part of a field a label names; a time or a name may come in two."""

    WHOLE = "whole"
    DATE = "date"
    CLOCK = "clock"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"


_WORDS: dict[tuple[Field, Part], str] = {
    (Field.FULL_NAME, Part.WHOLE): """
        name, fn, full name, fullname, full_name, contact, contact name, who, person, to, customer,
        client, lead, kontakt, kunde, kundin, ansprechpartner, ansprechpartnerin, vollständiger
        name, wer, an, nom, nom complet, nom et prénom, qui, nombre, nombre completo,
        nombre y apellidos, contacto, cliente, quién, quien, destinataire, empfänger, para,
        candidate, applicant, invitee, attendee, prospect, interessent, interessentin, bewerber,
        bewerberin, kandidat, kandidatin, teilnehmer, teilnehmerin, candidat, candidate, invité,
        vor- und nachname, invitée, candidato, candidata, invitado, invitada, participante
        """,
    (Field.FULL_NAME, Part.GIVEN_NAME): """
        first name, firstname, first_name, given name, forename, vorname, prénom, prenom,
        nombre de pila
        """,
    (Field.FULL_NAME, Part.FAMILY_NAME): """
        last name, lastname, last_name, surname, family name, nachname, familienname,
        nom de famille, apellido, apellidos
        """,
    (Field.PHONE_NUMBER, Part.WHOLE): """
        phone, phone number, phone_number, phonenumber, phone no, telephone, telephone number, tel,
        tel no, tel nr, ph, fon, number, mobile, mobile number, mobile phone, cell, cell phone,
        cellphone, cell number, landline, work phone, office phone, telefon, telefonnummer,
        rufnummer, tel-nr, nummer, handy, handynummer, mobil, mobilnummer, mobiltelefon, festnetz,
        mobilfunknummer, festnetznummer, telefonnr, handynr, mobilnr,
        tél, téléphone, telephone portable, portable, numéro, numero, numéro de téléphone, fixe,
        teléfono, telefono, tlf, telf, móvil, movil, celular, número, número de teléfono, fijo,
        whatsapp, mob, direct line, direct dial, direct number, contact number, contact no,
        contact phone, t, p, m, o, d, office, work, business, home, direct, private,
        büro, buero, buro, direkt, privat, geschäftlich, dienstlich, bureau, domicile, travail,
        oficina, casa, trabajo
        """,
    (Field.EMAIL, Part.WHOLE): """
        email, e-mail, mail, email address, e-mail address, email_address, mail address, mailto,
        emailadresse, e-mail-adresse, email-adresse, mailadresse, courriel, mél, mel,
        adresse email, adresse e-mail, adresse mail, correo, correo electrónico,
        correo electronico, dirección de correo, e
        """,
    (Field.SCHEDULED_TIME, Part.WHOLE): """
        when, at, schedule, scheduled, schedule for, scheduled time, scheduled_time,
        scheduled for, call time, call at, datetime, date and time, date/time, date time, wann, um,
        termin, zeitpunkt, datum und uhrzeit, quand, à, rendez-vous, rdv, date et heure, cuándo,
        cuando, cita, fecha y hora, a las
        """,
    (Field.SCHEDULED_TIME, Part.DATE): "date, day, datum, tag, jour, fecha, día, dia",
    (Field.SCHEDULED_TIME, Part.CLOCK): "time, uhrzeit, zeit, heure, horaire, hora",
    (Field.ADDITIONAL_DATA, Part.WHOLE): """
        note, notes, re, about, context, reason, topic, subject, comment, comments, message, msg,
        memo, regarding, purpose, agenda, details, description, desc, additional data,
        additional_data, additional info, additional information, info, what, why, background,
        notiz, notizen, betreff, betrifft, thema, grund, anmerkung, anmerkungen, bemerkung,
        kommentar, kontext, nachricht, hinweis, hinweise, wegen, bzgl, bezüglich, anliegen, zweck,
        worum, zusatzinfo, nota, notas, remarque, remarques, objet, sujet, motif, commentaire,
        commentaires, contexte, raison, concernant, détails, asunto, motivo, tema, comentario,
        comentarios, contexto, mensaje, razón, sobre, detalles, observaciones
        """,
}

LABELS: dict[str, tuple[Field, Part]] = {
    " ".join(word.split()): meaning
    for meaning, words in _WORDS.items()
    for word in words.split(",")
}
"""What each word names, by its lower-case spelling."""

NO_SLIPS = frozenset({
    "rate", "rates", "data", "daten", "gate", "late", "dates", "times", "timer", "hour", "hours",
    "heures", "horas", "fechas", "termine", "then", "wenn", "dann", "kann", "game", "same", "vote",
    "node", "none", "nope", "call", "calls", "sell", "bell", "names", "quando", "tile", "lime",
    "dare", "update",
})  # fmt: skip
"""Words that miss a label by a letter and are ordinary ones themselves: "Rate: 20"."""

PLACES = frozenset({
    "office", "work", "business", "home", "direct", "private", "büro", "buero", "buro", "direkt",
    "privat", "geschäftlich", "dienstlich", "bureau", "domicile", "travail", "oficina", "casa",
    "trabajo", "o", "d",
})  # fmt: skip
"""Where a telephone stands: labels of a number, and only right before one."""

EVERYDAY = frozenset({
    "to", "an", "who", "wer", "qui", "quien", "quién", "number", "nummer", "contact", "at", "um",
    "à", "a las", "day", "tag", "jour", "dia", "día", "time", "zeit", "heure", "hora", "date",
    "datum", "fecha", "customer", "client", "cliente", "kunde", "kundin", "lead", "person", "para",
    "what", "kontakt", "contacto", "interessent", "interessentin",
    "why", "info", "cita", "termin", "schedule", "portable", "mobile", "fixe", "fijo", "cell",
    "número", "numero", "numéro", "mail", "rdv", "rendez-vous", "t", "p", "m", "e",
    *PLACES,
})  # fmt: skip
"""Labels that are ordinary words too, and do not end a note that is written word for word."""

WHOSE = frozenset({
    "your", "my", "his", "her", "the", "ihr", "ihre", "dein", "deine", "votre", "vos", "su", "tu",
    "client", "client's", "customer", "contact", "lead", "candidate", "applicant", "invitee",
    "attendee", "prospect", "primary", "main", "preferred", "best", "direct", "personal",
    "business", "work", "kunde", "kunden", "kontakt", "gewünschte", "gewünschter",
})  # fmt: skip
"""Words before a label that say whose it is, or which, and change nothing."""

PLAIN = frozenset({"name", "to", "at", "date", "time", "date/time", "date and time", "datetime"})
"""Labels that the word before them may turn into one of something else."""

EARLIER = frozenset({
    "last", "previous", "letzter", "letzte", "letztes", "dernier", "dernière", "último", "última",
})  # fmt: skip
"""Words before a label that tell of what was: "last contact: Thursday"."""

OTHER_NAMES = frozenset({
    "company", "firm", "business", "account", "event", "deal", "user", "file", "campaign", "job",
    "school", "organisation", "organization", "hotel", "agent", "owner", "manager", "assigned",
    "reports", "forwarded", "opportunity", "pipeline",
})  # fmt: skip
"""Words before "name" or "to" with which it is not the contact who is named."""

THINGS = frozenset({
    "product", "project", "form", "list", "source", "page", "ad", "store", "shop", "branch",
    "department", "team", "group", "course", "plan", "firma", "produkt", "projekt", "formular",
    "kampagne", "liste", "kurs",
})  # fmt: skip
"""Others with which a line begins; further on they may end a note: "annual plan name: Ada"."""

OTHER_TIMES = frozenset({
    "end", "start", "starting", "close", "closing", "birth", "delivery", "check-in",
    "checkin", "check-out", "checkout", "arrival", "departure", "local", "opening", "create",
    "created", "received", "sent", "posted",
    "submitted", "submission", "signup", "sign-up", "renewal", "expiry", "expiration", "invoice",
    "contract", "order", "interview", "current", "response", "hire", "purchase", "shipping",
    "ship", "pickup", "pick-up", "release", "launch", "travel", "flight", "exam", "payment",
    "creation", "update", "updated", "modified", "activity", "last", "move-in", "viewing",
    "installation", "inspection", "trial", "event", "meeting", "appointment", "demo", "booking",
    "reservation", "webinar", "class", "lesson", "visit", "tour", "session", "workshop",
})  # fmt: skip
"""Words before "date" or "time" with which it is not the call that is then."""
