// The cards on Zeeg's desk: a request as it came in and what became of it, a webhook's delivery.

import { clockSeconds, clockTime, day } from "./dates.js";
import { h } from "./dom.js";
import { act } from "./state.js";

const tone = (status) => (status >= 200 && status < 300 ? "good" : status === 429 ? "fair" : "bad");

/** Shows one POST; with a call that is not over, its buttons end it. */
export function callCard(post, outcomes) {
  const at = clockSeconds(post.asked_at, post);
  const answer = post.answer === null ? null : h("details", {}, h("summary", {}, "Answer"), json(post.answer));
  return h("li", { class: "post" },
    h("header", {}, h("strong", {}, `POST #${post.number}`), h("time", {}, at), badge(post)),
    h("p", { class: "path" }, post.path, post.has_token ? h("span", { class: "token" }, "Bearer ••••") : null),
    post.body === null ? h("p", { class: "empty" }, "Its body was never read.") : json(post.body),
    answer,
    post.call ? ending(post, outcomes) : null);
}

function badge(post) {
  if (!post.is_over) return h("span", { class: "status fair" }, "waiting…");
  if (!post.status) return h("span", { class: "status bad" }, "lost");
  return h("span", { class: `status ${tone(post.status)}` }, post.status);
}

function ending(post, outcomes) {
  const { call } = post;
  if (call.ends) return h("p", { class: "over" }, `Call ${call.id} is over.`);
  if (!post.hears) return h("p", { class: "over" }, `Call ${call.id} is in the queue. The bot takes no outcomes yet.`);
  const end = (outcome) => act("end-call", { call: call.id, outcome });
  const due = `${day(call.due_at, post, "short")}, ${clockTime(call.due_at, post)}`;
  return h("div", { class: "ending" },
    h("p", {}, call.due_at > post.asked_at + 1 ? `Call ${call.id} rings ${due}. Let time pass, and it ends:` : `Call ${call.id} rings. It ends:`),
    h("div", { class: "row" }, outcomes.map(([outcome, label]) => h("button", { type: "button", class: "push small", "data-outcome": outcome, onclick: () => end(outcome) }, label))));
}

export function deliveryCard(delivery) {
  const status = delivery.status || (delivery.is_over ? "lost" : "waiting…");
  return h("li", { class: "post" },
    h("header", {}, h("strong", {}, delivery.body?.callOutcome ?? delivery.event), h("time", {}, delivery.shown), h("span", { class: `status ${tone(delivery.status)}` }, status)),
    h("details", {}, h("summary", {}, delivery.event), json(delivery.body)));
}

/** Shows JSON indented, keys and values in colours of their own. */
function json(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  const pieces = text.split(/("(?:[^"\\]|\\.)*"(?=:)|"(?:[^"\\]|\\.)*"|\b(?:null|true|false)\b)/);
  return h("pre", { class: "json", tabindex: 0 }, pieces.map((piece, place) => {
    if (place % 2 === 0) return document.createTextNode(piece);
    const isKey = piece.startsWith('"') && pieces[place + 1]?.startsWith(":");
    return h("span", { class: isKey ? "key" : piece.startsWith('"') ? "string" : "word" }, piece);
  }));
}
