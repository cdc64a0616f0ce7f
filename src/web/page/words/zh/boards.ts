export const boards = { title: '' } as const;
