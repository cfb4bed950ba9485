/** Callers that come while one run is going on share its outcome. */
export function singleFlight<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    if (!running) {
      running = run().finally(() => {
        running = undefined;
      });
    }
    return running;
  };
}
