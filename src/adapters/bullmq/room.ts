/** How long a place stays free for others who wait; what they have waiting arrives within a few milliseconds. */
const KEEP_FREE_MS = 100;
/** How many jobs may stand aside for each that runs at a time. */
const ASIDE_PER_PLACE = 2;

interface Aside {
  readonly group: string;
  readonly go: (enter: boolean) => void;
}

/**
 * Who may run beside whom in one worker. Turns let projects alternate; but one whose jobs take longer would end up on
 * every place. So while others wait, a quarter of the places is kept for them: a job too many of one project stands
 * aside, claimed but not run, and BullMQ is asked for one more in its stead. Alone, a project has all places.
 */
export class Room {
  readonly #places: number;
  /** Told how many jobs BullMQ may claim at once. */
  readonly #claim: (jobs: number) => void;
  readonly #running = new Map<string, number>();
  /** Whose jobs came last: who is among them may have more waiting. */
  #recent: string[] = [];
  #aside: Aside[] = [];
  #count = 0;
  #shut = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(places: number, claim: (jobs: number) => void) {
    this.#places = places;
    this.#claim = claim;
  }

  /** True when the job may run, at once where it can; false when it is not to run any more. `leave` ends what was true. */
  enter(group: string, signal: AbortSignal): boolean | Promise<boolean> {
    this.#recent = [group, ...this.#recent].slice(0, 2 * this.#places);
    if (!this.#isTooMany(group)) return this.#take(group);
    if (this.#shut) return false;
    return new Promise((resolve) => {
      const one: Aside = { group, go: resolve };
      this.#aside.push(one);
      signal.addEventListener("abort", () => this.#drop(one), { once: true });
      if (this.#aside.length > ASIDE_PER_PLACE * this.#places) this.#letIn(() => true);
      this.#changed();
    });
  }

  leave(group: string): void {
    const left = (this.#running.get(group) ?? 1) - 1;
    if (left > 0) this.#running.set(group, left);
    else this.#running.delete(group);
    this.#count -= 1;
    this.#letIn((one) => !this.#isTooMany(one.group));
    this.#changed();
  }

  /** Who stands aside goes back. */
  shut(): void {
    this.#shut = true;
    for (const one of this.#aside.splice(0)) one.go(false);
    this.#changed();
  }

  #take(group: string): true {
    this.#running.set(group, (this.#running.get(group) ?? 0) + 1);
    this.#count += 1;
    return true;
  }

  #isTooMany(group: string): boolean {
    if (this.#count >= this.#places) return true;
    const most = Math.max(1, this.#places - Math.ceil(this.#places / 4));
    return (this.#running.get(group) ?? 0) >= most && this.#recent.some((other) => other !== group);
  }

  /** The first of those who may. */
  #letIn(may: (one: Aside) => boolean): void {
    const at = this.#count < this.#places ? this.#aside.findIndex(may) : -1;
    const [one] = at < 0 ? [] : this.#aside.splice(at, 1);
    if (!one) return;
    this.#take(one.group);
    one.go(true);
  }

  #drop(one: Aside): void {
    if (!this.#aside.includes(one)) return;
    this.#aside = this.#aside.filter((other) => other !== one);
    one.go(false);
    this.#changed();
  }

  #changed(): void {
    this.#claim(this.#places + this.#aside.length);
    if (this.#aside.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    // A place that nobody takes is no use to anybody.
    this.#timer ??= setInterval(() => {
      this.#letIn(() => true);
      this.#changed();
    }, KEEP_FREE_MS);
  }
}
