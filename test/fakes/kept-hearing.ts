import type { Place } from "../../src/domain/session.ts";
import type { Hearing, Missed } from "../../src/ports/hearing.ts";
import type { KnownPlace, Mark } from "../../src/ports/hearing-store.ts";

/** What platforms keep to catch up by, in memory; it outlives the platform as a database does. */
export class KeptHearing implements Hearing {
  readonly kept = new Map<string, Mark>();
  /** Places of talks whose mark was not kept in time. */
  readonly places: KnownPlace[] = [];
  readonly told: Missed[] = [];
  writes = 0;

  async marks(platform: string) {
    return [...this.kept.values(), ...this.places].filter(({ home }) => home.platform === platform);
  }

  async keep(marks: readonly Mark[]) {
    this.writes += 1;
    for (const mark of marks) this.kept.set(JSON.stringify(mark.home), mark);
  }

  /** What people said that stands at a place. */
  stood: (home: Place) => readonly string[] = () => [];

  async standing(home: Place) {
    return this.stood(home);
  }

  readonly notices: { readonly key: string; readonly text: string }[] = [];

  async notice(_event: unknown, key: string, text: string) {
    if (!this.notices.some((one) => one.key === key)) this.notices.push({ key, text });
  }

  async missed(missed: Missed) {
    this.told.push(missed);
  }

  /** As a crash does: where talks are is known, and not how far they were heard. */
  loseMarks(): void {
    this.places.push(...[...this.kept.values()].map(({ home, at }) => ({ home, at })));
    this.kept.clear();
  }

  /** As if Backlot had been away for so long. */
  age(ms: number): void {
    for (const [key, mark] of this.kept)
      this.kept.set(key, { ...mark, at: new Date(mark.at.getTime() - ms) });
  }
}
