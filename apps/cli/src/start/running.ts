/** Something that `quiz start` has started and must stop. */
export interface Running {
  readonly name: string;
  /** In good order; resolves when it is gone. */
  stop(): Promise<void>;
  /** No more waiting: makes a stop that is under way end now. */
  hurry(): void;
}
