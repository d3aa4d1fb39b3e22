import { createSlackPlatform, type SlackOptions } from "../adapters/slack/platform.ts";
import { createVault } from "../adapters/vault/vault.ts";
import type { InstallationStore } from "../ports/installation-store.ts";
import type { Platform } from "../ports/platform.ts";
import type { Config } from "./config.ts";
import type { Secrets } from "./secrets.ts";

type Shared = Pick<SlackOptions, "commands" | "blobs" | "clock" | "logger"> & {
  readonly installations: InstallationStore;
};

/** Slack as the settings have it: one workspace by its token, or those that install the app. */
export function createSlack(
  {
    slack,
    hearing,
    unfurls,
  }: Pick<Config, "hearing" | "unfurls"> & { readonly slack: Config["slack"] & object },
  secrets: Secrets,
  { installations, ...shared }: Shared,
): Platform {
  const { mode, oauth, ...reached } = slack;
  const { slackClientSecret: clientSecret, slackStateSecret: stateSecret, secretKey } = secrets;
  const many =
    oauth && clientSecret !== undefined && stateSecret !== undefined && secretKey !== undefined
      ? {
          config: { oauth: { ...oauth, clientSecret, stateSecret } },
          installing: { store: installations, vault: createVault(secretKey, secrets.formerKeys) },
        }
      : { config: { botToken: secrets.slackBot } };
  const entrance =
    mode === "socket" ? { appToken: secrets.slackApp } : { signingSecret: secrets.slackSigning };
  return createSlackPlatform({
    ...shared,
    ...hearing,
    ...many,
    config: { ...reached, ...entrance, ...many.config, unfurls },
  });
}
