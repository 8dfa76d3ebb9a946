import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/commands.ts';
import { textNow, useText } from '../../../catalogue/area.ts';
import { importRejectedText } from '../../../catalogue/import-rejected.ts';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { count } from '../../../ui/format.ts';
import shared from '../Import.module.css';
import { placeWords, reasonOf } from './codes.ts';
import classes from './Quarantine.module.css';
import { RejectedList } from './RejectedList.tsx';
import type { Rejection } from './rejection.ts';

type Group = OutputOf<'import.quarantine'>['groups'][number];

/** The sentence of a group: that of its records where all examples say the same. */
function sentenceOf({ examples }: Group): string {
  const reasons = new Set(examples.map(({ reason }) => reason));
  const [first = ''] = reasons;
  return reasons.size > 1 ? textNow(importRejectedText).suchAs(first) : first;
}

const columnsIn = ({ columns, wholeRecord }: typeof importRejectedText.en): readonly Column<Group>[] => [
  {
    key: 'reason',
    title: columns.why,
    cell: (group) => (
      <>
        <span className={classes.title}>{reasonOf(group.code).title}</span>
        <span className={classes.sentence} lang="en">
          {sentenceOf(group)}
        </span>
      </>
    ),
  },
  {
    key: 'code',
    title: columns.code,
    width: '176px',
    cell: ({ code }) => <code className={shared.path}>{code}</code>,
  },
  {
    key: 'place',
    title: columns.place,
    width: '224px',
    cell: ({ place }) =>
      placeWords(place) === null ? wholeRecord : <code className={shared.path}>{place}</code>,
  },
  { key: 'count', title: columns.records, number: true, width: '88px', cell: (group) => count(group.count) },
  { key: 'files', title: columns.files, number: true, width: '72px', cell: ({ files }) => count(files) },
];

const keyOf = ({ code, place }: Group): string => `${code} ${place}`;

/** Rejected records by reason, the most frequent first; each opens onto its records. */
export function ReasonGroups({ groups, within }: { groups: readonly Group[]; within: Rejection }) {
  const t = useText(importRejectedText);
  const [open, setOpen] = useState<string | null>(null);
  const only = useMemo(() => (groups.length === 1 && groups[0] ? keyOf(groups[0]) : null), [groups]);
  const selected = open ?? only;
  return (
    <DataTable
      label={t.byReason}
      columns={columnsIn(t)}
      rows={groups}
      rowKey={keyOf}
      selected={selected}
      onOpen={(group) => setOpen(selected === keyOf(group) ? '' : keyOf(group))}
      detail={(group) => (
        <RejectedList
          which={{ ...within, code: group.code, place: group.place }}
          code={group.code}
          total={group.count}
          examples={group.examples}
        />
      )}
    />
  );
}
