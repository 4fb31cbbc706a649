// The form, as Slack shows it: filled in, with its errors at their fields, sent or closed.

import { fill, h, icon } from "./dom.js";
import { blocks } from "./blocks.js";
import { confirmed } from "./confirm.js";
import { act, context, state } from "./state.js";

const dialog = document.getElementById("modal");
let open = "";
let fields = {};
let errorsShown = "{}";
let heard = 0;

export function showModal() {
  const view = state.seen.modal;
  const looks = view ? `${state.me}/${view.id}/${view.hash}` : "";
  if (looks !== open) {
    open = looks;
    if (view) build(view);
    else dialog.close();
  }
  if (view) {
    showErrors(view.errors);
    showTrouble();
  }
}

function values() {
  const filled = {};
  for (const [block, field] of Object.entries(fields)) {
    const value = field.value();
    if (value !== undefined) filled[block] = value;
  }
  return filled;
}

function build(view) {
  const { content } = view;
  const reader = context({
    values: view.values,
    confirm: confirmed,
    press: (block, element, value) => act("click", { view: "modal", values: values(), block_id: block.block_id, action_id: element.action_id, value }),
  });
  fields = reader.fields;
  errorsShown = "{}";
  heard = state.seen.notices.length;
  const inside = h("div", { class: "inside" }, blocks(content.blocks, reader));
  inside.addEventListener("change", () => act("fill", { values: values() }));
  const close = (all) => () => act("close", { all });
  const buttons = h("footer", {},
    h("p", { class: "trouble", role: "alert", hidden: true }),
    h("button", { type: "button", class: "push", onclick: close(false) }, content.close?.text ?? "Cancel"),
    content.submit ? h("button", { type: "submit", class: "push primary", "data-submit": true }, content.submit.text) : null);
  const form = h("form", { novalidate: true, onsubmit: submit },
    h("header", {}, h("img", { src: "/static/phone.svg", alt: "", width: 24, height: 24 }), h("h2", { id: "modal-title" }, content.title.text),
      h("button", { type: "button", class: "quiet", "aria-label": "Close", onclick: close(true) }, icon("close"))),
    inside, buttons);
  fill(dialog, form);
  if (!dialog.open) dialog.showModal();
  const first = inside.querySelector("[data-autofocus], input, textarea, select");
  (first ?? buttons.querySelector("button")).focus({ preventScroll: true });
}

dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  act("close", { all: true });
});

async function submit(event) {
  event.preventDefault();
  const button = event.target.querySelector("[data-submit]");
  if (!button || button.disabled) return;
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  errorsShown = "{}";
  await act("submit", { values: values() });
  button.disabled = false;
  button.removeAttribute("aria-busy");
}

function showErrors(errors) {
  const looks = JSON.stringify(errors);
  if (looks === errorsShown) return;
  errorsShown = looks;
  let first = null;
  for (const [block, field] of Object.entries(fields)) {
    const text = errors[block] ?? "";
    field.error.hidden = !text;
    field.error.textContent = text;
    for (const part of field.parts) part.setAttribute("aria-invalid", String(Boolean(text)));
    field.error.closest(".field").classList.toggle("wrong", Boolean(text));
    first ??= text ? field : null;
  }
  if (first) {
    first.error.closest(".field").scrollIntoView({ block: "nearest" });
    first.parts[0]?.focus({ preventScroll: true });
  }
}

function showTrouble() {
  const trouble = dialog.querySelector(".trouble");
  const fresh = state.seen.notices.slice(heard);
  trouble.hidden = !fresh.length;
  trouble.textContent = fresh.at(-1) ?? "";
}
