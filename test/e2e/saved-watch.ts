/** What the screen showed at a moment when it said that everything is saved. */
export interface ShownAsSaved {
  /** Place in the rater's queue, from 1. */
  position: number;
  /** Chosen values by dimension. */
  values: Record<string, number>;
  /** Items done, as the progress bar tells. */
  done: number;
}

/** Runs in the page: looks after every change of it, and tells what is shown whenever all is said to be saved. */
function watch(): void {
  const words = (pattern: RegExp): RegExpExecArray | undefined => {
    for (const { textContent } of document.querySelectorAll('header span:not([data-behind=true])')) {
      const found = pattern.exec(textContent);
      if (found) return found;
    }
    return undefined;
  };
  let last = '';
  const look = () => {
    const place = words(/^([\d,]+) of [\d,]+$/);
    if (!place || !words(/^saved \d/)) return;
    const chosen = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')];
    const shown = {
      position: Number(place[1]?.replaceAll(',', '')),
      values: Object.fromEntries(
        chosen.map((input) => [input.name, Number(input.closest('label')?.textContent?.trim()[0])]),
      ),
      done: Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')),
    };
    const text = JSON.stringify(shown);
    if (text === last) return;
    last = text;
    console.info(`SAVED ${text}`);
  };
  new MutationObserver(look).observe(document.documentElement, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
}

/** The watch as the page runs it. It tells by the console, which the main process hears also of a page that dies. */
export const watchSource = (): string => `(${watch.toString()})()`;
