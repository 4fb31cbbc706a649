// Rich text blocks: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block

import { h } from "./dom.js";
import { dateToken } from "./dates.js";
import { EMOJI } from "./emoji.js";
import { link, mention } from "./mrkdwn.js";

export const richText = (block, context) => block.elements.map((element) => part(element, context));

function part(element, context) {
  const inside = () => element.elements.map((each) => styled(each, context));
  switch (element.type) {
    case "rich_text_section":
      return h("div", {}, inside());
    case "rich_text_preformatted":
      return h("pre", {}, inside());
    case "rich_text_quote":
      return h("blockquote", {}, inside());
    case "rich_text_list":
      return h(element.style === "ordered" ? "ol" : "ul", { start: element.offset ? element.offset + 1 : null },
        element.elements.map((each) => h("li", {}, part(each, context))));
    default:
      return h("div", { class: "unknown" }, `(${element.type})`);
  }
}

const WRAPS = [["bold", "strong"], ["italic", "em"], ["strike", "s"], ["underline", "u"], ["code", "code"]];

function styled(element, context) {
  let node = leaf(element, context);
  for (const [style, tag] of WRAPS) if (element.style?.[style]) node = h(tag, {}, node);
  return node;
}

function leaf(element, context) {
  switch (element.type) {
    case "text":
      return element.text.split(/(\n)/).map((piece) => (piece === "\n" ? h("br") : document.createTextNode(piece)));
    case "link":
      return link(element.url, element.text ?? "");
    case "user":
      return mention(element.user_id, "", context);
    case "emoji":
      return document.createTextNode(EMOJI[element.name] ?? `:${element.name}:`);
    case "date":
      return h("time", { title: element.fallback ?? "" }, dateToken(element.timestamp, element.format, context));
    case "channel":
      return h("span", { class: "mention" }, `#${context.channels[element.channel_id] ?? "private"}`);
    case "broadcast":
      return h("span", { class: "mention loud" }, `@${element.range}`);
    default:
      return document.createTextNode(`(${element.type})`);
  }
}
