import { create } from 'zustand';
import { bridge } from '../../bridge.ts';
import { useApp } from '../../store/app.ts';
import { type ImportState, importState } from './state.ts';

export const useImport = create<ImportState>()(importState(bridge, useApp.getState));
