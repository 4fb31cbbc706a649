// Messages: the list in a channel or thread, each with its author, words, blocks and buttons.

import { ago, clockTime, day, inZone } from "./dates.js";
import { h, icon, showList } from "./dom.js";
import { blocks } from "./blocks.js";
import { mrkdwn } from "./mrkdwn.js";
import { avatar } from "./sidebar.js";
import { act, channelNow, context, isReadOnly, look, myself, now, showPane, state } from "./state.js";
import { confirmed } from "./confirm.js";
import { put } from "./composer.js";

const NEARBY = 300;

/** Shows messages in a list, with lines between days; `inThread` leaves the threads' links out. */
export function showMessages(container, messages, { inThread = false } = {}) {
  const wasAtEnd = isAtEnd(container);
  const today = inZone(now(), myself().tz).date;
  const items = [];
  let before = null;
  for (const message of messages) {
    const date = inZone(Number(message.ts), myself().tz).date;
    const isNewDay = !before || inZone(Number(before.ts), myself().tz).date !== date;
    if (isNewDay && !inThread) items.push({ key: `day-${date}`, day: Number(message.ts) });
    items.push({ key: message.ts, message, follows: !isNewDay && !(inThread && before === messages[0]) && follows(message, before), me: state.me, today });
    if (inThread && message === messages[0] && messages.length > 1) {
      items.push({ key: "replies", count: messages.length - 1 });
    }
    before = message;
  }
  showList(container, items, { key: (item) => item.key, build: (item) => built(item, inThread) });
  if (wasAtEnd) container.scrollTop = container.scrollHeight;
}

const isAtEnd = (list) => list.dataset.away !== "true";

/** Lets a list stay at its end while its size changes, unless somebody scrolled up in it. */
export function staysAtEnd(list) {
  list.addEventListener("scroll", () => {
    list.dataset.away = String(list.scrollHeight - list.scrollTop - list.clientHeight > 60);
  });
  new ResizeObserver(() => {
    if (isAtEnd(list)) list.scrollTop = list.scrollHeight;
  }).observe(list);
}

const follows = (message, before) =>
  before && !message.only_for && !before.only_for && message.user === before.user && message.webhook === before.webhook && Number(message.ts) - Number(before.ts) < NEARBY;

function built(item, inThread) {
  if (item.day) return h("li", { class: "day" }, h("span", {}, day(item.day, myself())));
  if (item.count) return h("li", { class: "day count" }, h("span", {}, item.count === 1 ? "1 reply" : `${item.count} replies`));
  return messageItem(item.message, item.follows, inThread);
}

function messageItem(message, isFollowing, inThread) {
  const people = state.seen.people;
  const name = message.webhook || people[message.user]?.real_name || "Somebody";
  const isApp = message.from_app || Boolean(message.webhook);
  const at = Number(message.ts);
  const classes = ["message", isFollowing ? "follows" : "", message.only_for ? "ephemeral" : ""].filter(Boolean).join(" ");
  const time = h("time", { datetime: new Date(at * 1000).toISOString(), title: day(at, myself()) }, clockTime(at, myself()));
  const head = h("div", { class: "head" }, h("strong", {}, name), isApp ? h("span", { class: "badge" }, "app") : null, time);
  return h("li", { class: classes, "data-ts": message.ts },
    h("div", { class: "gutter" }, isFollowing ? time.cloneNode(true) : avatar(message.user, name)),
    h("div", { class: "content" },
      message.only_for ? h("p", { class: "only" }, icon("eye"), "Only visible to you") : null,
      isFollowing ? null : head,
      body(message),
      message.files.map(fileLink),
      message.replies && !inThread ? threadLink(message) : null),
    message.only_for ? null : toolbar(message, inThread));
}

const size = (bytes) => (bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`);

/** Shows a file; a click saves it. */
function fileLink(file) {
  const href = `/files/${encodeURIComponent(file.id)}?as=${encodeURIComponent(state.me)}`;
  return h("a", { class: "file", href, download: "", title: "Save this file" }, icon("file"), h("span", {}, file.title), h("small", {}, size(file.size)));
}

function body(message) {
  const reader = context({
    put: isReadOnly(channelNow()) ? null : put,
    values: message.values,
    confirm: confirmed,
    press: (block, element, value) => act("click", { channel: message.channel, ts: message.ts, block_id: block.block_id, action_id: element.action_id, value }),
  });
  if (message.blocks.length) return h("div", { class: "body" }, blocks(message.blocks, reader));
  return h("div", { class: "body text" }, mrkdwn(message.text, reader));
}

/** Opens a thread; where backstage leaves no room for it, backstage goes. */
function openThread(message) {
  if (window.matchMedia("(max-width: 1180px)").matches) state.backstage = false;
  look(message.channel, message.ts);
  showPane("thread");
}

function threadLink(message) {
  const { count, users, last_ts: last } = message.replies;
  const people = state.seen.people;
  return h("button", { type: "button", class: "thread-link", "data-focus": "thread", onclick: () => openThread(message) },
    users.slice(0, 3).map((id) => avatar(id, people[id]?.real_name ?? "?", "small")),
    h("strong", {}, count === 1 ? "1 reply" : `${count} replies`),
    h("span", { class: "last" }, `Last reply ${ago(Number(last), now(), "en")}`));
}

function toolbar(message, inThread) {
  const shortcuts = state.seen.app.shortcuts.filter((each) => each.type === "message");
  if (inThread && !shortcuts.length) return null;
  const use = (shortcut) => act("shortcut", { channel: message.channel, ts: message.ts, callback_id: shortcut.callback_id });
  return h("div", { class: "toolbar", role: "toolbar", "aria-label": "Message" },
    shortcuts.map((each) => h("button", { type: "button", title: `${each.name} (zeegcall)`, "data-shortcut": each.callback_id, "data-focus": each.callback_id, onclick: () => use(each) }, icon("phone"), h("span", {}, each.name))),
    inThread ? null : h("button", { type: "button", title: "Reply in thread", "aria-label": "Reply in thread", "data-focus": "reply", onclick: () => openThread(message) }, icon("reply")));
}
