import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { refusals } from "../schemas/error.ts";
import { HealthReport } from "../schemas/health.ts";

export function healthRoutes(app: WebApp, deps: WebDeps): void {
  app.get(
    "/api/v1/chat/health",
    {
      schema: {
        tags: ["health"],
        summary: "Whether Backlot works, and on which parts",
        response: { ...refusals(), 200: HealthReport, 503: HealthReport },
      },
    },
    async (_request, reply) => {
      const report = await deps.health();
      return reply.code(report.status === "down" ? 503 : 200).send(report);
    },
  );
}
