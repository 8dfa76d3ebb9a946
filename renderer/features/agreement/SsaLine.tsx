import { useEffect } from 'react';
import { statistic } from '../../ui/format.ts';
import { useCall } from '../../ui/useCall.ts';
import classes from './Agreement.module.css';
import { intervalText } from './words.ts';

/** Sensibleness and specificity average of all answers, where the rubric asks for both; read again with each count. */
export function SsaLine({ countedAt }: { countedAt: string | null }) {
  const { value, reload } = useCall('project.stats', {});
  useEffect(() => {
    if (countedAt !== null) void reload();
  }, [countedAt, reload]);
  if (!value || value.ssa.value === null) return null;
  const interval = intervalText(value.ssa);
  return (
    <p className={classes.ssa}>
      <span className={classes.figure}>{statistic(value.ssa.value)}</span> SSA, the mean of the sensibleness
      and the specificity rate{interval ? `; 95 % interval ${interval}` : ''}.
    </p>
  );
}
