interface FalseAlarm {
  readonly platform: "discord" | "slack";
  readonly route: RegExp;
  readonly at: RegExp;
  readonly rule: RegExp;
  /** Why the platform takes it although its schema does not. */
  readonly reason: string;
}

/** Where a published schema is stricter than the platform that published it. */
export const FALSE_ALARMS: readonly FalseAlarm[] = [
  {
    platform: "discord",
    route: /messages|webhooks/,
    at: /^\/attachments\/\d+\/id$/,
    rule: /must be string, is \d/,
    reason:
      "A file that comes along is named by its number: https://docs.discord.com/developers/reference#uploading-files",
  },
  {
    platform: "slack",
    route: /./,
    at: /\/(options|initial_option)\/(\d+\/)?value$/,
    rule: /NOT have more than 75 characters, is ".{0,60}$/,
    reason:
      "The value of an option has 150 characters: https://docs.slack.dev/reference/block-kit/composition-objects/option-object",
  },
  {
    platform: "slack",
    route: /./,
    at: /^$/,
    rule: /^unknown field team_id$/,
    reason:
      "Bolt's client sends the team along with every call, whatever the method: https://docs.slack.dev/tools/node-slack-sdk/reference/web-api/interfaces/WebClientOptions",
  },
  {
    platform: "slack",
    route: /^usergroups\.list$/,
    at: /^\/team_id$/,
    rule: /NOT have more than 0 characters, is "T[A-Z0-9]+"$/,
    reason:
      "An organisation's token has to name the workspace: https://docs.slack.dev/reference/methods/usergroups.list",
  },
  {
    platform: "slack",
    route: /^chat\.appendStream$/,
    at: /^$/,
    rule: /required property 'markdown_text'/,
    reason:
      "What is appended may be chunks instead: https://docs.slack.dev/reference/methods/chat.appendStream",
  },
  {
    platform: "slack",
    route: /^answer to chat\.(postMessage|startStream)$/,
    at: /^\/error$/,
    rule: /thread_not_found$/,
    reason:
      "Answered where the first message of the thread is gone, though not listed: https://github.com/slackapi/bolt-js/issues/2307",
  },
];

export const isFalseAlarm = (
  platform: "discord" | "slack",
  route: string,
  at: string,
  rule: string,
): boolean =>
  FALSE_ALARMS.some(
    (one) => one.platform === platform && one.route.test(route) && one.at.test(at) && one.rule.test(rule),
  );
