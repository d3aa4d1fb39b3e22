import type { WebApp } from "../app.ts";
import { errorAnswer } from "../errors/error-answer.ts";
import { LiveQuery } from "../live/live-query.ts";
import { ServerFrame } from "../live/server-frame.ts";
import { ErrorBody } from "../schemas/error.ts";

const UPGRADE_REQUIRED = 426;

/** Describes the WebSocket, and tells callers that forgot to ask for one. The upgrade itself never comes here. */
export function liveRoute(app: WebApp): void {
  app.get(
    "/chat",
    {
      schema: {
        tags: ["live"],
        summary: "WebSocket: a session as it happens",
        description:
          "Upgrade to a WebSocket, here or on WS_PORT. Every server frame carries `seq`; connect again with `since` at the highest one seen and nothing is missed. The schemas ServerFrame and ClientFrame describe the frames.",
        querystring: LiveQuery,
        response: {
          101: ServerFrame.describe("Frames to the client"),
          426: ErrorBody,
        },
      },
      // Nothing but the upgrade is looked at.
      validatorCompiler: () => () => true,
    },
    async (_request, reply) => {
      const hint = "Connect with a WebSocket client: ws://…/chat?session_id=…&user_id=….";
      const { body } = errorAnswer("bad_request", "This address is a WebSocket.", hint);
      return reply.code(UPGRADE_REQUIRED).header("upgrade", "websocket").send(body);
    },
  );
}
