import type { Unblinded } from '../../../shared/contract/rating.ts';
import { useText } from '../../catalogue/area.ts';
import { queuePagesText } from '../../catalogue/queue-pages.ts';
import classes from './RateScreen.module.css';
import { useHeld } from './useRate.ts';

const unique = (words: readonly string[]): string[] => [...new Set(words)];

const feedbackWords = ({ answers }: Unblinded): string[] =>
  answers.flatMap(({ feedback }) =>
    feedback.map(({ signal, value, text, comment }) =>
      [signal, value, text, comment && `“${comment}”`]
        .filter((part) => part !== null && part !== '')
        .join(' '),
    ),
  );

/** In a project that is not blind: which model answered, where it comes from, and what users and other raters made of it. */
export function Source() {
  const t = useText(queuePagesText);
  const source = useHeld(({ item }) => item.unblinded, null);
  if (!source) return null;
  const models = unique(
    source.answers.map(({ model, version }) => [model ?? t.noModel, version].filter(Boolean).join(' ')),
  );
  const others = source.ratings.map(
    ({ rater, values }) =>
      `${rater}: ${Object.entries(values)
        .map(([id, value]) => `${id} ${String(value)}`)
        .join(', ')}`,
  );
  const facts = [
    models.join(' / '),
    source.conversation ? `${source.file}, ${source.conversation}` : source.file,
    ...feedbackWords(source),
    others.length > 0 ? `${t.others}: ${others.join('; ')}` : t.notRated,
  ];
  return (
    <p className={classes.source} title={facts.join(' · ')}>
      <strong>{t.source}</strong> {facts.join(' · ')}
    </p>
  );
}
