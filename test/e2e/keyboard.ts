import type { Locator, Page } from 'playwright';

/** More stops than any screen has. */
const MOST_STOPS = 150;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** A person without a mouse: reaches everything by Tab. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Goes on with Tab until the target has the focus. */
  async reach(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await hasFocus(target)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab does not lead to ${target}`);
  }

  /** Presses a button by its name. */
  async push(name: string | RegExp): Promise<void> {
    const button = this.page.getByRole('button', { name });
    await this.reach(button);
    await this.press('Enter');
  }

  /** Goes to a tab, which the arrow keys choose among once one of them has the focus. */
  async choose(role: 'tab', name: string): Promise<void> {
    await this.reach(this.page.locator(`[role=${role}][aria-selected=true]`));
    for (let step = 0; step < 10; step += 1) {
      if (await hasFocus(this.page.getByRole(role, { name }))) return await this.press('Enter');
      await this.press('ArrowRight');
    }
    throw new Error(`The arrow keys do not lead to the ${role} ${name}`);
  }

  /** Puts a text into a field in place of what is there. */
  async fill(label: string, text: string): Promise<void> {
    await this.reach(this.page.getByLabel(label, { exact: true }));
    await this.press('ControlOrMeta+A');
    await this.type(text);
  }

  /** Adds names to a field of tags. */
  async addTags(label: string, names: readonly string[]): Promise<void> {
    await this.reach(this.page.getByRole('combobox', { name: label, exact: true }));
    for (const name of names) {
      await this.type(name);
      await this.press('Enter');
    }
  }

  /** Finds a command in the palette and runs it. */
  async command(words: string): Promise<void> {
    await this.press('ControlOrMeta+k');
    await this.page.getByRole('dialog').waitFor();
    await this.type(words);
    await this.press('Enter');
  }
}
