// What an answer costs in Bolt for JavaScript: `node bolt.js PORT`, with @slack/bolt installed.
const { App, HTTPReceiver, LogLevel } = require("@slack/bolt");

const receiver = new HTTPReceiver({
  signingSecret: "bench-signing-secret",
  endpoints: ["/slack/events"],
  logLevel: LogLevel.ERROR,
});
const authorize = async () => ({ botToken: "xoxb-bench", botId: "B0BOT", botUserId: "U0BOT" });
const app = new App({ receiver, authorize, logLevel: LogLevel.ERROR });
app.command("/zeegcall", async ({ ack }) => { await ack(); });
app.start(Number(process.argv[2]));
