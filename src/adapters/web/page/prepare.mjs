// Runs at `npm ci`, also on a Node that cannot read TypeScript and in an install without devDependencies:
// there it says why the page is not built and lets the install go on.
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

try {
  const { ensurePageBuilt } = await import("../page-build.ts");
  const page = await ensurePageBuilt(ROOT);
  process.stdout.write(page.built ? `Built the page in ${page.ms} ms.\n` : "The page is up to date.\n");
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  process.stdout.write(
    `The page was not built: ${why}\nThe install is fine without it; \`npm start\` builds it when it is missing.\n`,
  );
}
