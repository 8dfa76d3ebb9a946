let last: Promise<unknown> = Promise.resolve();

/**
 * Does one piece of work after another, in the order they were asked for. Imports take turns: each counts as duplicates what those
 * before it brought, so none may begin while another could still be taken back.
 */
export function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}
