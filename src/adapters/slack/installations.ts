import type {
  Installation as BoltInstallation,
  InstallationStore as BoltStore,
  InstallationQuery,
} from "@slack/bolt";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Installation, InstallationStore } from "../../ports/installation-store.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Vault } from "../../ports/vault.ts";

/** Another process may have stored or forgotten one meanwhile. */
const KEEP_MS = 60_000;
const MAX_KEPT = 1_000;
const PAGE = 100;

export interface InstallationsParts {
  readonly store: InstallationStore;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface Serving {
  readonly kept: Installation;
  readonly installation: BoltInstallation;
}

/** Where Slack's own library keeps its installations: sealed, in a store of ours. */
export interface Installations extends BoltStore {
  /** What a workspace, or an organisation, is served by at this moment. */
  serving(id: string): Promise<Serving | undefined>;
  /** Forgets it, unless it was installed anew since. Answers whether it did. */
  forget(serving: Serving): Promise<boolean>;
  /** Seals anew what was sealed with a former key. */
  renew(): Promise<void>;
}

/** Enough of an installation to be used; the rest is kept as the library gave it. */
const Opened = z.looseObject({
  team: z.looseObject({ id: z.string() }).optional(),
  enterprise: z.looseObject({ id: z.string() }).optional(),
  bot: z.looseObject({ token: z.string(), userId: z.string() }),
});

/** Installations by workspace, or by organisation where one installs the app for all its workspaces. */
export function createInstallations({ store, vault, clock, logger }: InstallationsParts): Installations {
  const kept = new Map<string, { readonly until: number; readonly found: BoltInstallation }>();
  const members = new Set<string>();

  const { seal, open } = sealing(vault);
  /** An organisation's installation serves its workspaces, which places name. */
  const join = async (workspace: string | undefined, organisation: string) => {
    const member = `${workspace} ${organisation}`;
    if (workspace === undefined || members.has(member)) return;
    await store.belongs("slack", workspace, organisation);
    members.add(member);
  };
  return {
    storeInstallation: async (installation) => {
      const id = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id;
      if (id === undefined) throw new AppError("internal", "Slack installed the app without saying where");
      await store.put(seal(id, installation, clock.now().toISOString()));
      kept.clear();
      logger.info(
        { workspace: id, organisation: installation.isEnterpriseInstall === true },
        "installed in Slack",
      );
    },
    fetchInstallation: async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
      const ofAll = isEnterpriseInstall ? enterpriseId : undefined;
      if (ofAll !== undefined) await join(teamId, ofAll);
      const key = `${ofAll ?? ""} ${teamId ?? ""}`;
      const known = kept.get(key);
      if (known && known.until > clock.now().getTime()) return known.found;
      const found = await (ofAll === undefined
        ? store.ofWorkspace("slack", teamId ?? "")
        : store.get("slack", ofAll));
      if (!found)
        throw new AppError("not_found", `Backlot is not installed in the Slack workspace ${teamId ?? ofAll}`);
      const { installation } = open(found);
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(key, { until: clock.now().getTime() + KEEP_MS, found: installation });
      return installation;
    },
    deleteInstallation: async ({ teamId, enterpriseId }: InstallationQuery<boolean>) => {
      const found = await store.get("slack", teamId ?? enterpriseId ?? "");
      if (found) await store.remove(found);
      kept.clear();
    },
    serving: async (id) => {
      kept.clear();
      const found = await store.ofWorkspace("slack", id);
      return found && { kept: found, installation: open(found).installation };
    },
    forget: async (serving) => {
      kept.clear();
      return store.remove(serving.kept);
    },
    renew: async () => {
      for (let page = await store.list("slack", PAGE); page.length > 0; ) {
        for (const each of page) await renewed(each, { open, seal, store, logger });
        page = page.length < PAGE ? [] : await store.list("slack", PAGE, page.at(-1)?.id);
      }
    },
  };
}

const sealing = (vault: Vault) => ({
  seal: (id: string, installation: unknown, at: string): Installation => ({
    platform: "slack",
    id,
    sealed: vault.seal(JSON.stringify(installation), aboutOf(id)),
    installed_at: at,
  }),
  open: ({ id, sealed }: Installation) => {
    const { words, current } = vault.open(sealed, aboutOf(id));
    return { installation: Opened.parse(JSON.parse(words)) as unknown as BoltInstallation, current };
  },
});

type Renewing = Pick<InstallationsParts, "store" | "logger"> & ReturnType<typeof sealing>;

async function renewed(each: Installation, { open, seal, store, logger }: Renewing): Promise<void> {
  try {
    const { installation, current } = open(each);
    if (!current) await store.put(seal(each.id, installation, each.installed_at));
  } catch (error) {
    const message =
      "an installation cannot be opened: give its key in SECRET_KEY_OLD, or have the app installed again";
    logger.error({ err: error, workspace: each.id }, message);
  }
}

const aboutOf = (id: string) => `slack installation ${id}`;
