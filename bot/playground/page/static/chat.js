// The channel and the thread beside it.

import { fill, h, icon } from "./dom.js";
import { blocks } from "./blocks.js";
import { composer } from "./composer.js";
import { confirmed } from "./confirm.js";
import { showMessages, staysAtEnd } from "./messages.js";
import { act, channelNow, channelTitle, changed, context, isReadOnly, look, showPane, state } from "./state.js";

const chat = document.getElementById("chat");
const thread = document.getElementById("thread");

const title = h("h1", { id: "channel-title" });
const about = h("p", { class: "about" });
const list = h("ol", { class: "messages", id: "messages", role: "log", "aria-labelledby": "channel-title", tabindex: 0 });
const home = h("div", { class: "home", id: "home", hidden: true });
const tabs = h("div", { class: "app-tabs", role: "tablist", hidden: true });
const notices = h("div", { class: "notices", role: "alert" });
const shortcuts = h("div", { class: "global" });
const stage = h("button", { type: "button", class: "bar", id: "to-backstage", "aria-controls": "backstage", onclick: toggleBackstage }, icon("gear"), h("span", {}, "Backstage"), h("span", { class: "count", hidden: true }));
const readOnly = h("p", { class: "read-only", hidden: true }, "Sending messages to this app has been turned off.");
const box = composer({ id: "box", label: "Message, or /zeegcall", where: () => ({ channel: state.channel }) });
fill(chat,
  h("header", { class: "bar-top" },
    h("button", { type: "button", class: "bar only-phone", "aria-label": "Channels", onclick: () => showPane("sidebar") }, icon("back")),
    h("div", { class: "titles" }, title, about), shortcuts, stage),
  tabs, home, list, notices, readOnly, box);

const replies = h("ol", { class: "messages", id: "replies", role: "log", "aria-label": "Thread", tabindex: 0 });
const replyBox = composer({ id: "reply-box", label: "Reply…", where: () => ({ channel: state.channel, thread_ts: state.thread }) });
const threadAbout = h("p", { class: "about" });
fill(thread,
  h("header", { class: "bar-top" },
    h("div", { class: "titles" }, h("h2", {}, "Thread"), threadAbout),
    h("button", { type: "button", class: "bar", "aria-label": "Close thread", onclick: closeThread }, icon("close"))),
  replies, replyBox);

staysAtEnd(list);
staysAtEnd(replies);

function closeThread() {
  look(state.channel);
  showPane("chat");
  document.getElementById("box").focus();
}

function toggleBackstage() {
  state.backstage = !state.backstage;
  showPane(state.backstage ? "backstage" : "chat");
  changed();
}

let shown = "";

export function showChat() {
  const channel = channelNow();
  if (shown !== `${state.me}/${channel.id}`) {
    shown = `${state.me}/${channel.id}`;
    fill(list);
    list.dataset.away = "false";
  }
  const isApp = channel.with === state.seen.app.user;
  fill(title, channel.kind === "im" ? "" : channel.kind === "private" ? icon("lock") : "#", channelTitle(channel));
  about.textContent = describe(channel, isApp);
  showShortcuts();
  showTabs(isApp && state.seen.app.has_home);
  const atHome = isApp && state.seen.app.has_home && state.tab === "home";
  home.hidden = !atHome;
  list.hidden = atHome;
  readOnly.hidden = !isReadOnly(channel) || atHome;
  box.hidden = atHome || isReadOnly(channel);
  replyBox.hidden = isReadOnly(channel);
  if (atHome) showHome();
  const top = channel.messages.filter((each) => !each.thread_ts || each.thread_ts === each.ts || each.broadcast);
  if (!atHome) showMessages(list, top);
  if (document.body.dataset.pane !== "sidebar") state.read[`${state.me}/${channel.id}`] = channel.messages.at(-1)?.ts ?? "0";
  for (const each of state.seen.channels) state.read[`${state.me}/${each.id}`] ??= each.messages.at(-1)?.ts ?? "0";
  showNotices();
  showThread(channel);
}

function describe(channel, isApp) {
  if (isApp) return "Your calls, and what the bot has for you alone";
  if (channel.kind === "im") return "Direct message";
  return `${channel.members} members · ${channel.has_bot ? "the bot is here" : "the bot is not here"}`;
}

function showShortcuts() {
  const global = state.seen.app.shortcuts.filter((each) => each.type === "global");
  if (shortcuts.childElementCount === global.length) return;
  fill(shortcuts, global.map((each) => h("button", { type: "button", class: "bar", onclick: () => act("shortcut", { callback_id: each.callback_id }) }, icon("bolt"), h("span", {}, each.name))));
}

function showTabs(hasHome) {
  tabs.hidden = !hasHome;
  if (!hasHome) return;
  const tab = (name, label) => h("button", { type: "button", role: "tab", "aria-selected": String(state.tab === name), onclick: () => { state.tab = name; if (name === "home") act("open-home"); changed(); } }, label);
  fill(tabs, tab("home", "Home"), tab("messages", "Messages"));
}

function showHome() {
  const view = state.seen.home;
  const looks = JSON.stringify([view, state.me]);
  if (home.dataset.looks === looks) return;
  home.dataset.looks = looks;
  if (!view) {
    fill(home, h("p", { class: "empty" }, "The app has shown nothing here yet."));
    return;
  }
  const reader = context({
    values: view.values,
    confirm: confirmed,
    press: (block, element, value) => act("click", { view: "home", block_id: block.block_id, action_id: element.action_id, value }),
  });
  fill(home, blocks(view.content.blocks, reader));
}

function showNotices() {
  const { notices: all } = state.seen;
  const fresh = all.slice(state.dismissed[state.me] ?? 0);
  const looks = JSON.stringify(fresh);
  if (notices.dataset.looks === looks || state.seen.modal) return;
  notices.dataset.looks = looks;
  const dismiss = () => {
    state.dismissed[state.me] = state.seen.notices.length;
    changed();
  };
  fill(notices, fresh.slice(-2).map((text) => h("p", { class: "notice" },
    h("span", {}, h("strong", {}, "Slackbot"), h("span", { class: "only" }, icon("eye"), "Only visible to you"), h("br"), text),
    h("button", { type: "button", class: "quiet", "aria-label": "Dismiss", onclick: dismiss }, icon("close")))));
}

function showThread(channel) {
  const first = channel.messages.find((each) => each.ts === state.thread);
  thread.hidden = !first;
  document.body.classList.toggle("has-thread", Boolean(first));
  if (!first) {
    if (document.body.dataset.pane === "thread") showPane("chat");
    return;
  }
  threadAbout.textContent = channel.kind === "im" ? channelTitle(channel) : `#${channel.name}`;
  const said = channel.messages.filter((each) => each === first || (each.thread_ts === first.ts && each.ts !== first.ts));
  showMessages(replies, said, { inThread: true });
}

/** Shows beside the button how many POSTs Zeeg was sent. */
export function showStageCount() {
  const { posts } = state.seen.backstage;
  const count = stage.querySelector(".count");
  count.hidden = !posts.length;
  count.textContent = posts.length;
  count.setAttribute("aria-label", `${posts.length} requests to Zeeg`);
  stage.setAttribute("aria-expanded", String(state.backstage));
}
