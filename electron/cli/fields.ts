import { isFieldName } from '../../shared/sampling/expression/fields.ts';
import type { Call } from './desk.ts';

const GROUP = 'group.';

/** The field meant by a name: a group may go without its `group.` where no field of its own has that name. */
export async function fieldNamed(call: Call, name: string): Promise<string> {
  if (name.startsWith(GROUP) || isFieldName(name.split(':')[0] ?? '')) return name;
  const { fields } = await call('sample.fields', {});
  return fields.find(({ field }) => field === `${GROUP}${name}`)?.field ?? name;
}
