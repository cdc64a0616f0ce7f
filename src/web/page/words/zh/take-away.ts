export const takeAway = { title: '' } as const;
