/** As a `ref`: puts the focus on an element when it appears. */
export const focusOnMount = (element: HTMLElement | null): void => element?.focus();

/** As a `ref` of a text field: focuses it with the cursor behind its text. */
export function focusAtEnd(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}
