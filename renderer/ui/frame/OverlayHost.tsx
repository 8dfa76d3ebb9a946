import type { ComponentType } from 'react';
import type { FrameOverlay } from '../../store/overlay.ts';
import { ReadingPanel } from '../reading/ReadingPanel.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { Guidelines } from './Guidelines.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { UnsavedQuestion } from './UnsavedQuestion.tsx';

const OVERLAYS: Record<FrameOverlay, ComponentType> = {
  help: KeyHelp,
  commands: CommandPalette,
  guidelines: Guidelines,
  reading: ReadingPanel,
  unsaved: UnsavedQuestion,
};

/** What floats above the screen. Loaded when the first of them is asked for. */
export function OverlayHost({ overlay }: { overlay: FrameOverlay }) {
  const Content = OVERLAYS[overlay];
  return <Content />;
}
