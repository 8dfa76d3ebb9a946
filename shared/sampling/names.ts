/** Names that differ in the case of their ASCII letters alone are one rater's, as a project has it. */
const folded = (name: string): string => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Each name once, as it was first given; and those that were given again, as they were given. */
export function distinctNames(names: readonly string[]): { names: string[]; repeated: string[] } {
  const keys = names.map(folded);
  const isFirst = (place: number): boolean => keys.indexOf(keys[place] ?? '') === place;
  return {
    names: names.filter((_name, place) => isFirst(place)),
    repeated: names.filter((_name, place) => !isFirst(place)),
  };
}
