/** Lets some in at once; the others wait in the order they came. */
export interface Gate {
  /** Gives what to call on the way out. Rejects with the signal's reason where it is aborted by the time it is one's turn. */
  enter(signal: AbortSignal): Promise<() => void>;
}

export function makeGate(most: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;
  /** Whoever goes hands the place on, so that none who comes meanwhile takes it. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else inside -= 1;
  };
  return {
    enter: async (signal) => {
      if (inside < most) inside += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      if (!signal.aborted) return leave;
      leave();
      throw signal.reason as Error;
    },
  };
}
