/**
 * As a `ref` of an element that may scroll: makes it a stop of the Tab key while there is more in it than is seen, so that the
 * arrow keys can scroll it, and no stop while there is not.
 */
export function reachedWhenItScrolls(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return undefined;
  const observer = new ResizeObserver(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    if (scrollWidth > clientWidth || scrollHeight > clientHeight) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  });
  for (const part of [element, ...element.children]) observer.observe(part);
  return () => observer.disconnect();
}
