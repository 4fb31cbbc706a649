// Block Kit's blocks as they stand in messages, modals and home tabs.

import { h } from "./dom.js";
import { element } from "./elements.js";
import { inputBlock } from "./inputs.js";
import { mrkdwn, plain } from "./mrkdwn.js";
import { richText } from "./richtext.js";

export const text = (object, context) =>
  object.type === "mrkdwn" ? mrkdwn(object.text, context) : plain(object.text, object.emoji !== false);

export const blocks = (list, context) => list.map((block) => shown(block, context));

function shown(block, context) {
  switch (block.type) {
    case "section":
      return section(block, context);
    case "context":
      return h("div", { class: "block context" }, block.elements.map((each) => h("span", {}, each.type === "image" ? `[${each.alt_text}]` : text(each, context))));
    case "actions":
    case "context_actions":
      return h("div", { class: "block actions" }, block.elements.map((each) => element(each, block, context)));
    case "divider":
      return h("hr", { class: "block" });
    case "header":
      return h("h3", { class: "block" }, text(block.text, context));
    case "rich_text":
      return h("div", { class: "block rich" }, richText(block, context));
    case "input":
      return inputBlock(block, context);
    case "alert":
      return h("div", { class: `block alert ${block.level ?? "default"}`, role: "note" }, text(block.text, context));
    case "markdown":
      return h("div", { class: "block" }, plain(block.text));
    case "image":
      return h("figure", { class: "block" }, h("figcaption", {}, block.title ? text(block.title, context) : block.alt_text));
    case "table":
      return table(block, context);
    default:
      return h("div", { class: "block unknown" }, `(a block of the kind ${block.type})`);
  }
}

function section(block, context) {
  const fields = block.fields?.length
    ? h("div", { class: "fields" }, block.fields.map((field) => h("div", {}, text(field, context))))
    : null;
  const words = h("div", { class: "words" }, block.text ? h("div", {}, text(block.text, context)) : null, fields);
  const beside = block.accessory && block.accessory.type !== "image" ? element(block.accessory, block, context) : null;
  return h("div", { class: beside ? "block section beside" : "block section" }, words, beside);
}

function table(block, context) {
  const cell = (each) => (each.type === "rich_text" ? richText(each, context) : plain(String(each.text ?? each.value ?? "")));
  return h("div", { class: "block table" }, h("table", {}, h("tbody", {}, block.rows.map((row, number) => h("tr", {}, row.map((each) => h(number ? "td" : "th", {}, cell(each))))))));
}
