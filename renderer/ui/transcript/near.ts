/** How far outside of what is seen a section is set in full: pixels. */
const MARGIN = '1200px';

type Told = (isNear: boolean) => void;
const told = new WeakMap<Element, Told>();
let observer: IntersectionObserver | null = null;

const observe = (): IntersectionObserver =>
  new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting);
    },
    { scrollMargin: `${MARGIN} 0px`, rootMargin: `${MARGIN} 0px` },
  );

/** Tells when an element comes near to what is seen of its pane, and when it is far again. */
export function watchNear(element: Element, tell: Told): () => void {
  observer ??= observe();
  told.set(element, tell);
  observer.observe(element);
  return () => {
    told.delete(element);
    observer?.unobserve(element);
  };
}
