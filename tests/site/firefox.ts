/**
 * An installed Firefox for the tests (`SIGLUM_BROWSER=firefox`), driven by WebDriver BiDi.
 *
 * Playwright sets media features by a command that Firefox ESR does not know; it is left out. A
 * theme is chosen by a preference instead.
 */
import { existsSync } from 'node:fs';
import { type Browser, firefox } from 'playwright-core';

/** The preference of the look that pages ask for: 0 is dark, 1 is light. */
const LOOK = 'layout.css.prefers-color-scheme.content-override';

const COMMAND = 'emulation.setMediaFeaturesOverride';

type Send = (this: unknown, command: string, parameters: unknown) => Promise<unknown>;

interface Bidi {
  readonly _connection: { toImpl(browser: unknown): { _browserSession: object } };
}

export async function openFirefox(look: 'dark' | 'light' = 'light'): Promise<Browser> {
  const executablePath = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
  if (!executablePath) throw new Error('there is no Firefox in /usr/bin');
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath,
    firefoxUserPrefs: { [LOOK]: look === 'dark' ? 0 : 1 },
  });
  const { _connection } = browser as unknown as Bidi;
  const sessions = Object.getPrototypeOf(_connection.toImpl(browser)._browserSession) as {
    send: Send;
  };
  const { send } = sessions;
  sessions.send = function (command, parameters) {
    return command === COMMAND ? Promise.resolve({}) : send.call(this, command, parameters);
  };
  return browser;
}
