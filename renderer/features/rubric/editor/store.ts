import { create } from 'zustand';
import { bridge } from '../../../bridge.ts';
import { useApp } from '../../../store/app.ts';
import { type EditorState, editorState } from './state.ts';

/** The rubric that is being edited: it goes on while another screen is shown. */
export const useEditor = create<EditorState>()(
  editorState({
    bridge,
    project: () => useApp.getState().project?.id ?? null,
    now: () => performance.now(),
    newUid: () => crypto.randomUUID(),
  }),
);
