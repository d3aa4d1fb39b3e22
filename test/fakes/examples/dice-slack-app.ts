import { App, LogLevel } from "@slack/bolt";

/** An app of somebody else's: answers mentions with a button, and a press of it with a number. */
export async function startDiceSlackApp(
  tokens: { readonly botToken: string; readonly appToken: string },
  slackApiUrl: string,
): Promise<App> {
  const app = new App({
    token: tokens.botToken,
    appToken: tokens.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl },
    logLevel: LogLevel.ERROR,
  });
  app.event("app_mention", async ({ event, say }) => {
    await say({
      text: "Roll a die?",
      thread_ts: event.ts,
      blocks: [
        { type: "section", text: { type: "mrkdwn", text: `<@${event.user}>, roll a die?` } },
        {
          type: "actions",
          elements: [
            { type: "button", action_id: "roll", text: { type: "plain_text", text: "Roll" }, value: "6" },
          ],
        },
      ],
    });
  });
  app.action("roll", async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: "ephemeral", replace_original: false, text: "It shows 4" });
  });
  await app.start();
  return app;
}
