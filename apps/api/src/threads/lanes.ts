/** Lets only so much work go on at one time; what comes meanwhile waits for its turn. */
export class Lanes {
  private readonly lanes: Promise<unknown>[];
  private next = 0;

  constructor(count: number) {
    this.lanes = Array.from({ length: count }, () => Promise.resolve());
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    const lane = this.next++ % this.lanes.length;
    const turn = (this.lanes[lane] ?? Promise.resolve()).then(work);
    this.lanes[lane] = turn.catch(() => undefined);
    return turn;
  }
}
