/** Slot of the look at a file or a folder, by its key in the list. */
export const lookSlot = (key: string): string => `look ${key}`;
