// The message box: what is typed is said, or sent to the app as a command.

import { h, icon } from "./dom.js";
import { act, showPane, state } from "./state.js";

/** Builds a message box; `where()` says where its words go. */
export function composer({ id, where, label }) {
  const box = h("textarea", { id, rows: 1, "aria-label": label, placeholder: label, autocomplete: "off", spellcheck: "false", enterkeyhint: "send" });
  const hint = h("button", { type: "button", class: "command-hint", hidden: true });
  const note = h("p", { class: "note", role: "status", hidden: true });
  const send = h("button", { type: "submit", class: "send", "aria-label": "Send" }, icon("send"));
  const form = h("form", { class: "composer" }, hint, note, h("div", { class: "box" }, box, send));

  const isCompleting = () => {
    const { name } = state.seen.app.command;
    return box.value.startsWith("/") && name.startsWith(box.value) && box.value !== name;
  };
  const complete = () => {
    box.value = `${state.seen.app.command.name} `;
    box.focus();
    change();
  };
  const change = () => {
    note.hidden = true;
    grow(box);
    showHint();
  };
  const showHint = () => {
    const { name, hint: usage, description } = state.seen.app.command;
    const isOurs = box.value.split(" ")[0] === name || isCompleting();
    hint.hidden = !isOurs || Boolean(where().thread_ts);
    if (!hint.hidden) hint.replaceChildren(icon("phone"), h("span", {}, h("strong", {}, name), " ", h("span", { class: "usage" }, `[${usage}]`)), h("small", {}, description));
  };
  hint.addEventListener("click", complete);
  box.addEventListener("input", change);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && isCompleting()) {
      event.preventDefault();
      complete();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text) return;
    if (isCompleting()) {
      complete();
      return;
    }
    const isCommand = /^\/\w/.test(text);
    const place = where();
    if (isCommand && place.thread_ts) {
      note.textContent = `${text.split(" ")[0]} is not supported in threads. Sorry!`;
      note.hidden = false;
      return;
    }
    box.value = "";
    change();
    act(isCommand ? "command" : "say", { ...place, text });
  });
  return form;
}

function grow(box) {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 200)}px`;
}

/** Puts an example into the channel's message box, ready to be sent. */
export function put(text) {
  const box = document.getElementById("box");
  showPane("chat");
  box.value = text;
  box.dispatchEvent(new Event("input"));
  box.focus();
  box.setSelectionRange(text.length, text.length);
}
