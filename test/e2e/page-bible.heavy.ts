import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CHROMIUM, inBrowser, openBrowser, PATIENCE_MS, startSession } from "./browser.ts";
import type { Program } from "./program.ts";

describe.skipIf(CHROMIUM === undefined)(inBrowser("the bible on the page"), () => {
  let program: Program;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    ({ program, browser } = await openBrowser());
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1360, height: 860 }, reducedMotion: "reduce" });
    page.setDefaultTimeout(PATIENCE_MS);
    await startSession(page, program.url);
    return () => page.close();
  });

  const say = async (text: string, answer: RegExp): Promise<void> => {
    await page.getByRole("textbox", { name: "Message" }).fill(text);
    await page.keyboard.press("Enter");
    await page.getByRole("log").getByText(answer).last().waitFor();
  };
  const open = (name: RegExp) => page.getByRole("tabpanel").getByRole("button", { name }).first().click();

  it("shows versions side by side, and brings one back", async () => {
    await say("Create a character named Sarah, a 28-year-old journalist", /created character/);
    await say("make Sarah 31", /updated character/i);
    await open(/^Sarah/);
    await page.getByRole("button", { name: "Versions of Sarah" }).press("Enter");
    const dialog = page.getByRole("dialog");
    const age = dialog.getByRole("row", { name: /^Age/ });
    // The page may still be hearing of the change, and then shows one version more.
    await age.getByRole("cell", { name: "28 (differs from now)" }).waitFor();
    const ages = (await age.getByRole("cell").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    expect(ages).toEqual(["31", "28 (differs from now)"]);
    await dialog.getByRole("button", { name: "Bring back version 1" }).click();
    await page
      .getByRole("definition")
      .filter({ hasText: /^28\s*set by you/ })
      .waitFor();
    // It fades out.
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("marks a scene whose character changed, until somebody says it is fine", async () => {
    await say("Create a character named Sarah, a 28-year-old journalist", /created character/);
    await say("INT. DINER - NIGHT. Sarah waits for a call.", /created scene/);
    await say("make Sarah 31", /updated character/i);
    await page.getByRole("tab", { name: /^Scenes/ }).click();
    await open(/^INT\. DINER.*may be out of date/);
    const note = page.getByRole("region", { name: "INT. DINER - NIGHT may be out of date" });
    await note.getByText(/Sarah’s age changed from 28 to 31/).waitFor();
    await note.getByRole("button", { name: "Fine as it is" }).click();
    await note.waitFor({ state: "detached" });
  });

  it("has a tab for a kind of the film's own, with its fields under their labels", async () => {
    await say("/schema kind add vehicle plural=vehicles", /This film has/);
    await say('/schema field add vehicle plate label="Plate number"', /has room for/);
    await page.getByRole("tab", { name: "Vehicles 0" }).click();
    await say('/entry vehicle create "Blue Van" plate=B-LU-1', /created vehicle/);
    await page.getByRole("tab", { name: "Vehicles 1" }).waitFor();
    await open(/^Blue Van/);
    await page.getByRole("button", { name: /^Plate number: B-LU-1/ }).waitFor();
  });

  it("changes how talk is saved, and says so in the talk", async () => {
    await page.getByRole("tab", { name: "Project settings" }).click();
    const first = page.getByRole("group").getByRole("button", { name: "Show me first" });
    await first.click();
    await page.getByRole("log").getByText("/project saving propose").waitFor();
    await page.getByRole("button", { name: "Show me first", pressed: true }).waitFor();
    await page.getByRole("button", { name: "Add a kind", exact: true }).last().click();
    await page
      .getByRole("log")
      .getByLabel(/One of them is called/)
      .waitFor();
  });
});
