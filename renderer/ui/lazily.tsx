import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A component fetched when it is first shown, with Mantine around it. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [Shown, { Themed }] = await Promise.all([load(), import('./Themed.tsx')]);
    return {
      default: (props: Props) => (
        <Themed>
          <Shown {...props} />
        </Themed>
      ),
    };
  });
}
