import { seededRandom } from '../../sampling/random.ts';
import type { JudgedContext } from './judged.ts';

export type Split = 'train' | 'test';

/**
 * Which side each context is on. The draw is by conversation, never by row: all contexts of a conversation, and of
 * conversations that share a context, are on the same side. It depends on the seed and on the first name of those that go
 * together, so a conversation stays on its side when others are added that share no context with it.
 */
export function splitter(
  contexts: readonly JudgedContext[],
  seed: number | string,
  testShare: number,
): (context: JudgedContext) => Split {
  const groups = new Groups();
  for (const { contextKey, conversations } of contexts)
    for (const conversation of conversations) groups.join(conversation, conversations[0] ?? contextKey);
  return ({ contextKey, conversations }) => {
    const name = groups.leader(conversations[0] ?? contextKey);
    return testShare > 0 && seededRandom(`${seed} ${name}`).unit() < testShare ? 'test' : 'train';
  };
}

/** Sets of names, each led by its first name in alphabetical order. */
class Groups {
  readonly #parents = new Map<string, string>();

  leader(name: string): string {
    let top = name;
    for (let parent = this.#parents.get(top); parent !== undefined; parent = this.#parents.get(top))
      top = parent;
    if (top !== name) this.#parents.set(name, top);
    return top;
  }

  join(one: string, other: string): void {
    const [first = one, second = other] = [this.leader(one), this.leader(other)].sort();
    if (first !== second) this.#parents.set(second, first);
  }
}
