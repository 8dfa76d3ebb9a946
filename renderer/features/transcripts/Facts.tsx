import type { BrowsedConversation } from '../../../shared/contract/browsing.ts';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { when } from '../../ui/format.ts';
import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
import classes from './Transcripts.module.css';

/** What else is known of a conversation, folded. */
export function Facts({ conversation }: { conversation: BrowsedConversation }) {
  const t = useText(transcriptsText);
  const { names, contentHash, groups, metadata, batch } = conversation;
  const rows: [name: string, value: string][] = [
    ...Object.entries(groups),
    [t.facts.file, batch.file],
    [t.facts.format, batch.adapter],
    [t.facts.imported, when(batch.importedAt)],
    ...names.slice(1).map((name): [string, string] => [t.facts.also, name]),
  ];
  return (
    <details className={classes.folded}>
      <summary>{t.source}</summary>
      <dl className={classes.factList}>
        {rows.map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t.facts.hash}</dt>
          <dd>
            <code>{contentHash}</code> <CopyButton text={contentHash} what={t.facts.hash} />
          </dd>
        </div>
      </dl>
      {Object.keys(metadata).length > 0 ? (
        <pre ref={reachedWhenItScrolls} className={classes.json}>
          {JSON.stringify(metadata, null, 2)}
        </pre>
      ) : null}
    </details>
  );
}
