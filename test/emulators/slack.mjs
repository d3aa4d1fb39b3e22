import { createEmulator } from "emulate";

const SCOPES = ["chat:write", "channels:history", "channels:read", "users:read", "files:read", "files:write"];

/** Tells its address, and waits to be ended. */
const [botToken, personToken] = process.argv.slice(2);
const slack = await createEmulator({
  service: "slack",
  port: 0,
  seed: {
    slack: {
      strict_scopes: true,
      users: [{ name: "backlot" }, { name: "ana", real_name: "Ana", is_admin: true }],
      channels: [{ name: "film" }],
      tokens: [
        { token: botToken, type: "bot", user: "backlot", scopes: SCOPES },
        { token: personToken, user: "ana", scopes: SCOPES },
      ],
    },
  },
});
process.send({ url: slack.url.replace("localhost", "127.0.0.1") });
