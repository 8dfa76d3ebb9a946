import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

type Props = Record<never, never>;

/** A component fetched when it is first shown, together with all of Mantine's CSS. */
export function lazily<Shown extends Props>(
  load: () => Promise<ComponentType<Shown>>,
): LazyExoticComponent<ComponentType<Shown>> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), import('./mantine-all.ts')]);
    return { default: component };
  });
}
