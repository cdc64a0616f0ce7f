/** For Node processes of tests, as in quick-wasm.ts: most of what they do is to start, and optimising takes longer than it saves. */
export const SHORT_LIVED = ['--liftoff-only', '--no-opt', '--min-semi-space-size=16'] as const;
