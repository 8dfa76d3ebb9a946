import type { Block } from './block.ts';
import type { BlockRef, Catalogue } from './catalogue.ts';

/** Whether the conversation in a row of a block is meant. */
export type RowTest = (row: number) => boolean;
/** A condition, to be asked of one block after another. */
export type BlockTest = (block: Block, ref: BlockRef) => RowTest;

const always: RowTest = () => true;
const never: RowTest = () => false;
export const everything: BlockTest = () => always;
export const nothing: BlockTest = () => never;

export const not =
  (test: BlockTest): BlockTest =>
  (block, ref) => {
    const holds = test(block, ref);
    return (row) => !holds(row);
  };

export const every = (tests: readonly BlockTest[]): BlockTest => {
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (block, ref) => {
    const bound = tests.map((test) => test(block, ref));
    return (row) => bound.every((holds) => holds(row));
  };
};

export const some = (tests: readonly BlockTest[]): BlockTest => {
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (block, ref) => {
    const bound = tests.map((test) => test(block, ref));
    return (row) => bound.some((holds) => holds(row));
  };
};

/** One that has any of these facts. Asked once for each set of facts in a block. */
export function withAnyOf(catalogue: Catalogue, codes: readonly number[]): BlockTest {
  if (codes.length === 0) return nothing;
  const wanted = new Uint8Array(catalogue.dictionary.size);
  for (const code of codes) wanted[code] = 1;
  return (block) => {
    const { sets, starts, codes: listed } = block;
    const among = new Uint8Array(Math.max(0, starts.length - 1));
    for (let set = 0; set < among.length; set += 1) {
      const end = starts[set + 1] ?? 0;
      for (let at = starts[set] ?? 0; at < end; at += 1)
        if (wanted[listed[at] ?? 0] === 1) {
          among[set] = 1;
          break;
        }
    }
    return (row) => among[sets[row] ?? 0] === 1;
  };
}
