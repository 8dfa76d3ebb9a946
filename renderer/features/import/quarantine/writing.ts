import type { PickedFile } from '../../../../shared/contract/window.ts';
import { textNow } from '../../../catalogue/area.ts';
import { importText } from '../../../catalogue/import.ts';
import { AS_FOUND, type Reading } from '../reading.ts';
import type { Desk, ImportState } from '../state.ts';

/** Slot of the writing's progress in the jobs of the application. */
export const WRITE_SLOT = 'write-rejected';

type Writing = Pick<ImportState, 'writeRejected' | 'chooseMended'>;
type Take = (picked: readonly PickedFile[], reading?: Reading) => Promise<void>;

/** Rejected records out to a file, and the mended file in again. */
export const writing = ({ bridge, jobs, get, set }: Desk, take: Take): Writing => {
  const again = (file: string) => bridge.call('pick.again', { file, within: [null] });
  return {
    async writeRejected(name) {
      const place = await bridge.call('pick.saveAs', { kind: 'rejected', name });
      if (!place.ok) return set({ writeError: place.error });
      if (place.value === null) return;
      const token = await again(place.value.file);
      if (!token.ok) return set({ writeError: token.error });
      set({ writeError: null, written: null });
      const input = { ...get().rejection, out: place.value.file };
      const result = await jobs().runJob(
        WRITE_SLOT,
        textNow(importText).jobs.writing,
        'quarantine.export',
        input,
      );
      if (!result.ok) return set({ writeError: result.error });
      const { files } = result.value;
      set({ written: { files, token: files.length === 1 ? (token.value[0]?.file ?? null) : null } });
    },

    async chooseMended() {
      const { written } = get();
      if (!written?.token) return await get().choose();
      const picked = await again(written.token);
      if (!picked.ok) return set({ writeError: picked.error });
      const encoding = written.files[0]?.encoding ?? null;
      const isTold = encoding !== null && !encoding.startsWith('utf-');
      await take(picked.value, isTold ? { ...AS_FOUND, encoding } : undefined);
    },
  };
};
