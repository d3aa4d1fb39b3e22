import { createSlackPlatform } from "../../../src/adapters/slack/platform.ts";
import { createVault } from "../../../src/adapters/vault/vault.ts";
import type { InstallationStore } from "../../../src/ports/installation-store.ts";
import type { Platform, Receiver } from "../../../src/ports/platform.ts";
import { keptInMemory, quietLogger, realClock } from "../../contract/platform-room.ts";
import { freePort } from "../../support/free-port.ts";
import type { FakeSlack } from "./fake-slack.ts";
import { SlackGrid } from "./slack-grid.ts";

export const KEY = "a key of thirty-two characters, yes";
export const STATE_SECRET = "a state secret of enough characters";
const SIGNING_SECRET = "signing-secret";

interface Line {
  readonly level: string;
  readonly message: string;
  readonly data: object;
}

export interface GridRoom {
  readonly grid: SlackGrid;
  /** Where the app's own pages are. */
  readonly url: string;
  readonly logged: Line[];
  platform: Platform;
  /** The app of now stops, and a new one starts. */
  restart(keys?: { key: string; former?: readonly string[] }): Promise<void>;
  close(): Promise<void>;
}

/**
 * The Slack platform as many workspaces install it, over real Bolt, beside a Slack of many workspaces; `beside`: another
 * process of the same app.
 */
export async function openGridRoom(
  over: "socket" | "http",
  store: InstallationStore,
  receiver: Receiver,
  beside?: SlackGrid,
): Promise<GridRoom> {
  const grid = beside ?? (await SlackGrid.start());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logged: Line[] = [];
  const open = async ({ key = KEY, former = [] as readonly string[] } = {}) => {
    const platform = createSlackPlatform({
      config: {
        oauth: { clientId: grid.clientId, clientSecret: grid.clientSecret, stateSecret: STATE_SECRET },
        apiUrl: grid.apiUrl,
        port,
        ...(over === "socket" ? { appToken: "xapp-app-token" } : { signingSecret: SIGNING_SECRET }),
      },
      installing: { store, vault: createVault(key, former) },
      commands: [],
      blobs: keptInMemory(),
      clock: realClock,
      logger: quietLogger(logged),
    });
    await platform.start(receiver);
    return platform;
  };
  const room: GridRoom = {
    grid,
    url,
    logged,
    platform: await open(),
    restart: async (keys) => {
      await room.platform.stop();
      room.platform = await open(keys);
    },
    close: async () => {
      await room.platform.stop();
      if (beside === undefined) await grid.close();
    },
  };
  return room;
}

/** A browser goes the whole way of installing. What its last page says, and whether that is good news. */
export async function install(
  { grid, url }: Pick<GridRoom, "grid" | "url">,
  workspace: FakeSlack,
  byAll = false,
): Promise<{ readonly status: number; readonly page: string }> {
  const begun = await begin(url);
  return end(url, grid.consent(begun.location, workspace, byAll), begun.cookie);
}

/** Slack's page, and what the browser keeps meanwhile. */
export async function begin(url: string): Promise<{ readonly location: string; readonly cookie: string }> {
  const { headers } = await fetch(`${url}/slack/install`, { redirect: "manual" });
  const [cookie = ""] = (headers.get("set-cookie") ?? "").split(";");
  return { location: headers.get("location") ?? "", cookie };
}

export async function end(
  url: string,
  query: URLSearchParams,
  cookie?: string,
): Promise<{ readonly status: number; readonly page: string }> {
  const response = await fetch(`${url}/slack/oauth_redirect?${query}`, {
    headers: cookie === undefined ? {} : { cookie },
  });
  return { status: response.status, page: await response.text() };
}
