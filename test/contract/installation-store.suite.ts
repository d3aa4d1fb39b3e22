import { describe, expect, test } from "vitest";
import type { Installation } from "../../src/ports/installation-store.ts";
import { newId } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const anInstallation = (over: Partial<Installation> = {}): Installation => ({
  platform: "slack",
  id: newId("workspace"),
  sealed: "v1.key.words",
  installed_at: "2026-11-22T10:00:00.000Z",
  ...over,
});

export const installationStoreSuite: StoreSuite = (stores) => {
  const store = () => stores().installations;

  describe("installations", () => {
    test("are kept once an id and platform, the last one as it came", async () => {
      const first = anInstallation();
      const again = { ...first, sealed: "v1.key.others", installed_at: "2026-11-23T08:00:00.000Z" };
      await store().put(first);
      await store().put(again);
      expect(await store().get("slack", first.id)).toEqual(again);
      expect(await store().get("discord", first.id)).toBeUndefined();
      expect(await store().get("slack", "T_NOBODY")).toBeUndefined();
    });

    test("a workspace has its own before its organisation's", async () => {
      const organisation = anInstallation();
      const workspace = newId("workspace");
      await store().put(organisation);
      expect(await store().ofWorkspace("slack", workspace)).toBeUndefined();
      await store().belongs("slack", workspace, organisation.id);
      await store().belongs("slack", workspace, organisation.id);
      expect(await store().ofWorkspace("slack", workspace)).toEqual(organisation);
      expect(await store().ofWorkspace("discord", workspace)).toBeUndefined();
      const own = anInstallation({ id: workspace });
      await store().put(own);
      expect(await store().ofWorkspace("slack", workspace)).toEqual(own);
    });

    test("a workspace that moved belongs to its new organisation alone", async () => {
      const [from, to] = [anInstallation(), anInstallation()];
      const workspace = newId("workspace");
      await store().put(from);
      await store().put(to);
      await store().belongs("slack", workspace, from.id);
      await store().belongs("slack", workspace, to.id);
      expect(await store().ofWorkspace("slack", workspace)).toEqual(to);
    });

    test("what is removed is gone, unless it was installed anew meanwhile", async () => {
      const installation = anInstallation();
      await store().put(installation);
      const anew = { ...installation, sealed: "v1.key.anew" };
      await store().put(anew);
      expect(await store().remove(installation)).toBe(false);
      expect(await store().get("slack", installation.id)).toEqual(anew);
      expect(await store().remove(anew)).toBe(true);
      expect(await store().remove(anew)).toBe(false);
      expect(await store().get("slack", installation.id)).toBeUndefined();
    });

    test("are listed page by page", async () => {
      const made = [anInstallation(), anInstallation(), anInstallation()];
      for (const one of made) await store().put(one);
      const seen: string[] = [];
      for (let after = ""; ; after = seen.at(-1) ?? "") {
        const page = await store().list("slack", 2, after);
        if (page.length === 0) break;
        expect(page.length).toBeLessThanOrEqual(2);
        seen.push(...page.map(({ id }) => id));
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
    });
  });
};
