import type { RespondFn, types } from "@slack/bolt";
import { z } from "zod";
import type { Link } from "./link.ts";

/** What only one person is told. */
export interface Told {
  readonly text: string;
  readonly blocks?: types.KnownBlock[];
  readonly thread_ts?: string;
  readonly response_type: "ephemeral";
  readonly replace_original: boolean;
}

export type TellAlone = (told: Told) => Promise<void>;

/** https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses: five times, for half an hour. */
const MAX_USES = 5;

const Origin = z.object({
  user: z.object({ id: z.string() }).optional(),
  user_id: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  channel_id: z.string().optional(),
});

/** A way to tell the person alone that goes on where Slack's own answer address ends. */
export function lastingRespond(
  body: unknown,
  link: Pick<Link, "web">,
  respond: RespondFn | undefined,
): TellAlone | undefined {
  const { data } = Origin.safeParse(body);
  const user = data?.user?.id ?? data?.user_id;
  const channel = data?.channel?.id ?? data?.channel_id;
  if (!respond || user === undefined || channel === undefined) return undefined;
  const tell = tellEphemeral(link, { channel, user });
  let uses = 0;
  return async (told) => {
    uses += 1;
    if (uses <= MAX_USES && (await taken(() => respond(told)))) return;
    await tell(told);
  };
}

/** The way to tell somebody alone that needs no address of Slack's, and never ends. */
export const tellEphemeral =
  ({ web }: Pick<Link, "web">, to: { readonly channel: string; readonly user: string }): TellAlone =>
  async ({ text, blocks, thread_ts }) => {
    await web.chat.postEphemeral({
      ...to,
      text,
      ...(blocks === undefined ? {} : { blocks }),
      ...(thread_ts === undefined ? {} : { thread_ts }),
    });
  };

/** Why an address does not take something does not matter: there is another way. */
async function taken(tell: () => ReturnType<RespondFn>): Promise<boolean> {
  try {
    return (await tell()).ok;
  } catch {
    return false;
  }
}
