// Slack's question before a button does what it says: a button's `confirm` object.

import { fill, h } from "./dom.js";

const dialog = document.getElementById("confirm");

/** Does it at once, or after a yes where the button asks for one. */
export function confirmed(question, go) {
  if (!question) {
    go();
    return;
  }
  const no = h("button", { type: "button", class: "push", onclick: () => dialog.close() }, question.deny?.text ?? "No");
  const yes = h("button", {
    type: "button",
    class: `push ${question.style === "danger" ? "danger" : "primary"}`,
    onclick: () => {
      dialog.close();
      go();
    },
  }, question.confirm?.text ?? "Yes");
  fill(dialog,
    h("header", {}, h("h2", { id: "confirm-title" }, question.title?.text ?? "Are you sure?")),
    h("div", { class: "inside" }, h("p", {}, question.text?.text ?? "")),
    h("footer", {}, no, yes));
  dialog.showModal();
}
