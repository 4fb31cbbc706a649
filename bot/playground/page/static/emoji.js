// The emoji that the bot writes by name; a name that is not here stays as it is, as in Slack.

export const EMOJI = {
  alarm_clock: "⏰",
  arrows_counterclockwise: "🔄",
  bell: "🔔",
  bust_in_silhouette: "👤",
  calendar: "📅",
  clipboard: "📋",
  no_entry: "⛔",
  no_entry_sign: "🚫",
  heavy_check_mark: "✔️",
  hourglass_flowing_sand: "⏳",
  information_source: "ℹ️",
  mailbox_with_mail: "📬",
  memo: "📝",
  page_facing_up: "📄",
  phone: "☎️",
  question: "❓",
  repeat: "🔁",
  speech_balloon: "💬",
  spiral_calendar_pad: "🗓️",
  studio_microphone: "🎙️",
  tada: "🎉",
  telephone: "☎️",
  telephone_receiver: "📞",
  warning: "⚠️",
  wave: "👋",
  white_check_mark: "✅",
  x: "❌",
};

const NAMED = /:([a-z0-9_+-]+):/g;

export const withEmoji = (text) => text.replace(NAMED, (whole, name) => EMOJI[name] ?? whole);
