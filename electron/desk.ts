import { app, type BrowserWindow } from 'electron';
import { z } from 'zod';
import type { Result } from '../shared/contract/result.ts';
import type { PickedFile } from '../shared/contract/window.ts';
import { type Desk, dispatch } from './dispatch.ts';
import type { EngineProcess } from './engine-process.ts';
import type { FileTokens } from './file-tokens.ts';
import type { LaunchProject } from './launch-project.ts';
import { looksLike } from './looks.ts';
import { picked } from './picked.ts';
import { PreferencesFile } from './preferences.ts';
import { ProfilesFile } from './profiles.ts';
import { RaterGuard } from './rater-guard.ts';
import { RecentsFile } from './recents.ts';
import { Seat } from './seat.ts';
import { windowAnswers } from './window-commands.ts';

/** What the page can ask for; whatever it passes is checked here. */
export interface PageAnswers {
  call(name: unknown, input: unknown, options: unknown): Promise<Result<unknown>>;
  dropped(paths: unknown): Promise<PickedFile[]>;
}

interface DeskParts {
  window(): BrowserWindow | null;
  tokens: FileTokens;
  engine: EngineProcess;
  launch: LaunchProject;
}

const droppedPaths = z.array(z.string()).max(5000);

/** All that answers the page. It is loaded while the page is: the contract would hold the window up. */
export function pageAnswers(parts: DeskParts): PageAnswers {
  const settings = app.getPath('userData');
  const seat = new Seat(new PreferencesFile(settings), new ProfilesFile(settings));
  const recents = new RecentsFile(settings);
  looksLike(seat.preferences);
  const answers = windowAnswers({ ...parts, seat, recents });
  const desk: Desk = {
    tokens: parts.tokens,
    engine: parts.engine,
    seat,
    guard: new RaterGuard({
      isBarred: (name) => seat.isBarred(name),
      summary: async () => {
        const result = await parts.engine.call('project.summary', {});
        return result.ok ? result.value : {};
      },
    }),
    window: (name, input) => answers[name](input),
    opened: (path, name) => {
      recents.note(path, name);
      app.addRecentDocument(path);
    },
  };
  return {
    call: (name, input, options) => dispatch(desk, name, input, options),
    dropped: async (paths) => {
      const dropped = droppedPaths.safeParse(paths);
      return dropped.success ? await picked(dropped.data, parts.tokens) : [];
    },
  };
}
