// Behind the scenes: the clock, what Zeeg is sent and answers, how calls end, Slack's wire.

import { clockSeconds, clockTime, day } from "./dates.js";
import { fill, h, icon, showList } from "./dom.js";
import { callCard, deliveryCard } from "./desk.js";
import { act, changed, myself, now, place, showPane, state } from "./state.js";

const pane = document.getElementById("backstage");

const OUTCOMES = [["answered", "answered"], ["voicemail", "voicemail"], ["not_answered", "no answer"], ["busy", "busy"]];
const SPANS = [["", "never"], ["5", "after 5 seconds"], ["20", "after 20 seconds"], ["60", "after a minute"]];
const FAILURES = [["", "arrives"], ["operation_timeout", "finds the bot too slow"], ["dispatch_failed", "finds nobody there"]];

const time = h("strong", { class: "time" });
const date = h("span", {});
const hold = h("button", { type: "button", class: "push small", id: "hold", onclick: () => act("clock", { held: state.seen.backstage.clock.held_at === null }) });
const move = (label, seconds) => h("button", { type: "button", class: "push small", onclick: () => act("clock", { move: typeof seconds === "function" ? seconds() : seconds }) }, label);

const mood = h("select", { id: "mood", onchange: answerNext });
const keeps = h("input", { type: "checkbox", id: "keeps", onchange: answerNext });
const away = h("p", { class: "empty", id: "away" }, "A call that Zeeg did not take waits: the bot tries again by itself within a minute, and moving the clock does not hurry it.");
let askedBefore = -1; // how many requests there were when Zeeg was last away

const ends = h("select", { id: "ends", onchange: endByItself }, SPANS.map(([value, label]) => h("option", { value }, label)));
const how = h("select", { id: "how", "aria-label": "How calls end", onchange: endByItself }, OUTCOMES.map(([value, label]) => h("option", { value }, label)));
const wire = h("select", { id: "wire", onchange: () => act("fail-next", { failure: wire.value }) }, FAILURES.map(([value, label]) => h("option", { value }, label)));
const posts = h("ol", { class: "posts", id: "posts", "aria-label": "Requests to Zeeg" });
const none = h("p", { class: "empty" }, "Nothing yet. Each call that the bot asks for appears here exactly as it was sent.");
const deliveries = h("ol", { class: "posts", "aria-label": "Deliveries to the webhook" });
const deaf = h("p", { class: "empty" });

fill(pane,
  h("header", { class: "bar-top" },
    h("div", { class: "titles" }, h("h2", {}, "Backstage"), h("p", { class: "about" }, "A made-up Zeeg, and the clock")),
    h("button", { type: "button", class: "bar", "aria-label": "Close backstage", onclick: close }, icon("close"))),
  h("div", { class: "desk" },
    h("section", { class: "clock" }, h("h3", {}, icon("clock"), "The clock"), h("p", { class: "face" }, time, date),
      h("div", { class: "row" }, hold, move("+1 min", 60), move("+10 min", 600), move("+1 h", 3600), move("+1 day", 86400))),
    h("section", {}, h("h3", {}, icon("phone"), "Zeeg"),
      h("label", { for: "mood" }, "The next request is answered"), mood,
      h("label", { class: "choice" }, keeps, h("span", {}, "and all after it")), away,
      h("label", { for: "ends" }, "Calls end by themselves"), h("div", { class: "row" }, ends, how)),
    h("section", {}, h("h3", {}, "Requests to Zeeg"), none, posts),
    h("section", {}, h("h3", {}, "Outcomes told to the bot"), deaf, deliveries),
    h("section", {}, h("h3", {}, icon("bolt"), "Slack"), h("label", { for: "wire" }, "The next command or click"), wire)));

function close() {
  state.backstage = false;
  showPane("chat");
  changed();
}

function answerNext() {
  act("answer-next", { mood: mood.value, keeps: keeps.checked });
}

function endByItself() {
  act("end-by-itself", { seconds: ends.value === "" ? null : Number(ends.value), outcome: how.value });
}

export function tickBackstage() {
  if (!state.seen || pane.hidden) return;
  time.textContent = clockSeconds(now(), myself());
  date.textContent = `${day(now(), myself())}, ${place(myself().tz)}`;
}

export function showBackstage() {
  pane.hidden = !state.backstage;
  document.body.classList.toggle("has-backstage", state.backstage);
  const { backstage } = state.seen;
  if (!mood.childElementCount) fill(mood, backstage.moods.map((each) => h("option", { value: each.name }, each.title)));
  mood.value = backstage.mood;
  keeps.checked = backstage.keeps_mood && backstage.mood !== "usual";
  keeps.disabled = ["usual", "down"].includes(backstage.mood);
  if (backstage.mood === "down") askedBefore = backstage.posts.length;
  away.hidden = askedBefore !== backstage.posts.length;
  ends.value = backstage.ends_by_itself ? String(backstage.ends_by_itself.seconds) : "";
  how.value = backstage.ends_by_itself?.outcome ?? how.value;
  how.disabled = !backstage.ends_by_itself;
  wire.value = backstage.delivery_failure;
  fill(hold, backstage.clock.held_at === null ? "Hold" : "Let it run");
  hold.setAttribute("aria-pressed", String(backstage.clock.held_at !== null));
  tickBackstage();
  none.hidden = backstage.posts.length > 0;
  const me = myself();
  const withZone = backstage.posts.map((each) => ({ ...each, tz: me.tz, locale: me.locale, hears: backstage.webhook.is_subscribed }));
  showList(posts, withZone, { key: (each) => String(each.number), build: (each) => callCard(each, OUTCOMES) });
  showDeliveries(backstage.webhook, me);
}

function showDeliveries(webhook, me) {
  const real = webhook.deliveries.filter((each) => each.event !== "webhook.test");
  deaf.hidden = webhook.is_subscribed && real.length > 0;
  deaf.textContent = webhook.is_subscribed
    ? "None yet. They go to the bot's webhook when a call ends."
    : "The bot takes no outcomes: a test delivery to its webhook was turned away.";
  showList(deliveries, real.map((each) => ({ ...each, shown: clockTime(each.asked_at, me) })), { key: (each) => `${each.asked_at}-${each.body?.conversationId}`, build: deliveryCard });
}
