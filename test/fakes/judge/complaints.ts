/** Something a platform would not take, or takes and does nothing with. */
export interface Complaint {
  /** The request: `POST /channels/{channel_id}/messages`, `chat.postMessage`. */
  readonly route: string;
  /** Where in the request, as a path: `/components/0/label`. */
  readonly at: string;
  readonly rule: string;
}

/** Everything a fake had to object to. What is not excused by a test fails it when the fake closes. */
export class Complaints {
  #open: Complaint[] = [];

  /** Every complaint that nobody excused. */
  get open(): readonly Complaint[] {
    return this.#open;
  }

  note(complaint: Complaint): void {
    const told = tell(complaint);
    if (!this.#open.some((one) => tell(one) === told)) this.#open.push(complaint);
  }

  /** Takes out what a test provoked on purpose, and answers it. */
  excuse(pattern: RegExp): readonly Complaint[] {
    const excused = this.#open.filter((one) => pattern.test(tell(one)));
    this.#open = this.#open.filter((one) => !excused.includes(one));
    return excused;
  }

  /** Throws when anything is left. */
  settle(): void {
    if (this.#open.length === 0) return;
    const told = this.#open.map((one) => `- ${tell(one)}`).join("\n");
    throw new Error(`The platform would not take this:\n${told}`);
  }
}

const tell = ({ route, at, rule }: Complaint): string => `${route} ${at}: ${rule}`.replace(" : ", ": ");
