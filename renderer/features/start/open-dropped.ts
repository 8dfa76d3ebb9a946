import { failure } from '../../../shared/contract/errors.ts';
import { fail } from '../../../shared/contract/result.ts';
import { bridge } from '../../bridge.ts';
import { openFile } from './packet.ts';

const ENDINGS = ['.touchstone', '.touchstone-packet'];

/** Opens the first project or packet among dropped files; a failure says what was dropped instead. */
export async function openDropped(files: readonly File[]) {
  const own = files.filter(({ name }) => ENDINGS.some((ending) => name.endsWith(ending)));
  const [picked] = await bridge.dropped(own);
  if (picked) return openFile(picked);
  const name = files[0]?.name;
  return fail(
    failure('NOT_A_PROJECT', `${name ?? 'What was dropped'} is not a Touchstone project.`, { file: name }),
  );
}
