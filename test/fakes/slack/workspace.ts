import type { EditLedger } from "../edit-ledger.ts";
import { PostRate } from "./post-rate.ts";
import { Tiers } from "./tiers.ts";

export interface SlackPerson {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  readonly admin: boolean;
  readonly guest: boolean;
}

export interface SlackPost {
  readonly ts: string;
  readonly user: string;
  readonly bot_id?: string;
  text: string;
  blocks?: readonly Block[];
  metadata?: unknown;
  edited?: { readonly user: string; readonly ts: string };
  readonly thread_ts?: string;
  readonly files?: readonly { readonly id: string; readonly title: string; readonly name: string }[];
  readonly subtype?: string;
  streaming_state?: "in_progress" | "completed" | "errored";
  reactions?: readonly { readonly name: string; readonly count: number; readonly users: readonly string[] }[];
}

/** A message that only one person sees. */
export interface PrivatePost extends SlackPost {
  readonly alone: true;
}

/** Where what was done may be answered for half an hour, five times. */
export interface ResponseAddress {
  /** What the person alone was told. */
  readonly told: string[];
  /** The same as messages, with what can be pressed in them, as they are now. */
  readonly privately: PrivatePost[];
  /** The message whose button was pressed. */
  readonly pressed?: SlackPost | PrivatePost | undefined;
  readonly until: number;
  uses: number;
}

export interface SlackChannel {
  readonly id: string;
  readonly name: string;
  readonly direct: boolean;
  /** Oldest first, answers in threads among them. */
  readonly posts: SlackPost[];
  archived?: boolean;
  /** The app was taken out of it. */
  left?: boolean;
}

interface Text {
  readonly type: string;
  readonly text: string;
}

export interface Option {
  readonly text: Text;
  readonly value: string;
  readonly description?: Text;
}

export interface Element {
  readonly type: string;
  readonly action_id?: string;
  readonly value?: string;
  readonly text?: Text;
  readonly placeholder?: Text;
  readonly options?: readonly Option[];
  readonly initial_value?: string;
}

export interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: Text;
  readonly label?: Text;
  readonly elements?: readonly Element[];
  readonly element?: Element;
  readonly slack_file?: { readonly id: string };
  readonly alt_text?: string;
}

export interface SlackFile {
  readonly name: string;
  readonly length: number;
  bytes?: Buffer;
  /** When it can be shown, by the monotonic clock; missing before its upload is complete. */
  readyAt?: number;
}

export interface View {
  readonly id: string;
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly title: Text;
  readonly blocks: readonly Block[];
  /** What somebody did that opened it. */
  readonly trigger_id: string;
  readonly external_id?: string;
  /** The view it was pushed onto. */
  readonly previous_view_id?: string | null | undefined;
  readonly team_id?: string;
  readonly root_view_id?: null;
  /** Changes with every update. */
  readonly hash: string;
}

/** What one Slack workspace holds, and the app installed in it. */
export class Workspace {
  readonly teamId: string;
  /** The organisation that the workspace is one of. */
  readonly enterpriseId: string | undefined;
  /** The organisation has installed the app for all its workspaces. */
  installedByAll = false;
  botToken = "xoxb-bot-token";
  readonly appToken = "xapp-app-token";
  readonly signingSecret = "signing-secret";
  readonly bot: SlackPerson;
  readonly people = new Map<string, SlackPerson>();
  readonly channels = new Map<string, SlackChannel>();
  /** trigger → when it stops working, by the monotonic clock. */
  readonly triggers = new Map<string, number>();
  readonly usedTriggers = new Set<string>();
  /** The view in which something was done, by what it triggered. */
  readonly triggerViews = new Map<string, string>();
  readonly views: View[] = [];
  readonly files = new Map<string, SlackFile>();
  /** What the installed app may do beside talking. */
  readonly scopes = new Set(
    [
      "app_mentions:read channels:history groups:history im:history mpim:history channels:read groups:read im:read",
      "mpim:read users:read usergroups:read chat:write commands files:read files:write reactions:write",
    ].flatMap((line) => line.split(" ")),
  );
  readonly userGroups: { readonly id: string; readonly handle: string; readonly users: string[] }[] = [];
  /** How long Slack looks at a file before it can be shown. */
  fileLookMs = 120;
  /** What a press or command told one person, by response address. */
  readonly responses = new Map<string, ResponseAddress>();
  /** How long an address for answers works: https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses */
  answersLiveMs = 30 * 60_000;
  readonly ephemerals: { readonly channel: string; readonly user: string; readonly text: string }[] = [];
  /** Posts of which Slack shows what their links and media lead to. */
  readonly unfurled = new Set<string>();
  /** Whom posts by the app pinged. */
  readonly pings: string[] = [];
  /** The scopes in the app's manifest; with them, a call that none of them is for is complained of. */
  granted: ReadonlySet<string> | undefined;
  /** How often methods may be called, by their tier; taken away, as often as one likes. */
  tiers: Tiers | undefined = new Tiers();
  /** What the server takes of chat.update; without it, all of them. */
  edits: EditLedger | undefined;
  readonly postRate = new PostRate();
  /** Direct channels with the app, by person. */
  readonly directs = new Map<string, string>();
  readonly lockedThreads = new Set<string>();
  readonly statuses: { readonly channel: string; readonly thread: string; readonly status: string }[] = [];
  showsStatus = true;
  /** When each streamed message was begun, by the monotonic clock. */
  readonly streams = new Map<string, number>();
  streamsLastMs = 300_000;
  /** What was streamed takes no blocks of another kind, as https://docs.slack.dev/reference/methods/chat.update warns. */
  streamsStayRich = false;
  /** Without it no text is streamed in this workspace. */
  mayStream = true;
  /** How often each method was called. */
  readonly calls = new Map<string, number>();
  /** Names in the manifest, with the slash. */
  commands: readonly string[] = [];
  #serial: number;
  #lastMicros = 0;

  /** `serial`: where ids begin, which are each once in all of Slack. */
  constructor({
    teamId = "T0STUDIO",
    enterpriseId,
    botId = "U0BACKLOT",
    botName = "Backlot",
    serial = 0,
  }: {
    teamId?: string;
    enterpriseId?: string | undefined;
    botId?: string;
    botName?: string;
    serial?: number;
  } = {}) {
    this.teamId = teamId;
    this.enterpriseId = enterpriseId;
    this.bot = { id: botId, name: botName, bot: true, admin: false, guest: false };
    this.people.set(botId, this.bot);
    this.#serial = serial;
  }

  nextId(prefix: string): string {
    this.#serial += 1;
    return `${prefix}${String(this.#serial).padStart(6, "0")}`;
  }

  /** Times are names in Slack: never twice the same. */
  nextTs(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 1, Date.now() * 1_000);
    return `${Math.floor(this.#lastMicros / 1_000_000)}.${String(this.#lastMicros % 1_000_000).padStart(6, "0")}`;
  }

  post(channelId: string, ts: string): SlackPost | undefined {
    return this.channels.get(channelId)?.posts.find((post) => post.ts === ts);
  }
}
