// Times as a person's own zone and language have them.

const cached = new Map();

function formatter(locale, options) {
  const name = locale + JSON.stringify(options);
  if (!cached.has(name)) cached.set(name, new Intl.DateTimeFormat(locale, options));
  return cached.get(name);
}

function partsIn(seconds, tz) {
  const options = { timeZone: tz, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" };
  const parts = formatter("en-CA", options).formatToParts(new Date(seconds * 1000));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** Gives the day and clock that an instant has in a zone, as date and time inputs want them. */
export function inZone(seconds, tz) {
  const p = partsIn(seconds, tz);
  return { date: `${p.year}-${p.month}-${p.day}`, time: `${p.hour}:${p.minute}` };
}

/** Gives the instant, in Unix seconds, at which a zone's clocks show this. */
export function fromZone(date, time, tz) {
  const shown = Date.parse(`${date}T${time}:00Z`) / 1000;
  let guess = shown;
  for (let turn = 0; turn < 3; turn += 1) {
    const there = inZone(guess, tz);
    guess += shown - Date.parse(`${there.date}T${there.time}:00Z`) / 1000;
  }
  return guess;
}

export const clockTime = (seconds, { tz, locale }) =>
  formatter(locale, { timeZone: tz, hour: "numeric", minute: "2-digit" }).format(new Date(seconds * 1000));

export const clockSeconds = (seconds, { tz, locale }) =>
  formatter(locale, { timeZone: tz, hour: "numeric", minute: "2-digit", second: "2-digit" }).format(new Date(seconds * 1000));

export const day = (seconds, { tz, locale }, length = "long") =>
  formatter(locale, { timeZone: tz, weekday: length, month: length, day: "numeric" }).format(new Date(seconds * 1000));

const DATES = {
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
};

function dayDistance(seconds, now, tz) {
  const of = (at) => Date.parse(`${inZone(at, tz).date}T00:00:00Z`);
  return Math.round((of(seconds) - of(now)) / 86_400_000);
}

/** Writes an instant as Slack's date token asks: https://docs.slack.dev/messaging/formatting-message-text */
export function dateToken(seconds, format, { tz, locale, now }) {
  return format.replace(/\{(\w+)\}/g, (whole, name) => {
    const pretty = name.endsWith("_pretty");
    const base = pretty ? name.slice(0, -7) : name;
    const distance = dayDistance(seconds, now, tz);
    if (pretty && Math.abs(distance) <= 1) {
      return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(distance, "day");
    }
    if (base in DATES) {
      return formatter(locale, { timeZone: tz, ...DATES[base] }).format(new Date(seconds * 1000));
    }
    if (base === "date_num") return inZone(seconds, tz).date;
    if (base === "time") return clockTime(seconds, { tz, locale });
    if (base === "time_secs") return clockSeconds(seconds, { tz, locale });
    if (base === "ago") return ago(seconds, now, locale);
    return whole;
  });
}

export function ago(seconds, now, locale) {
  const distance = seconds - now;
  const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [unit, size] = units.find(([, length]) => Math.abs(distance) >= length) ?? units[3];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(distance / size), unit);
}
