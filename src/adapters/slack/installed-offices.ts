import type { Installation } from "@slack/bolt";
import { AppError } from "../../domain/errors.ts";
import type { DeliveryFailure } from "../../ports/platform.ts";
import type { Installations } from "./installations.ts";
import { createOffice, type Office, type OfficeParts, type Offices } from "./office.ts";
import { isTurnedOut } from "./turned-out.ts";

/** Asks the library for a workspace's installation, its token renewed where tokens expire. */
export type Authorize = (query: {
  teamId: string;
  enterpriseId: undefined;
  isEnterpriseInstall: false;
}) => Promise<{ readonly botToken?: string; readonly botUserId?: string; readonly enterpriseId?: string }>;

const MAX_OPEN = 500;
const queryOf = (teamId: string) =>
  ({ teamId, enterpriseId: undefined, isEnterpriseInstall: false }) as const;

/** Many workspaces, each with its own token. */
export function installedOffices(
  parts: OfficeParts,
  installations: Pick<Installations, "fetchInstallation" | "serving" | "forget">,
  authorize: Authorize,
): Offices {
  const { bolt, clientOptions, logger } = parts;
  const open = new Map<string, { readonly token: string; readonly office: Office }>();

  const tokenOf = async (workspace: string) => {
    const { botToken, botUserId = "" } = await authorize(queryOf(workspace)).catch((error: unknown) => {
      throw isNotInstalled(error) ? notInstalled(workspace, error) : error;
    });
    if (botToken === undefined) throw notInstalled(workspace);
    return { token: botToken, selfId: botUserId };
  };
  return {
    of: async (workspace) => {
      const { token, selfId } = await tokenOf(workspace);
      const known = open.get(workspace);
      if (known?.token === token) return known.office;
      const { isEnterpriseInstall } = await installations.fetchInstallation(queryOf(workspace));
      const office = createOffice(parts, token, selfId, isEnterpriseInstall ? workspace : undefined);
      const [oldest] = open.keys();
      if (open.size >= MAX_OPEN && oldest !== undefined) open.delete(oldest);
      open.set(workspace, { token, office });
      return office;
    },
    stillIn: async (workspace) => {
      const serving = await installations.serving(workspace);
      if (serving && (await isTaken(serving.installation))) return true;
      open.delete(workspace);
      if (serving && (await installations.forget(serving)))
        logger.info(
          { workspace },
          "Backlot was removed from a Slack workspace; its installation is forgotten",
        );
      return false;
    },
  };

  async function isTaken({ bot }: Installation): Promise<boolean> {
    try {
      await new bolt.webApi.WebClient(bot?.token, clientOptions).auth.test();
      return true;
    } catch (error) {
      if (isTurnedOut(error, bolt)) return false;
      throw error;
    }
  }
}

/** Whether an error, or what it was made of, says that the app is not installed. The libraries wrap what a store throws. */
export function isNotInstalled(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    if (at instanceof AppError) return at.code === "not_found";
    at = "original" in at ? at.original : at.cause;
  }
  return false;
}

function notInstalled(workspace: string, cause?: unknown): DeliveryFailure {
  const message = `Slack: Backlot is not installed in the workspace ${workspace} any more`;
  return Object.assign(new AppError("forbidden", message, { cause }), { final: true });
}
