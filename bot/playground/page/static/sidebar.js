// The workspace's side: who sits here, the channels, the people and the app.

import { clockTime } from "./dates.js";
import { fill, h, icon } from "./dom.js";
import { act, channelTitle, look, myself, now, place, showPane, sitDown, state } from "./state.js";

const nav = document.getElementById("sidebar");

const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });

export function showSidebar() {
  const { channels, app } = state.seen;
  const rooms = channels.filter((each) => each.kind !== "im");
  const direct = channels.filter((each) => each.kind === "im" && each.with !== app.user);
  const own = channels.find((each) => each.kind === "im" && each.with === app.user);
  const looks = JSON.stringify([state.me, state.channel, channels.map((each) => [each.id, unread(each)])]);
  if (nav.dataset.looks === looks) return;
  nav.dataset.looks = looks;
  const focused = nav.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  fill(nav,
    h("header", { class: "brand" }, h("img", { src: "/static/phone.svg", alt: "", width: 30, height: 30 }), h("div", {}, h("strong", {}, "Playground"), h("small", {}, "no telephone rings"))),
    switcher(),
    list("Channels", rooms),
    list("Direct messages", direct),
    list("App", own ? [own] : []));
  if (focused) [...nav.querySelectorAll("[data-focus]")].find((each) => each.dataset.focus === focused)?.focus();
}

export const unread = (channel) => {
  const last = state.read[`${state.me}/${channel.id}`] ?? "";
  return last ? channel.messages.filter((each) => each.ts > last && each.user !== state.me && (!each.thread_ts || each.only_for)).length : 0;
};

function switcher() {
  const me = myself();
  const people = Object.entries(state.seen.people).filter(([, person]) => !person.is_bot);
  const choose = h("select", { id: "who", "data-focus": "who", onchange: (event) => sitDown(event.target.value) },
    people.map(([id, person]) => h("option", { value: id, selected: id === state.me }, `${person.real_name} · ${place(person.tz)}${person.is_guest ? " · guest" : ""}`)));
  const clock = h("span", { id: "my-clock" }, clockTime(now(), me));
  const language = LANGUAGES.of(me.locale);
  return h("div", { class: "who" },
    h("label", { for: "who" }, "You are"),
    choose,
    h("p", {}, clock, ` in ${place(me.tz)} · ${language}`));
}

/** Lets the sidebar's clock tick without building the sidebar anew. */
export function tick() {
  const shown = document.getElementById("my-clock");
  if (shown && state.seen) {
    const time = clockTime(now(), myself());
    if (shown.textContent !== time) shown.textContent = time;
  }
}

function list(title, channels) {
  if (!channels.length) return null;
  const id = `list-${title.replaceAll(" ", "-")}`;
  return h("section", {}, h("h2", { id }, title), h("ul", { "aria-labelledby": id }, channels.map(entry)));
}

function entry(channel) {
  const isHere = channel.id === state.channel;
  const news = unread(channel);
  const go = () => {
    look(channel.id);
    showPane("chat");
    if (channel.with === state.seen.app.user && state.seen.app.has_home) act("open-home");
  };
  const mark = channel.kind === "im" ? avatarDot(channel.with) : channel.kind === "private" ? icon("lock") : h("span", { class: "hash", "aria-hidden": "true" }, "#");
  return h("li", {}, h("button", { type: "button", class: news ? "entry news" : "entry", "aria-current": isHere ? "page" : null, "data-focus": channel.id, onclick: go },
    mark, h("span", { class: "name" }, channelTitle(channel)),
    news ? h("span", { class: "count", "aria-label": `${news} new` }, news) : null));
}

const avatarDot = (id) => avatar(id, state.seen.people[id]?.real_name ?? "?", "small");

const HUES = [212, 268, 150, 24, 330, 185, 95];

/** A person's picture: initials on a colour of their own; the app has its telephone. */
export function avatar(id, name, size = "") {
  if (id === state.seen.app.user) return h("img", { class: `avatar ${size}`, src: "/static/phone.svg", alt: "" });
  const sum = [...(id || name)].reduce((total, letter) => total * 31 + letter.codePointAt(0), 7);
  const initials = name.split(/\s+/).map((word) => word[0]).slice(0, 2).join("");
  return h("span", { class: `avatar ${size} hue-${sum % HUES.length}`, "aria-hidden": "true" }, initials);
}
