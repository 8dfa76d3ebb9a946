import { NativeSelect } from '@mantine/core';
import type { RubricVersion } from '../../../../shared/contract/rubric.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricText } from '../../../catalogue/rubric.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import classes from '../Rubric.module.css';
import { useRubricScreen } from '../store.ts';
import { Changes } from './Changes.tsx';
import { VersionLine } from './VersionLine.tsx';

interface CompareProps {
  versions: readonly RubricVersion[];
}

/** What changed between two versions that are chosen; the newest and the one before to begin with. */
function Compare({ versions }: CompareProps) {
  const t = useText(rubricText);
  const { compared, set } = useRubricScreen();
  const numbers = versions.map(({ rubric }) => rubric.version);
  const pair = compared ?? { before: numbers[1] ?? 1, after: numbers[0] ?? 1 };
  const rubricOf = (number: number) => versions.find(({ rubric }) => rubric.version === number)?.rubric;
  const [before, after] = [rubricOf(pair.before), rubricOf(pair.after)];
  const choices = numbers.map((number) => ({ value: String(number), label: t.version(number) }));
  const choose = (end: 'before' | 'after', value: string) =>
    set({ compared: { ...pair, [end]: Number(value) } });
  return (
    <section className={classes.compare}>
      <div className={classes.pair}>
        <NativeSelect
          label={t.compare}
          data={choices}
          value={String(pair.before)}
          onChange={(event) => choose('before', event.currentTarget.value)}
        />
        <NativeSelect
          label={t.with}
          data={choices}
          value={String(pair.after)}
          onChange={(event) => choose('after', event.currentTarget.value)}
        />
      </div>
      {before && after ? <Changes before={before} after={after} /> : null}
    </section>
  );
}

/** The history of the rubric, and what changed between any two versions. */
export function VersionsPanel({ versions }: { versions: readonly RubricVersion[] }) {
  const t = useText(rubricText);
  const { set } = useRubricScreen();
  const show = (number: number) => set({ compared: { before: Math.max(1, number - 1), after: number } });
  return (
    <div className={classes.versions}>
      <ol className={classes.history}>
        {versions.map((version) => (
          <li key={version.rubric.version} className={classes.version}>
            <button
              type="button"
              className={classes.versionName}
              onClick={() => show(version.rubric.version)}
            >
              {t.version(version.rubric.version)}
            </button>
            <VersionLine version={version} />
            {version.note ? <p>{version.note}</p> : null}
          </li>
        ))}
      </ol>
      {versions.length > 1 ? (
        <Compare versions={versions} />
      ) : (
        <EmptyState title={t.versions} text={t.onlyVersion} />
      )}
    </div>
  );
}
