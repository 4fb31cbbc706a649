// What the page knows: who sits here, where they look, and what the server says they see.

export const state = {
  me: "",
  channel: "",
  thread: "",
  tab: "messages",
  backstage: false,
  seen: null,
  read: {},
  dismissed: {},
};

const listeners = [];
let stream = null;

// A click on what is drawn anew between press and release is lost, so that news wait for both.
const LONGEST_PRESS = 5000; // milliseconds, should a release get lost
let isPressed = false;
let untold = null;

function letGo() {
  isPressed = false;
  const tell = untold;
  untold = null;
  tell?.();
}

addEventListener("pointerdown", (event) => {
  if (event.target.closest("select")) return; // the browser's own menu swallows its release
  isPressed = true;
  setTimeout(letGo, LONGEST_PRESS);
}, true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(letGo), true);

export const onChange = (listener) => listeners.push(listener);
export const changed = () => listeners.forEach((listener) => listener());

/** Has something done by the server, as the person who sits here; gives whether it made sense. */
export async function act(name, given = {}) {
  try {
    const answer = await fetch(`/do/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ as: state.me, ...given }),
    });
    if (!answer.ok) console.warn(name, await answer.text());
    return answer.ok;
  } catch (error) {
    console.warn(name, error);
    return false;
  }
}

/** Sits down as somebody, and hears from then on what they see. */
export function sitDown(person) {
  stream?.close();
  untold = null;
  state.me = person;
  state.thread = "";
  remember();
  stream = new EventSource(`/live?as=${encodeURIComponent(person)}`);
  stream.onmessage = (event) => {
    document.getElementById("offline").hidden = true;
    untold = () => hear(person, JSON.parse(event.data));
    if (!isPressed) letGo();
  };
  stream.onerror = () => {
    document.getElementById("offline").hidden = false;
  };
}

function hear(person, seen) {
  state.seen = seen;
  if (!channelNow()) state.channel = seen.channels[0].id;
  state.dismissed[person] ??= seen.notices.length;
  changed();
}

export const channelNow = () => state.seen?.channels.find((each) => each.id === state.channel);

export function look(channel, thread = "") {
  state.channel = channel;
  state.thread = thread;
  state.tab = "messages";
  remember();
  changed();
}

export function showPane(pane) {
  document.body.dataset.pane = pane;
}

/** The address keeps who and where, so that a reload, or a second window, stays there. */
function remember() {
  const query = new URLSearchParams({ as: state.me, in: state.channel });
  if (state.thread) query.set("thread", state.thread);
  history.replaceState(null, "", `#${query}`);
}

export function recall() {
  const query = new URLSearchParams(location.hash.slice(1));
  state.channel = query.get("in") ?? "";
  return { person: query.get("as") ?? "", thread: query.get("thread") ?? "" };
}

/** The time on the playground's clock, in Unix seconds. */
export function now() {
  const clock = state.seen?.backstage.clock;
  return clock?.held_at ?? Date.now() / 1000 + (clock?.offset ?? 0);
}

export const myself = () => state.seen.people[state.me];

/** What text and blocks need to know of their reader. */
export function context(more = {}) {
  const { people, channels } = state.seen;
  const me = myself();
  return {
    people,
    me: state.me,
    channels: Object.fromEntries(channels.map((each) => [each.id, each.name])),
    tz: me.tz ?? "UTC",
    locale: me.locale,
    now: now(),
    fields: {},
    ...more,
  };
}

/** Whether nobody types in a channel: the direct messages with an app that reads none. */
export const isReadOnly = (channel) => state.seen.app.is_read_only && channel.with === state.seen.app.user;

export function channelTitle(channel) {
  if (channel.kind === "im") return state.seen.people[channel.with].real_name;
  return channel.name;
}

export const place = (tz) => (tz ?? "UTC").split("/").pop().replaceAll("_", " ");
