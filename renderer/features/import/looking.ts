import { refuse } from '../../../shared/contract/errors.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import { textNow } from '../../catalogue/area.ts';
import { importText } from '../../catalogue/import.ts';
import { importMappingText } from '../../catalogue/import-mapping.ts';
import {
  added,
  allFiles,
  type ChosenFile,
  fileOf,
  inspectionOf,
  isMapped,
  opened,
  reopening,
  rereading,
  settled,
  withFile,
} from './chosen.ts';
import { lookSlot } from './look-slot.ts';
import { BLANK, draftOf, mappingOf } from './mapping/draft.ts';
import { AS_FOUND, type Reading, readingInput, readingKey } from './reading.ts';
import type { Desk, ImportState } from './state.ts';

/** So long a mapping that is being edited rests before it is tried, ms. */
const REST = 250;
/** Any format that is named: what fields there are is told without guessing at the format. */
const NAMED: Reading = { ...AS_FOUND, adapter: 'native' };

const rest = () => new Promise((resolve) => setTimeout(resolve, REST));

type Looking = Pick<
  ImportState,
  | 'choose'
  | 'chooseFolder'
  | 'drop'
  | 'inspect'
  | 'readAs'
  | 'readByFields'
  | 'edit'
  | 'saveMapping'
  | 'mapAlike'
> & { take(picked: readonly PickedFile[], reading?: Reading): Promise<void> };

/** Choosing files, and finding out what is in them. */
export function looking({ bridge, jobs, get, set, list }: Desk): Looking {
  const ask = ({ file, within, name, key }: ChosenFile, reading: Reading) =>
    jobs().runJob(lookSlot(key), textNow(importText).jobs.reading(name), 'import.inspect', {
      file,
      ...(within === null ? {} : { within }),
      ...readingInput(reading),
    });

  const look = async (key: string): Promise<void> => {
    const file = fileOf(get().chosen, key);
    if (!file) return;
    const result = await ask(file, file.reading);
    const isUnknown = !result.ok && result.error.code === 'UNKNOWN_FORMAT' && file.within === null;
    // What was chosen by itself and is in no known format is meant to be read by its fields.
    if (isUnknown && file.reading.adapter === 'auto' && (await openFields(file))) return;
    list((chosen) => settled(chosen, key, file.reading, result));
  };

  /** Shows the fields of a file that nothing else is known of; false where it has none. */
  const openFields = async (file: ChosenFile): Promise<boolean> => {
    const { key, reading } = file;
    const result = await ask(file, { ...NAMED, encoding: reading.encoding });
    if (!result.ok || result.value.fields.length === 0) return false;
    list((chosen) =>
      withFile(settled(chosen, key, reading, result), key, (one) => ({ ...one, draft: one.draft ?? BLANK })),
    );
    return true;
  };

  const lookOver = async (folder: string, name: string, reading: Reading): Promise<void> => {
    const input = { file: folder, ...readingInput(reading) };
    const title = textNow(importText).jobs.lookingInto(name);
    const result = await jobs().runJob(lookSlot(folder), title, 'import.look', input);
    list((chosen) => opened(chosen, folder, reading, result));
  };

  const take = async (picked: readonly PickedFile[], reading?: Reading): Promise<void> => {
    const before = get().chosen.length;
    list((chosen) => added(chosen, picked));
    const fresh = get().chosen.slice(before);
    if (fresh.length === 0) return;
    set({ part: 'new', outcome: null, error: null });
    for (const { file, name, folder } of fresh) {
      if (folder) await lookOver(file, name, AS_FOUND);
      else if (reading) await reread(file, reading);
      else await look(file);
    }
  };

  const pick = async (name: 'pick.transcripts' | 'pick.transcriptFolder'): Promise<void> => {
    const picked = await bridge.call(name, {});
    if (picked.ok) await take(picked.value);
    else set({ error: picked.error });
  };

  const reread = async (key: string, reading: Reading, draft: ChosenFile['draft'] = null): Promise<void> => {
    list((chosen) => withFile(chosen, key, (file) => ({ ...rereading(file, reading), draft })));
    await look(key);
  };

  return {
    take,
    choose: () => pick('pick.transcripts'),
    chooseFolder: () => pick('pick.transcriptFolder'),
    drop: async (files) => take(await bridge.dropped(files)),

    async inspect(key) {
      if (fileOf(get().chosen, key)?.looked.status !== 'found') return;
      list((chosen) => withFile(chosen, key, (file) => rereading(file, file.reading)));
      await look(key);
    },

    async readAs(key, change) {
      const folder = get().chosen.find((entry) => entry.folder && entry.file === key);
      if (folder) {
        const reading = { ...folder.reading, ...change };
        list((chosen) => reopening(chosen, key, reading));
        return await lookOver(key, folder.name, reading);
      }
      const file = fileOf(get().chosen, key);
      if (!file) return;
      // Another format puts the mapping aside; another encoding does not.
      const keepsMapping = change.adapter === undefined;
      const reading = { ...file.reading, ...(keepsMapping ? {} : { mapping: null }), ...change };
      await reread(key, reading, keepsMapping ? file.draft : null);
    },

    async readByFields(key) {
      const file = fileOf(get().chosen, key);
      if (!file) return;
      const inspection = inspectionOf(file);
      if (!inspection) {
        await openFields(file);
        return;
      }
      const mapping = inspection.mapping ?? inspection.suggestion;
      if (mapping) await reread(key, { ...file.reading, adapter: 'auto', mapping }, draftOf(mapping));
      else list((chosen) => withFile(chosen, key, (one) => ({ ...one, draft: one.draft ?? BLANK })));
    },

    async edit(key, draft) {
      const mapping = mappingOf(draft);
      list((chosen) =>
        withFile(chosen, key, (file) => {
          const reading = mapping ? { ...file.reading, adapter: 'auto', mapping } : file.reading;
          const isSame = readingKey(reading) === readingKey(file.reading);
          return { ...(isSame ? file : rereading(file, reading)), draft };
        }),
      );
      if (!mapping) return;
      await rest();
      const file = fileOf(get().chosen, key);
      if (file?.draft === draft && file.looked.status === 'looking') await look(key);
    },

    async saveMapping(key, name) {
      const file = fileOf(get().chosen, key);
      const found = file && inspectionOf(file)?.mapping;
      const draft = file?.draft ?? (found ? draftOf(found) : BLANK);
      const mapping = mappingOf({ ...draft, name });
      if (!mapping) return refuse('MAPPING_INVALID', textNow(importMappingText).tooLittle);
      const saved = await bridge.call('mapping.save', { name, mapping });
      if (!saved.ok) return saved;
      set({ mappingsSaved: get().mappingsSaved + 1 });
      await get().edit(key, { ...draft, name });
      return saved;
    },

    async mapAlike(key) {
      const model = fileOf(get().chosen, key);
      const mapping = model?.reading.mapping ?? (model && inspectionOf(model)?.mapping);
      if (!mapping) return;
      for (const file of allFiles(get().chosen).filter((one) => one.key !== key && isMapped(one)))
        await reread(file.key, { ...file.reading, adapter: 'auto', mapping }, draftOf(mapping));
    },
  };
}
