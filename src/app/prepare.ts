import { ensurePageBuilt } from "../adapters/web/page-build.ts";
import { makeFirstImage } from "./first-image.ts";
import { ROOT } from "./root.ts";

/** Does at install what a first start would have to wait for: builds the page, and makes an empty database to begin from. */
export async function prepare(): Promise<void> {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const page = ensurePageBuilt(ROOT).then(
    ({ built, ms }) => say(built ? `Built the page in ${ms} ms.` : "The page is up to date."),
    (error: unknown) =>
      say(`The page was not built: ${error instanceof Error ? error.message : String(error)}`),
  );
  const image = makeFirstImage().then(
    (made) => say(made ? "Made an empty database to begin from." : "The empty database is up to date."),
    (error: unknown) =>
      say(`No database was prepared: ${error instanceof Error ? error.message : String(error)}`),
  );
  await Promise.all([page, image]);
}
