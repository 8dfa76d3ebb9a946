import { refuse } from '../../shared/contract/errors.ts';
import type { PushedEvent } from '../../shared/contract/events.ts';
import type { ProjectSummary, RaterSummary } from '../../shared/contract/project.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Preferences, RecentProject } from '../../shared/contract/window.ts';
import type { Bridge } from '../calls.ts';
import { firstSection, type Route, rememberedRater, type Section } from './routes.ts';
import type { Slice } from './state.ts';

export interface NewProject {
  /** Token of the place chosen for it. */
  file: string;
  name: string;
  /** Token of a rubric file; without one the default rubric is used. */
  rubric?: string | undefined;
}

export type EngineState = Extract<PushedEvent, { kind: 'engine' }>;
type Opened = Promise<Result<ProjectSummary>>;

export interface SessionSlice {
  /** False until the program has told its state. */
  started: boolean;
  version: string;
  preferences: Preferences;
  recents: readonly RecentProject[];
  project: ProjectSummary | null;
  /** Who is at the desk; null until told. */
  person: RaterSummary | null;
  route: Route;
  engine: EngineState;
  /** What opening the project had to do, until someone has seen it. */
  notices: readonly string[];
  /** What went wrong with the project the program was started with, or was handed later. */
  openFailure: Extract<Result<never>, { ok: false }>['error'] | null;

  /** Asks for the program's state and opens the project it was started with. */
  begin(): Promise<void>;
  /** Like every way away from the desk, asks first where ratings could not be saved: `CANCELLED` when the rater stays. */
  createProject(project: NewProject): Opened;
  createSample(): Opened;
  openProject(file: string): Opened;
  closeProject(): Promise<void>;
  /** True when nothing is left unsaved, or the rater leaves without what cannot be saved. */
  mayLeave(): Promise<boolean>;
  /** Reads the project's counts, raters and rubric again, after something changed them. */
  refreshProject(): Promise<void>;
  addRater(name: string): Promise<Result<RaterSummary>>;
  /** Seats a rater at the desk and shows the screen used last. */
  choosePerson(person: RaterSummary): Promise<void>;
  /** Asks again who is at the desk. */
  leaveDesk(): Promise<void>;
  navigate(section: Section): void;
  forgetRecent(file: string): Promise<void>;
  remember(change: Partial<Preferences>): void;
  dismissOpenFailure(): void;
  dismissNotices(): void;
}

const NO_PREFERENCES: Preferences = { theme: 'system', textSize: 18, people: {}, screens: {} };
/** How long the program shows nothing rather than a screen without its first item. */
const FIRST_ITEM_MS = 300;
const ENGINE_UP: EngineState = { kind: 'engine', state: 'up', message: '' };

export const sessionSlice =
  (bridge: Bridge): Slice<SessionSlice> =>
  (set, get) => {
    const seat = (person: RaterSummary | null) => {
      get().desk.close();
      bridge.actAs(person?.name ?? null);
      get().showOverlay(null);
      set({ person });
    };

    /** Leaves the desk for another project, unless the rater stays. */
    const enter = async (open: () => Opened): Opened =>
      (await get().mayLeave()) ? show(await open()) : refuse('CANCELLED', 'The project stays open.');

    /** Shows a project that has just been opened, or hands the failure on. */
    const show = (result: Result<ProjectSummary>) => {
      if (!result.ok) return result;
      seat(null);
      const project = result.value;
      const route = firstSection(project, get().preferences);
      set({ project, route, notices: project.notices, openFailure: null });
      return result;
    };

    const openQueue = async () => {
      if (get().route === 'rate' && get().person) await get().desk.open();
    };

    const refreshRecents = async () => {
      const state = await bridge.call('app.state', {});
      if (state.ok) set({ recents: state.value.recents });
    };

    const launch = async (file: string) => {
      const opened = show(await bridge.call('project.open', { file }));
      if (!opened.ok) {
        set({ openFailure: opened.error });
        return;
      }
      seat(rememberedRater(opened.value, get().preferences));
      // Drawn once, with the first item on it, unless that takes long.
      await Promise.race([openQueue(), new Promise((resolve) => setTimeout(resolve, FIRST_ITEM_MS))]);
    };

    /** Opens a project that the system hands over; nobody waits for the answer, so that a failure is kept. */
    const handOver = async (file: string) => {
      const opened = await get().openProject(file);
      if (!opened.ok && opened.error.code !== 'CANCELLED') set({ openFailure: opened.error });
    };

    const onPushed = (event: PushedEvent) => {
      if (event.kind === 'progress') get().noteProgress(event);
      else if (event.kind === 'open') void handOver(event.file);
      else {
        set({ engine: event });
        if (event.state === 'up') void get().desk.refresh();
      }
    };

    return {
      started: false,
      version: '',
      preferences: NO_PREFERENCES,
      recents: [],
      project: null,
      person: null,
      route: 'start',
      engine: ENGINE_UP,
      notices: [],
      openFailure: null,

      async begin() {
        bridge.listen(onPushed);
        const state = await bridge.call('app.state', {});
        if (!state.ok) {
          set({ started: true, openFailure: state.error });
          return;
        }
        const { version, preferences, recents, launch: file } = state.value;
        set({ version, preferences, recents });
        if (file !== null) await launch(file);
        set({ started: true });
      },

      mayLeave: async () => (await get().desk.secure()) || get().askToLeave(),

      async createProject({ file, name, rubric }) {
        return enter(() => bridge.call('project.create', { file, name, ...(rubric ? { rubric } : {}) }));
      },

      async createSample() {
        const place = await bridge.call('pick.sampleProject', {});
        if (!place.ok) return place;
        return enter(() => bridge.call('project.createSample', { file: place.value.file }));
      },

      async openProject(file) {
        return enter(() => bridge.call('project.open', { file }));
      },

      async closeProject() {
        if (!(await get().mayLeave())) return;
        await bridge.call('project.close', {});
        seat(null);
        set({ project: null, route: 'start' });
        await refreshRecents();
      },

      async refreshProject() {
        const summary = await bridge.call('project.summary', {});
        if (summary.ok) set({ project: summary.value });
      },

      async addRater(name) {
        const added = await bridge.call('rater.add', { name });
        if (added.ok) await get().refreshProject();
        return added;
      },

      async choosePerson(person) {
        if (!(await get().mayLeave())) return;
        const { project, preferences, remember } = get();
        seat(person);
        set({ notices: [] });
        if (project) remember({ people: { ...preferences.people, [project.id]: person.name } });
        void openQueue();
      },

      async leaveDesk() {
        if (await get().mayLeave()) seat(null);
      },

      navigate(section) {
        const { project, preferences, remember, route, desk, showOverlay } = get();
        if (!project || route === section) return;
        desk.flush();
        showOverlay(null);
        set({ route: section });
        void openQueue();
        remember({ screens: { ...preferences.screens, [project.id]: section } });
      },

      async forgetRecent(file) {
        await bridge.call('app.forgetRecent', { file });
        await refreshRecents();
      },

      remember(change) {
        set({ preferences: { ...get().preferences, ...change } });
        void bridge.call('app.remember', change);
      },

      dismissOpenFailure: () => set({ openFailure: null }),
      dismissNotices: () => set({ notices: [] }),
    };
  };
