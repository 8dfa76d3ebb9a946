import { create } from 'zustand';
import { textNow } from '../../catalogue/area.ts';
import { readingText } from '../../catalogue/reading.ts';
import { desk } from './useRate.ts';

interface ReadingDesk {
  /** Texts are shown as they are written, mark for mark. */
  isRaw: boolean;
  /** Items whose harsh texts are shown, by assignment. */
  lifted: ReadonlySet<string>;
}

/** How the conversation is shown now, for as long as the window is open. */
export const useReadingDesk = create<ReadingDesk>(() => ({ isRaw: false, lifted: new Set() }));

export function toggleRaw(): void {
  const isRaw = !useReadingDesk.getState().isRaw;
  useReadingDesk.setState({ isRaw });
  desk().tell(textNow(readingText).raw(isRaw));
}

/** Shows the harsh texts of an item, or covers them again. */
export function toggleCover(assignment: string): void {
  const { lifted } = useReadingDesk.getState();
  const isLifted = lifted.has(assignment);
  useReadingDesk.setState({
    lifted: new Set(isLifted ? [...lifted].filter((one) => one !== assignment) : [...lifted, assignment]),
  });
  const t = textNow(readingText).warning;
  desk().tell(isLifted ? t.covered : t.lifted);
}
