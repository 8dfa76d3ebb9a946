/** JSON text set for reading, two spaces a level; text that is not JSON comes back as it is. */
export function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
