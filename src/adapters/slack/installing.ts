import type { IncomingMessage, ServerResponse } from "node:http";
import type { HTTPReceiver, HTTPReceiverOptions, webApi } from "@slack/bolt";
import { DEFAULT_PORT, LOOPBACK } from "./defaults.ts";
import type { Installations } from "./installations.ts";
import type { OAuthConfig, SlackConfig } from "./link.ts";
import { BOT_SCOPES } from "./scopes.ts";

const INSTALL_PATH = "/slack/install";
const REDIRECT_PATH = "/slack/oauth_redirect";

/** Where the page for installing is served; people come to it by the public address that leads there. */
export const installUrl = ({
  host = LOOPBACK,
  port = DEFAULT_PORT,
}: Pick<SlackConfig, "host" | "port">): string => `http://${host}:${port}${INSTALL_PATH}`;

type Callbacks = NonNullable<NonNullable<HTTPReceiverOptions["installerOptions"]>["callbackOptions"]>;
type Installer = Pick<NonNullable<HTTPReceiver["installer"]>, "handleInstallPath" | "handleCallback">;

interface Installing extends OAuthConfig {
  readonly scopes: string[];
  readonly installationStore: Installations;
  readonly installerOptions: {
    readonly clientOptions: webApi.WebClientOptions;
    readonly directInstall: true;
    readonly installPath: string;
    readonly redirectUriPath: string;
    readonly callbackOptions: Callbacks;
    readonly authorizationUrl?: string;
  };
}

/** What a receiver of the library needs to let workspaces install the app. Slack's page comes at once, ours when it is done. */
export function installing(
  oauth: OAuthConfig,
  installationStore: Installations,
  clientOptions: webApi.WebClientOptions & { readonly slackApiUrl?: string },
): Installing {
  const { slackApiUrl } = clientOptions;
  return {
    ...oauth,
    scopes: [...BOT_SCOPES],
    installationStore,
    installerOptions: {
      clientOptions,
      directInstall: true,
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      ...(slackApiUrl === undefined
        ? {}
        : { authorizationUrl: new URL("../oauth/v2/authorize", slackApiUrl).href }),
      callbackOptions: {
        success: ({ team, enterprise }, _options, _request, response) =>
          page(response, 200, "Backlot is installed", welcome(team?.name ?? enterprise?.name)),
        failure: ({ code }, _options, _request, response) =>
          page(response, 400, "Backlot was not installed", reasons[code] ?? UNKNOWN),
      },
    },
  };
}

/** Serves the two addresses of installing where events do not come over HTTP. */
export const installPages =
  (installer: Installer, { scopes, installerOptions }: Pick<Installing, "scopes" | "installerOptions">) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? "").replace(/\?.*$/s, "");
    if (request.method !== "GET" || (path !== INSTALL_PATH && path !== REDIRECT_PATH)) {
      page(response, 404, "Nothing is here", `Install Backlot from ${INSTALL_PATH}.`);
    } else if (path === INSTALL_PATH) {
      await installer.handleInstallPath(request, response, undefined, { scopes });
    } else {
      await installer.handleCallback(request, response, installerOptions.callbackOptions);
    }
  };

const AGAIN = `Begin again at ${INSTALL_PATH}, in the same browser.`;
const UNKNOWN = `Something went wrong on the way. ${AGAIN}`;
/** By the codes of @slack/oauth. */
const reasons: Readonly<Record<string, string>> = {
  slack_oauth_installer_authorization_error: `It was not allowed in Slack. ${AGAIN}`,
  slack_oauth_invalid_state: `This link is too old, or was begun in another browser. ${AGAIN}`,
  slack_oauth_missing_state: `This link is not whole. ${AGAIN}`,
  slack_oauth_missing_code: `This link is not whole. ${AGAIN}`,
};

const welcome = (where: string | undefined) =>
  `${where === undefined ? "Your workspace" : where} has Backlot now. Go back to Slack, invite @Backlot to a channel and mention it there.`;

function page(response: ServerResponse, status: number, title: string, words: string): void {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
  response.setHeader("cache-control", "no-store");
  response.writeHead(status);
  response.end(
    `<!doctype html><meta charset="utf-8"><title>${title}</title><body style="font:18px/1.5 sans-serif;max-width:32em;margin:4em auto;padding:0 1em"><h1>${title}</h1><p>${escaped(words)}</p></body>`,
  );
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
