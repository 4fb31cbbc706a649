// What can be pressed or picked outside of a form's fields: buttons, menus, pickers.

import { h } from "./dom.js";
import { plain } from "./mrkdwn.js";
import { control } from "./inputs.js";

/** Builds an element of an actions block or beside a section; picking is sent to the app at once. */
export function element(given, block, context) {
  if (given.type === "button" || given.type === "icon_button") return button(given, block, context);
  if (given.type === "overflow") return overflow(given, block, context);
  if (given.type === "feedback_buttons") return h("span", { class: "unknown" }, "(feedback)");
  const held = control(given, context.values?.[block.block_id]?.[given.action_id], context, {
    changed: (value) => context.press(block, given, value),
  });
  return h("span", { class: "picker" }, held.node);
}

function button(given, block, context) {
  const press = (event) => {
    const pressed = event.currentTarget;
    context.confirm(given.confirm, async () => {
      pressed.setAttribute("aria-busy", "true");
      await context.press(block, given);
      pressed.removeAttribute("aria-busy");
    });
  };
  const looks = `push ${given.style ?? ""}`.trim();
  const name = given.accessibility_label ?? null;
  const focus = `${block.block_id}/${given.action_id}`;
  if (given.url) {
    return h("a", { class: looks, href: safe(given.url), target: "_blank", rel: "noopener noreferrer", onclick: press, "aria-label": name }, plain(given.text.text));
  }
  return h("button", { type: "button", class: looks, onclick: press, "aria-label": name, "data-action": given.action_id, "data-focus": focus }, plain(given.text.text));
}

const safe = (url) => (/^https?:/i.test(url) ? url : null);

function overflow(given, block, context) {
  const pick = (event) => {
    const value = event.target.value;
    event.target.value = "";
    if (value) context.confirm(given.confirm, () => context.press(block, given, value));
  };
  return h("select", { class: "overflow", "aria-label": "More", onchange: pick },
    h("option", { value: "" }, "⋯"),
    given.options.map((option) => h("option", { value: option.value }, option.text.text)));
}
