import type { Block, PrivatePost, ResponseAddress, SlackPost, Workspace } from "./workspace.ts";

/** https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses */
const MAX_USES = 5;

export const newAddress = (
  { answersLiveMs }: Workspace,
  pressed?: SlackPost | PrivatePost,
): ResponseAddress => ({
  told: [],
  privately: [],
  pressed,
  until: performance.now() + answersLiveMs,
  uses: 0,
});

/** Answers the error Slack gives, or undefined when the reply is taken. */
export function takeReply(
  workspace: Workspace,
  address: ResponseAddress,
  reply: Readonly<Record<string, unknown>>,
): string | undefined {
  if (performance.now() > address.until) return "expired_url";
  address.uses += 1;
  if (address.uses > MAX_USES) return "used_url";
  const text = String(reply.text ?? "");
  const blocks = (reply.blocks ?? []) as readonly Block[];
  address.told.push(text);
  if (reply.replace_original && address.pressed) Object.assign(address.pressed, { text, blocks });
  else address.privately.push({ ts: workspace.nextTs(), user: workspace.bot.id, text, blocks, alone: true });
  return undefined;
}
