// Builds elements. Text only ever becomes text nodes: nothing that comes from outside is markup.

export function h(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Shows a list, building anew only what has changed, so that focus and scrolling stay. */
export function showList(container, items, { key, build }) {
  const before = new Map([...container.children].map((child) => [child.dataset.key, child]));
  const wanted = items.map((item) => {
    const name = key(item);
    const looks = JSON.stringify(item);
    const old = before.get(name);
    if (old && old.dataset.looks === looks) return old;
    const made = build(item);
    made.dataset.key = name;
    made.dataset.looks = looks;
    if (old && old.contains(document.activeElement)) restoreFocus(old, made);
    if (old) made.classList.add("changed");
    return made;
  });
  for (const child of [...container.children]) if (!wanted.includes(child)) child.remove();
  wanted.forEach((child, place) => {
    if (container.children[place] !== child) container.insertBefore(child, container.children[place] ?? null);
  });
}

function restoreFocus(old, made) {
  const focused = document.activeElement.dataset.focus;
  const again = focused && [...made.querySelectorAll("[data-focus]")].find((each) => each.dataset.focus === focused);
  if (again) queueMicrotask(() => again.focus());
}

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  phone: "M8.2 5.2c.5-.2 1 0 1.3.5l1.3 2.4c.2.4.1.9-.2 1.2l-.9.9c.8 1.7 2.1 3 3.8 3.8l.9-.9c.3-.3.8-.4 1.2-.2l2.4 1.3c.5.3.7.8.5 1.3-.5 1.7-1.8 2.8-3.6 2.6C9.9 17.5 6 13.6 5.6 8.8 5.4 7 6.5 5.7 8.2 5.2z",
  back: "M14.5 5.5 8 12l6.5 6.5",
  close: "M6.5 6.5l11 11m0-11-11 11",
  send: "M5 19 20 12 5 5v5.5l8 1.5-8 1.5z",
  reply: "M4.5 6h15v10h-8l-4 3.5V16h-3z",
  more: "M12 5.5v.1M12 12v.1M12 18.5v.1",
  bolt: "M13 3.5 6 13.5h5l-1 7 7-10h-5z",
  eye: "M3.5 12S6.5 6.5 12 6.5 20.5 12 20.5 12 17.5 17.5 12 17.5 3.5 12 3.5 12zm8.5 2.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6",
  clock: "M12 3.8a8.2 8.2 0 1 0 0 16.4 8.2 8.2 0 0 0 0-16.4M12 7.5V12l3 2",
  file: "M7 3.8h6.5L18 8.3v11.9H7zM13.3 4v4.5H18",
  lock: "M6.5 11h11v8.5h-11zM9 11V8.5a3 3 0 0 1 6 0V11",
  hash: "M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16",
  gear: "M4.5 8h9m4 0h2m-15 8h2m4 0h9M15.5 5.8v4.4m-7 3.6v4.4",
};
const SOLID = new Set(["phone", "send"]);

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", SOLID.has(name) ? "3 3 18 18" : "0 0 24 24");
  svg.setAttribute("class", SOLID.has(name) ? "icon solid" : "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
