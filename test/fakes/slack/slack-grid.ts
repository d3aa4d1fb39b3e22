import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { FakeSlack } from "./fake-slack.ts";
import { HttpLine, type Line, SocketLine } from "./lines.ts";
import { Workspace } from "./workspace.ts";

const CLIENT_ID = "111.222";
const CLIENT_SECRET = "the client's secret";
/** Ids of one workspace never are another's. */
const APART = 100_000;

interface Grant {
  readonly workspace: FakeSlack;
  readonly byAll: boolean;
  readonly scope: string;
}

/** One app and many workspaces that install it by OAuth: calls find their workspace by the token alone, as they do in Slack. */
export class SlackGrid {
  readonly clientId = CLIENT_ID;
  readonly clientSecret = CLIENT_SECRET;
  readonly socket = new SocketLine();
  readonly workspaces: FakeSlack[] = [];
  /** Every token that was ever given. */
  readonly tokens: string[] = [];
  #line: Line = this.socket;
  readonly #grants = new Map<string, Grant>();
  /** The workspaces that a token of now is for. */
  readonly #held = new Map<string, FakeSlack[]>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #port = 0;
  #serial = 0;

  static async start(): Promise<SlackGrid> {
    const grid = new SlackGrid();
    grid.#server.on("upgrade", (request, socket, head) =>
      grid.socket.server.handleUpgrade(request, socket, head, (ws) =>
        grid.socket.server.emit("connection", ws),
      ),
    );
    await new Promise<void>((resolve) => grid.#server.listen(0, "127.0.0.1", resolve));
    grid.#port = (grid.#server.address() as AddressInfo).port;
    return grid;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api/`;
  }

  async workspace(teamId: string, enterpriseId?: string): Promise<FakeSlack> {
    const serial = (this.workspaces.length + 1) * APART;
    // One user in all workspaces of an organisation.
    const botId = `U0BOT${enterpriseId ?? teamId}`;
    const fake = await FakeSlack.start(new Workspace({ teamId, enterpriseId, botId, serial }));
    fake.line = this.#line;
    this.workspaces.push(fake);
    return fake;
  }

  /** From now on events go to the app's own address. */
  overHttp(url: string): void {
    const [first] = this.workspaces;
    if (!first) throw new Error("no workspace yet");
    this.#line = new HttpLine(first.workspace, url);
    for (const each of this.workspaces) each.line = this.#line;
  }

  /** A person agrees on Slack's page: what the browser then brings back. Throws when the page would not open. */
  consent(authorizeUrl: string, workspace: FakeSlack, byAll = false): URLSearchParams {
    const { origin, pathname, searchParams } = new URL(authorizeUrl);
    if (origin !== new URL(this.apiUrl).origin || pathname !== "/oauth/v2/authorize")
      throw new Error(`not Slack's page: ${authorizeUrl}`);
    if (searchParams.get("client_id") !== CLIENT_ID) throw new Error("invalid_client_id");
    const scope = searchParams.get("scope") ?? "";
    if (!/^[a-z:,_.]+$/.test(scope)) throw new Error("invalid_scope");
    this.#serial += 1;
    const code = `code-${this.#serial}`;
    this.#grants.set(code, { workspace, byAll, scope });
    return new URLSearchParams({ code, state: searchParams.get("state") ?? "" });
  }

  /** Somebody removes the app: its token ends at once, and the app is told. */
  async uninstall(workspace: FakeSlack): Promise<void> {
    this.revoke(workspace);
    await Promise.all([
      workspace.tell({ type: "app_uninstalled" }),
      workspace.tell({ type: "tokens_revoked", tokens: { oauth: [], bot: [workspace.workspace.bot.id] } }),
    ]);
  }

  /** The token ends without a word. */
  revoke({ workspace }: FakeSlack): void {
    this.#held.delete(workspace.botToken);
  }

  async close(): Promise<void> {
    for (const each of this.workspaces) await each.close();
    this.socket.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await buffer(request);
    const method = (request.url ?? "").replace("/api/", "");
    const given = new URLSearchParams(String(raw));
    const token = request.headers.authorization?.replace("Bearer ", "");
    const tell = (body: object) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (method === "oauth.v2.access") return void tell(this.#access(given));
    if (method === "apps.connections.open")
      return void tell({ ok: true, url: `ws://127.0.0.1:${this.#port}/link` });
    const held = this.#held.get(token ?? "");
    if (!held)
      return void tell({
        ok: false,
        error: this.tokens.includes(token ?? "") ? "account_inactive" : "invalid_auth",
      });
    // https://docs.slack.dev/reference/methods/usergroups.list and …/users.conversations
    const team = given.get("team_id");
    const ofAll = held[0]?.workspace.installedByAll === true;
    if (["usergroups.list", "users.conversations", "users.list"].includes(method) && ofAll && !team)
      return void tell({ ok: false, error: "missing_argument" });
    const channel = given.get("channel") ?? given.get("channel_id");
    const user = given.get("user");
    const { apiUrl } =
      held.find(
        ({ workspace }) =>
          workspace.teamId === team ||
          (channel !== null && workspace.channels.has(channel)) ||
          (user !== null && workspace.people.has(user)),
      ) ?? (held[0] as FakeSlack);
    const answer = await fetch(`${apiUrl}${method}`, {
      method: "POST",
      body: new Uint8Array(raw),
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": request.headers["content-type"] ?? "application/x-www-form-urlencoded",
      },
    });
    const { status, headers } = answer;
    const text = Buffer.from(await answer.arrayBuffer());
    const wait = headers.get("retry-after");
    response
      .writeHead(status, { "content-type": "application/json", ...(wait ? { "retry-after": wait } : {}) })
      .end(text);
  }

  /** https://docs.slack.dev/reference/methods/oauth.v2.access: once for each code, with the app's own secret. */
  #access(given: URLSearchParams): Record<string, unknown> {
    if (given.get("client_id") !== CLIENT_ID || given.get("client_secret") !== CLIENT_SECRET)
      return { ok: false, error: "bad_client_secret" };
    const code = given.get("code") ?? "";
    const grant = this.#grants.get(code);
    if (!grant || !this.#grants.delete(code)) return { ok: false, error: "invalid_code" };
    const { workspace, byAll, scope } = grant;
    const { teamId, enterpriseId, bot } = workspace.workspace;
    const mine = byAll
      ? this.workspaces.filter((one) => one.workspace.enterpriseId === enterpriseId)
      : [workspace];
    this.#serial += 1;
    const token = `xoxb-${byAll ? enterpriseId : teamId}-${this.#serial}`;
    this.tokens.push(token);
    this.#held.set(token, mine);
    for (const one of mine) Object.assign(one.workspace, { botToken: token, installedByAll: byAll });
    return {
      ok: true,
      app_id: "A0BACKLOT",
      authed_user: { id: "U0INSTALLER" },
      scope,
      token_type: "bot",
      access_token: token,
      bot_user_id: bot.id,
      team: byAll ? null : { id: teamId, name: `Studio ${teamId}` },
      enterprise: enterpriseId === undefined ? null : { id: enterpriseId, name: "Studios" },
      is_enterprise_install: byAll,
    };
  }
}
