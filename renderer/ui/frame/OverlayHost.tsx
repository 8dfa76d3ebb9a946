import type { ComponentType } from 'react';
import type { Overlay } from '../../store/overlay.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { Guidelines } from './Guidelines.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { UnsavedQuestion } from './UnsavedQuestion.tsx';

const OVERLAYS: Record<Overlay, ComponentType> = {
  help: KeyHelp,
  commands: CommandPalette,
  guidelines: Guidelines,
  unsaved: UnsavedQuestion,
};

/** What floats above the screen. Loaded when the first of them is asked for. */
export function OverlayHost({ overlay }: { overlay: Overlay }) {
  const Content = OVERLAYS[overlay];
  return <Content />;
}
