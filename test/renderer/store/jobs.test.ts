import { describe, expect, it } from 'vitest';
import { pace } from '../../../renderer/store/jobs.ts';
import { seated } from './desk.ts';

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

describe('a job', () => {
  it('shows its newest report while it runs, and frees its slot when it ends', async () => {
    const { engine, store } = await seated();
    const running = store.getState().runJob('slow', 'Counting', 'project.summary', {});
    const id = store.getState().jobs.slow?.id ?? '';
    const report = { kind: 'progress' as const, phase: 'reading', total: 10, unit: 'rows' as const };
    engine.push({ ...report, job: id, done: 3 });
    engine.push({ ...report, job: 'another', done: 9 });
    expect(store.getState().jobs.slow).toMatchObject({ title: 'Counting', progress: { done: 3 } });
    expect((await running).ok).toBe(true);
    expect(store.getState().jobs).toEqual({});
    engine.push({ ...report, job: id, done: 4 });
    expect(store.getState().jobs).toEqual({});
  });
});
