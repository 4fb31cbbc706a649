// Slack's mrkdwn as nodes: https://docs.slack.dev/messaging/formatting-message-text

import { h } from "./dom.js";
import { dateToken } from "./dates.js";
import { withEmoji } from "./emoji.js";

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const unescaped = (text) => text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity]);
const words = (text) => document.createTextNode(withEmoji(unescaped(text)));

const MARKS = { "*": "strong", _: "em", "~": "s" };
const TOKEN = /<([^<>\n]+)>/;
const PATTERNS = [
  /```([\s\S]+?)```/,
  /`([^`\n]+)`/,
  TOKEN,
  /(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/u,
];

/** Gives the nodes of a text; `context` knows people, zone and what a click on a command does. */
export function mrkdwn(text, context) {
  const lines = text.split("\n");
  const nodes = [];
  let quote = [];
  const endQuote = () => {
    if (quote.length) nodes.push(h("blockquote", {}, inline(quote.join("\n"), context)));
    quote = [];
  };
  let plainLines = [];
  const endPlain = () => {
    if (plainLines.length) nodes.push(...inline(plainLines.join("\n"), context));
    plainLines = [];
  };
  for (const line of lines) {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line);
    if (quoted) {
      endPlain();
      quote.push(quoted[1]);
    } else {
      endQuote();
      plainLines.push(line);
    }
  }
  endQuote();
  endPlain();
  return nodes;
}

export function plain(text, withCodes = true) {
  return broken(text).map((piece) => (piece === "\n" ? h("br") : document.createTextNode(withCodes ? withEmoji(piece) : piece)));
}

const broken = (text) => text.split(/(\n)/).filter((piece) => piece !== "");
const lines = (text) => broken(text).map((piece) => (piece === "\n" ? h("br") : words(piece)));

function inline(text, context) {
  const found = PATTERNS.map((pattern) => pattern.exec(text)).filter(Boolean).sort((a, b) => a.index - b.index)[0];
  if (!found) return lines(text);
  const rest = text.slice(found.index + found[0].length);
  return [...lines(text.slice(0, found.index)), marked(found, context), ...inline(rest, context)];
}

function marked(found, context) {
  const [whole, first, second] = found;
  if (whole.startsWith("```")) return h("pre", {}, unescaped(first.replace(/^\n/, "")));
  if (whole.startsWith("`")) return code(unescaped(first), context);
  if (whole.startsWith("<")) return token(first, context);
  return h(MARKS[first], {}, inline(second, context));
}

/** A command in code can be clicked into the message box, so that examples are one click away. */
function code(text, context) {
  if (!text.startsWith("/") || !context.put) return h("code", {}, text);
  return h("button", { type: "button", class: "code", title: "Put this into the message box", onclick: () => context.put(text) }, text);
}

function token(inside, context) {
  const [target, ...labels] = inside.split("|");
  const label = labels.join("|");
  if (target.startsWith("@")) return mention(target.slice(1), label, context);
  if (target.startsWith("#")) return h("span", { class: "mention" }, `#${context.channels[target.slice(1)] ?? (unescaped(label) || "private")}`);
  if (target.startsWith("!date^")) return date(target, label, context);
  if (target.startsWith("!")) return h("span", { class: "mention loud" }, `@${unescaped(label) || target.slice(1).split("^")[0]}`);
  return link(unescaped(target), unescaped(label));
}

export function mention(id, label, context) {
  const person = context.people[id];
  const name = person ? person.real_name : unescaped(label) || "somebody";
  return h("span", { class: id === context.me ? "mention loud" : "mention" }, `@${name}`);
}

export function link(target, label) {
  const shown = label || target.replace(/^(mailto|tel):/, "");
  const safe = /^(https?:|mailto:|tel:)/i.test(target);
  if (!safe) return document.createTextNode(shown);
  if (!/^https?:/i.test(target)) return h("span", { class: "link", title: target }, shown);
  return h("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, shown);
}

function date(target, fallback, context) {
  const [, seconds, format = ""] = target.split("^");
  const at = Number(seconds);
  if (!Number.isFinite(at) || !format) return words(fallback);
  return h("time", { datetime: new Date(at * 1000).toISOString(), title: unescaped(fallback) }, dateToken(at, unescaped(format), context));
}
