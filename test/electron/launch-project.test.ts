import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileTokens } from '../../electron/file-tokens.ts';
import { LaunchProject, projectArgument } from '../../electron/launch-project.ts';

describe('the project on the command line', () => {
  test.each([
    [['electron', '.', 'study.touchstone'], join('/home/ada', 'study.touchstone')],
    [['touchstone', '--no-sandbox', '/data/study.touchstone'], resolve('/data/study.touchstone')],
    [['touchstone', '--file=study.touchstone'], null],
    [['study.touchstone'], null],
    [['touchstone', 'transcripts.jsonl'], null],
  ])('%j', (args, expected) => {
    expect(projectArgument(args, '/home/ada')).toBe(expected && resolve(expected));
  });
});

describe('a project the system asks for', () => {
  const watched = () => {
    const tokens = new FileTokens();
    const pushed: string[] = [];
    const launch = new LaunchProject(tokens, (token) => pushed.push(tokens.take(token) ?? ''));
    return { tokens, launch, pushed };
  };

  test('waits until the page asks, and is given out once', () => {
    const { tokens, launch, pushed } = watched();
    launch.request('/one.touchstone');
    const token = launch.take();
    expect(tokens.take(token ?? '')).toBe('/one.touchstone');
    expect(launch.take()).toBeNull();
    expect(pushed).toEqual([]);
  });

  test('comes back when the page is loaded again, unless another was asked for', () => {
    const { tokens, launch, pushed } = watched();
    launch.take();
    launch.pageLoads('/open.touchstone');
    expect(tokens.take(launch.take() ?? '')).toBe('/open.touchstone');
    launch.pageLoads('/open.touchstone');
    launch.request('/other.touchstone');
    expect(tokens.take(launch.take() ?? '')).toBe('/other.touchstone');
    launch.pageLoads(null);
    expect(launch.take()).toBeNull();
    expect(pushed).toEqual([]);
  });

  test('is pushed once the page has asked', () => {
    const { launch, pushed } = watched();
    expect(launch.take()).toBeNull();
    launch.request('/two.touchstone');
    expect(pushed).toEqual(['/two.touchstone']);
    expect(launch.take()).toBeNull();
  });
});
