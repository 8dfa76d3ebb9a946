import { LABELLED } from './cases/all.ts';
import { HELD_OUT } from './cases/held-out.ts';
import { measure, table } from './measure.ts';

/** Prints how well personal data is found, as the tables of electron/engine/privacy/README.md, and every mistake. */
for (const [name, cases] of [
  ['labelled set', LABELLED],
  ['held-out set', HELD_OUT],
] as const) {
  const measured = measure(cases);
  console.log(
    `\n${name}: ${measured.cases} texts, ${measured.clean} with nothing to find\n\n${table(measured)}`,
  );
  for (const { text, missed, wrong } of measured.mistakes)
    console.log(`\n${JSON.stringify(text)}\n  missed: ${missed.join(', ')}\n  wrong:  ${wrong.join(', ')}`);
}
