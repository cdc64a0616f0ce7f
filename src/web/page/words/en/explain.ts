export const explain = { title: '' } as const;
