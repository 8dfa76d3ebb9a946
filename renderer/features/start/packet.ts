import { create } from 'zustand';
import { ok } from '../../../shared/contract/result.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import { useApp } from '../../store/app.ts';

interface PacketState {
  /** A packet that was opened as if it were a project: a project is to be made of it first. */
  packet: PickedFile | null;
  set(packet: PickedFile | null): void;
}

export const usePacket = create<PacketState>()((set) => ({
  packet: null,
  set: (packet) => set({ packet }),
}));

/** Opens what was chosen. A packet is told by what is in it, whatever its name, and then asks where its project goes. */
export async function openFile(picked: PickedFile) {
  const opened = await useApp.getState().openProject(picked.file);
  if (opened.ok || opened.error.code !== 'PACKET_NOT_OPENED') return opened;
  usePacket.getState().set(picked);
  return ok(null);
}
