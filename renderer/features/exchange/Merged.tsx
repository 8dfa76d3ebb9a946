import { ERRORS, type ErrorCode } from '../../../shared/contract/errors.ts';
import type { MergedFile, MergeResult } from '../../../shared/contract/packets.ts';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { useFailureWords } from '../../ui/failure-words.ts';
import { count } from '../../ui/format.ts';
import { Check, Warning } from '../../ui/icons.tsx';
import classes from './Exchange.module.css';
import { fileName } from './words.ts';

/** More files than these scroll within the table. */
const ROWS = 8;
const HEIGHT = 344;

const PARTS = ['raters', 'conversations', 'assignments', 'gold', 'decisions'] as const;

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);

/** What came of a merge: in a sentence, file by file, and what of it was not taken. */
export function Merged({ result }: { result: MergeResult }) {
  const t = useText(exchangeText);
  const failureWords = useFailureWords();
  const { sources, brought, conflicts, digest } = result;
  const refused = conflicts.flatMap((one) =>
    one.id === '' && one.file !== null && one.code !== 'PACKET_LOCKED' ? [{ ...one, file: one.file }] : [],
  );
  const figure = (title: string, of: (row: MergedFile) => number): Column<MergedFile> => ({
    key: title,
    title,
    number: true,
    width: '84px',
    cell: (row) => (row.refused === null ? count(of(row)) : ''),
  });
  const columns: readonly Column<MergedFile>[] = [
    {
      key: 'file',
      title: t.file,
      cell: ({ file, refused: why }) => (
        <span className={classes.path}>
          {fileName(file)} {why === null ? null : <em className={classes.untaken}>{t.refused}</em>}
        </span>
      ),
    },
    { key: 'from', title: t.from, cell: ({ raters }) => raters.join(', ') },
    figure(t.fresh, (row) => row.new),
    figure(t.known, ({ duplicates }) => duplicates),
    figure(t.toDecide, ({ conflicting }) => conflicting),
  ];
  const others = PARTS.flatMap((part) => (brought[part] > 0 ? t.broughtParts[part](brought[part]) : []));
  return (
    <div className={classes.made}>
      <p role="status">
        <span className={result.new > 0 ? classes.fine : undefined}>
          {result.new > 0 ? <Check /> : null} {t.merged(result.new, result.duplicates)}
        </span>{' '}
        {result.conflicting > 0 ? (
          <span className={classes.attention}>{t.conflicting(result.conflicting)}</span>
        ) : null}
      </p>
      {others.length > 0 ? <p>{t.brought(others)}</p> : null}
      <DataTable
        label={t.takeIn}
        columns={columns}
        rows={sources}
        rowKey={({ file }) => file}
        {...(sources.length > ROWS ? { height: HEIGHT } : {})}
      />
      {refused.map(({ code, sentence, advice, file }) => {
        const words = failureWords({
          code: isErrorCode(code) ? code : 'INTERNAL',
          message: sentence,
          advice,
        });
        return (
          <p key={file} role="alert" className={classes.refusal}>
            <Warning />
            <span>
              {words.message.includes(file) ? null : <strong>{fileName(file)} </strong>}
              {words.message} {words.advice}
            </span>
          </p>
        );
      })}
      <p className={classes.hint}>
        {t.digest} <code title={digest}>{digest.slice(0, 16)}…</code>{' '}
        <CopyButton text={digest} what={t.digest} /> {t.digestHint}
      </p>
    </div>
  );
}
