import { type RefObject, useEffect } from 'react';

const FIELD = 'input, textarea, select, [role=dialog]';

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && (key === 'Process' || /^\p{L}$/u.test(key));

/** Letters begin a name wherever the focus is: the field for it takes the focus, and with it the letter itself. None does while `isBusy`. */
export function useTypedName(field: RefObject<HTMLInputElement | null>, isBusy: boolean): void {
  useEffect(() => {
    if (isBusy) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest(FIELD) !== null;
      if (!event.defaultPrevented && !isElsewhere && isLetter(event)) field.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [field, isBusy]);
}
