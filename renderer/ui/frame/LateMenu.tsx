import { type ComponentProps, type ComponentType, Suspense, useState } from 'react';

interface LateMenuProps {
  /** The button, without its menu. */
  button: ComponentType<ComponentProps<'button'>>;
  /** The button with its menu, fetched when a hand comes near. */
  menu: ComponentType<{ open: boolean }>;
}

type Stage = 'later' | 'there' | 'open';

/** A button whose menu is fetched when the pointer reaches it, or at the latest when it is pressed. */
export function LateMenu({ button: Button, menu: Menu }: LateMenuProps) {
  const [stage, setStage] = useState<Stage>('later');
  if (stage === 'later')
    return <Button onPointerEnter={() => setStage('there')} onClick={() => setStage('open')} />;
  return (
    <Suspense fallback={<Button onClick={() => setStage('open')} />}>
      <Menu open={stage === 'open'} />
    </Suspense>
  );
}
