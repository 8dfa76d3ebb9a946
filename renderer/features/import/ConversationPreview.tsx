import type { Inspection } from '../../../shared/contract/importing.ts';
import { useText } from '../../catalogue/area.ts';
import { importFormatsText } from '../../catalogue/import-formats.ts';
import { readingText } from '../../catalogue/reading.ts';
import { opening } from '../../ui/format.ts';
import classes from './Choosing.module.css';
import shared from './Import.module.css';

type Previewed = Inspection['preview'][number];
type Line = Previewed['messages'][number];

const CONVERSATIONS_SHOWN = 3;
const MESSAGES_SHOWN = 6;
const TEXT_SHOWN = 320;

/** Rows with the place they stand in, which is their key: a preview is never reordered. */
const placed = <T,>(rows: readonly T[], shown: number) =>
  rows.slice(0, shown).map((row, place) => ({ row, place }));

function Conversation({ id, model, messages }: Previewed) {
  const t = useText(importFormatsText);
  const { roles } = useText(readingText);
  const left = messages.length - MESSAGES_SHOWN;
  const speaker = ({ role, candidate }: Line): string =>
    candidate > 0 ? t.alternative(roles[role], candidate) : roles[role];
  return (
    <section className={classes.conversation}>
      <h4 className={`${shared.small} ${classes.who}`}>
        {[id ?? t.noId, model].filter(Boolean).join(' · ')}
      </h4>
      <dl className={classes.messages}>
        {placed(messages, MESSAGES_SHOWN).map(({ row, place }) => (
          <div key={place} className={classes.message}>
            <dt>{speaker(row)}</dt>
            <dd dir="auto">{row.text === '' ? <em>{t.noText}</em> : opening(row.text, TEXT_SHOWN)}</dd>
          </div>
        ))}
      </dl>
      {left > 0 ? <p className={shared.hint}>{t.moreMessages(left)}</p> : null}
    </section>
  );
}

/** The first conversations of a file as they would be stored, set to be read. */
export function ConversationPreview({ conversations }: { conversations: readonly Previewed[] }) {
  const t = useText(importFormatsText);
  if (conversations.length === 0) return <p className={shared.hint}>{t.noPreview}</p>;
  return (
    <section className={classes.preview} aria-label={t.preview}>
      {placed(conversations, CONVERSATIONS_SHOWN).map(({ row, place }) => (
        <Conversation key={place} {...row} />
      ))}
    </section>
  );
}
