/** As a `ref`: puts the focus on an element when it appears. */
export const focusOnMount = (element: HTMLElement | null): void => element?.focus();
