import { refuse } from '../../shared/contract/errors.ts';
import type { PushedEvent } from '../../shared/contract/events.ts';
import type { ProjectSummary, RaterSummary } from '../../shared/contract/project.ts';
import { ok, type Result } from '../../shared/contract/result.ts';
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
  /** Who wanted to sit down and was not let in yet: their PIN is asked for. */
  asked: RaterSummary | null;
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
  /** Makes a project of a packet of work and seats its rater. */
  openPacket(packet: { file: string; out: string; passphrase?: string }): Opened;
  closeProject(): Promise<void>;
  /** True when nothing is left unsaved, or the rater leaves without what cannot be saved. */
  mayLeave(): Promise<boolean>;
  /** Reads the project's counts, raters and rubric again, after something changed them. */
  refreshProject(): Promise<void>;
  addRater(name: string): Promise<Result<RaterSummary>>;
  /** Seats a rater at the desk, in their colours, keys and language. Without the PIN it takes, they are asked for it. */
  choosePerson(person: RaterSummary, pin?: string): Promise<Result<null>>;
  /** Asks again who is at the desk. */
  leaveDesk(): Promise<void>;
  navigate(section: Section): void;
  forgetRecent(file: string): Promise<void>;
  remember(change: Partial<Preferences>): void;
  dismissOpenFailure(): void;
  dismissNotices(): void;
}

const NO_PREFERENCES: Preferences = {
  theme: 'system',
  textSize: 18,
  textFont: 'serif',
  textWidth: 68,
  textSpacing: 160,
  language: 'system',
  hand: 'both',
  keys: {},
  commands: [],
  snippets: [],
  people: {},
  screens: {},
};
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
      set({ person, asked: null });
    };

    /** Says that nobody is at the desk; what comes then looks as the machine does. */
    const tellLeft = async () => {
      const left = await bridge.call('profile.leave', {});
      if (left.ok && get().person === null) set({ preferences: left.value });
    };

    const unseat = async () => {
      seat(null);
      await tellLeft();
    };

    /** Asks to be let in, and seats the person who is. */
    const sit = async (person: RaterSummary, pin?: string): Promise<Result<null>> => {
      // What whoever sits there has still to store is stored in their own name.
      if (get().person) get().desk.close();
      const entered = await bridge.call('profile.enter', {
        name: person.name,
        ...(pin === undefined ? {} : { pin }),
      });
      if (!entered.ok) {
        if (get().person) await unseat();
        set({ asked: person });
        return entered;
      }
      seat(person);
      set({ preferences: entered.value });
      return ok(null);
    };

    /** Leaves the desk for another project, unless the rater stays. */
    const enter = async (open: () => Opened): Opened =>
      (await get().mayLeave()) ? show(await open()) : refuse('CANCELLED', 'The project stays open.');

    /** Shows a project that has just been opened, or hands the failure on. */
    const show = (result: Result<ProjectSummary>) => {
      if (!result.ok) return result;
      if (get().person) void unseat();
      const project = result.value;
      const route = firstSection(project, get().preferences);
      set({ project, route, notices: project.notices, openFailure: null, asked: null });
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
      const remembered = rememberedRater(opened.value, get().preferences);
      if (remembered) await sit(remembered);
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
      else if (event.kind === 'presence') get().desk.setAway('locked', !event.isHere);
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
      asked: null,
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
        if (!get().person) void tellLeft();
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

      async openPacket(packet) {
        const opened = await enter(() => bridge.call('packet.open', packet));
        const rater = opened.ok ? opened.value.raters[0] : undefined;
        if (rater) await get().choosePerson(rater);
        return opened;
      },

      async openProject(file) {
        return enter(() => bridge.call('project.open', { file }));
      },

      async closeProject() {
        if (!(await get().mayLeave())) return;
        await bridge.call('project.close', {});
        await unseat();
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

      async choosePerson(person, pin) {
        if (!(await get().mayLeave())) return refuse('CANCELLED', 'The desk stays as it is.');
        const entered = await sit(person, pin);
        if (!entered.ok) return entered;
        const { project, preferences, remember } = get();
        set({ notices: [] });
        if (project) remember({ people: { ...preferences.people, [project.id]: person.name } });
        void openQueue();
        return entered;
      },

      async leaveDesk() {
        if (await get().mayLeave()) await unseat();
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
        // What was said last was said in the language before.
        if (change.language !== undefined) get().desk.tell('');
        set({ preferences: { ...get().preferences, ...change } });
        void bridge.call('app.remember', change);
      },

      dismissOpenFailure: () => set({ openFailure: null }),
      dismissNotices: () => set({ notices: [] }),
    };
  };
