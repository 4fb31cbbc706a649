// The fields of a form, each with its label, hint and error, and what was put into it.

import { h } from "./dom.js";
import { fromZone, inZone } from "./dates.js";
import { plain } from "./mrkdwn.js";

/** Builds an input block, and keeps its control in `context.fields` under the block's id. */
export function inputBlock(block, context) {
  const given = block.element;
  const id = `field-${block.block_id}`;
  const state = context.values?.[block.block_id]?.[given.action_id];
  const dispatches = block.dispatch_action ? (value) => context.press(block, given, value) : null;
  const held = control(given, state, context, { id, dispatches, required: !block.optional });
  const error = h("p", { class: "error", id: `${id}-error`, role: "alert", hidden: true });
  const hint = block.hint ? h("p", { class: "hint", id: `${id}-hint` }, plain(block.hint.text)) : null;
  const described = [hint ? `${id}-hint` : "", `${id}-error`].join(" ").trim();
  for (const part of held.parts) part.setAttribute("aria-describedby", described);
  context.fields[block.block_id] = { ...held, error };
  const label = [plain(block.label.text), block.optional ? h("span", { class: "optional" }, " (optional)") : null];
  const frame = held.grouped
    ? h("fieldset", { class: "block field" }, h("legend", {}, label), held.node)
    : h("div", { class: "block field" }, h("label", { for: id }, label), held.node);
  frame.dataset.block = block.block_id;
  frame.append(error);
  if (hint) frame.append(hint);
  return frame;
}

const typed = (value) => (value === "" ? null : value);

/** Builds what a person types or picks in; `value()` is what Slack would send for it. */
export function control(given, state, context, { id, changed, dispatches, required } = {}) {
  const tell = changed ?? dispatches ?? (() => {});
  switch (given.type) {
    case "plain_text_input":
      return textInput(given, state, { id, tell, required, type: "text" });
    case "email_text_input":
      return textInput(given, state, { id, tell, required, type: "email" });
    case "url_text_input":
      return textInput(given, state, { id, tell, required, type: "url" });
    case "number_input":
      return textInput(given, state, { id, tell, required, type: "text", mode: "decimal" });
    case "datetimepicker":
      return moment(given, state, context, { id, tell });
    case "datepicker":
      return native("date", state?.selected_date, { id, tell });
    case "timepicker":
      return native("time", state?.selected_time, { id, tell });
    case "static_select":
      return select(options(given), state?.selected_option?.value, { id, tell, given });
    case "users_select":
      return select(people(context), state?.selected_user, { id, tell, given });
    case "checkboxes":
      return boxes(given, (state?.selected_options ?? []).map((each) => each.value), { tell, type: "checkbox" });
    case "radio_buttons":
      return boxes(given, [state?.selected_option?.value], { tell, type: "radio" });
    case "file_input":
      return files(given, { id });
    default:
      return { node: h("p", { class: "unknown" }, `(a field of the kind ${given.type})`), parts: [], value: () => undefined };
  }
}

function textInput(given, state, { id, tell, required, type, mode }) {
  const common = {
    id,
    placeholder: given.placeholder?.text,
    maxlength: given.max_length,
    autocomplete: "off",
    spellcheck: "false",
    "aria-required": required ? "true" : null,
    value: state?.value ?? "",
    "data-autofocus": given.focus_on_load ? "" : null,
  };
  const node = given.multiline
    ? h("textarea", { ...common, rows: 4 })
    : h("input", { ...common, type: type === "text" ? "text" : type, inputmode: mode });
  node.addEventListener("change", () => tell(typed(node.value)));
  return { node, parts: [node], value: () => typed(node.value) };
}

/** A file is read when it is chosen; it goes to the workspace with the form. */
function files(given, { id }) {
  const accept = (given.filetypes ?? []).map((each) => `.${each}`).join(",");
  const node = h("input", { id, type: "file", accept });
  let chosen = [];
  node.addEventListener("change", async () => {
    chosen = [];
    for (const file of node.files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
      chosen.push({ name: file.name, content: btoa(text) });
    }
  });
  return { node, parts: [node], value: () => chosen };
}

function native(type, start, { id, tell }) {
  const node = h("input", { id, type, value: start ?? "" });
  node.addEventListener("change", () => tell(typed(node.value)));
  return { node, parts: [node], value: () => typed(node.value) };
}

/** Slack's picker of date and time: in the person's own zone, and an instant once both are there. */
function moment(given, state, { tz, now }, { id, tell }) {
  const start = state?.selected_date_time ? inZone(state.selected_date_time, tz) : { date: "", time: "" };
  const date = h("input", { id, type: "date", value: start.date, min: inZone(now, tz).date, "aria-label": "Date" });
  const time = h("input", { type: "time", value: start.time, "aria-label": "Time" });
  const clear = h("button", { type: "button", class: "quiet", "aria-label": "Clear date and time" }, "Clear");
  const value = () => (date.value && time.value ? fromZone(date.value, time.value, tz) : null);
  const show = () => { clear.hidden = !date.value && !time.value; };
  const change = () => { show(); tell(value()); };
  date.addEventListener("change", () => {
    if (date.value && !time.value) time.value = "09:00";
    change();
  });
  time.addEventListener("change", () => {
    if (time.value && !date.value) date.value = inZone(now, tz).date;
    change();
  });
  clear.addEventListener("click", () => {
    date.value = "";
    time.value = "";
    change();
    date.focus();
  });
  show();
  const place = tz.split("/").pop().replaceAll("_", " ");
  return { node: h("div", { class: "moment" }, date, time, h("span", { class: "zone" }, `${place} time`), clear), parts: [date, time], value };
}

const options = (given) => [...(given.options ?? []), ...(given.option_groups ?? []).flatMap((group) => group.options)].map((each) => [each.value, each.text.text]);
const people = (context) => Object.entries(context.people).filter(([, person]) => !person.is_bot).map(([id, person]) => [id, person.real_name]);

function select(offered, start, { id, tell, given }) {
  const node = h("select", { id },
    start ? null : h("option", { value: "" }, given.placeholder?.text ?? "Choose an option"),
    offered.map(([value, label]) => h("option", { value, selected: value === start }, label)));
  node.addEventListener("change", () => tell(typed(node.value)));
  return { node, parts: [node], value: () => typed(node.value) };
}

function boxes(given, start, { tell, type }) {
  const name = `choice-${Math.random().toString(36).slice(2)}`;
  const inputs = given.options.map((option) => h("input", { type, name, value: option.value, checked: start.includes(option.value) }));
  const rows = given.options.map((option, place) => h("label", { class: "choice" }, inputs[place], h("span", {}, plain(option.text.text), option.description ? h("small", {}, plain(option.description.text)) : null)));
  const picked = () => inputs.filter((each) => each.checked).map((each) => each.value);
  const value = () => (type === "radio" ? picked()[0] ?? null : picked());
  const node = h("div", { class: "choices" }, rows);
  node.addEventListener("change", () => tell(value()));
  return { node, parts: inputs, value, grouped: true };
}
