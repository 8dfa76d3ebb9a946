import { describe, expect, it } from 'vitest';
import { pace } from '../../../renderer/store/jobs.ts';

const job = (done: number, total: number | null) => ({
  id: 'j',
  title: 'Importing',
  startedAt: 0,
  cancelling: false,
  progress: { kind: 'progress' as const, job: 'j', phase: '', done, total, unit: 'records' as const },
});

describe('the pace of a job', () => {
  it('tells rate and time left', () => {
    expect(pace(job(500, 2000), 5000)).toEqual({ rate: 100, left: 15_000 });
  });

  it('tells no time left where the total is unknown, and nothing at the start', () => {
    expect(pace(job(500, null), 5000)).toEqual({ rate: 100, left: null });
    expect(pace(job(10, 2000), 100)).toEqual({ rate: null, left: null });
  });
});
