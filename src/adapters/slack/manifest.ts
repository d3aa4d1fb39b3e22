import type { BoundCommand } from "../../chat/command.ts";
import { slashCommands } from "./commands.ts";
import { BOT_EVENTS, BOT_SCOPES } from "./scopes.ts";

// The paths that Bolt's receivers serve.
const EVENTS_PATH = "/slack/events";
const REDIRECT_PATH = "/slack/oauth_redirect";

const NAME = "Backlot";
const ABOUT = "Turns a channel into a film project: talk, and it keeps the story bible";
const INK = "#1d1c1d";

export interface ManifestOptions {
  readonly commands: readonly Pick<BoundCommand, "name" | "summary" | "usage">[];
  /** The public https address of Backlot. Events come there; with `socket` it serves installing alone. */
  readonly url?: string | undefined;
  /** Events come over Socket Mode. */
  readonly socket: boolean;
  /** Many workspaces install the app, whole organisations too. */
  readonly oauth: boolean;
}

/**
 * The Slack app as a manifest, to be pasted at api.slack.com/apps (Create New App, From a manifest).
 * https://docs.slack.dev/reference/app-manifest
 */
export function appManifest({ commands, url, socket, oauth }: ManifestOptions) {
  const at = (path: string) => (url === undefined ? undefined : `${url.replace(/\/+$/, "")}${path}`);
  const events = socket ? undefined : at(EVENTS_PATH);
  const redirect = oauth ? at(REDIRECT_PATH) : undefined;
  const requested = events === undefined ? {} : { request_url: events };
  return {
    display_information: { name: NAME, description: ABOUT, background_color: INK },
    features: {
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: NAME, always_online: true },
      slash_commands: slashCommands(commands, events),
    },
    oauth_config: {
      ...(redirect === undefined ? {} : { redirect_urls: [redirect] }),
      scopes: { bot: [...BOT_SCOPES] },
    },
    settings: {
      event_subscriptions: { ...requested, bot_events: [...BOT_EVENTS] },
      interactivity: { is_enabled: true, ...requested },
      org_deploy_enabled: oauth,
      socket_mode_enabled: socket,
      token_rotation_enabled: false,
    },
  };
}
