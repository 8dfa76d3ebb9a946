/** How long the address of what is saved stays good, while the reader still chooses a place for it, milliseconds. */
const GOOD_FOR = 600_000;

/** Offers a file made in the page for saving: the system asks where. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), GOOD_FOR);
}

/** A caption as the name of a file: letters and digits, the rest one hyphen. */
export const fileNameOf = (caption: string, ending: string): string =>
  `${caption
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')}.${ending}`;
