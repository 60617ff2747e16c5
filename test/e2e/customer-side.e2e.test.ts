import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import { enterYourProductKey } from '../../domain/shared/guides.ts';
import { withBrowser } from '../support/browser.ts';
import { buttonsOf, openPlaygroundChat } from '../support/playground.ts';
import type { PlaygroundChat, Shown } from '../support/playground.ts';
import { openPlaygroundPage } from '../support/playground-page.ts';
import { hides, shows } from '../support/playground-steps.ts';
import { openSampleWorld } from '../support/sample-world.ts';
import type { SampleWorld } from '../support/sample-world.ts';

const say = sayIn('cs');
/** What stands in the partner's book and is nobody else's business. */
const ofThePartner = ['Nováková', 'Pekařství', 'Small Business'] as const;

/** Microsoft's page for customers, one link, and nothing else to do. */
function isMicrosoftsPage(shown: Shown): void {
  shows(shown, say('customers-page.heading'), say('customers-page.body'));
  assert.ok(JSON.stringify(shown.card).includes(enterYourProductKey.link));
  assert.deepEqual(buttonsOf(shown), []);
  hides(shown, ...ofThePartner);
}

describe('a customer’s admin in the Playground', function () {
  this.timeout(120_000);
  let world: SampleWorld;
  before(async () => {
    world = await openSampleWorld();
  });
  after(() => world.close());

  /** Karel Beneš of Contoso, in Czech, whatever was spoken before. */
  async function asKarel(work: (karel: PlaygroundChat) => Promise<void>): Promise<void> {
    await using karel = await openPlaygroundChat(world.customer);
    await karel.click(await karel.ask('jazyk'), 'Čeština');
    await work(karel);
  }

  it('gets Microsoft’s page for redeeming a key, in whatever language it is asked for, and nothing else', () =>
    asKarel(async (karel) => {
      for (const words of ['redeem', 'uplatnit kód', 'použiť kód']) isMicrosoftsPage(await karel.ask(words));
    }));

  it('is told to delete a key that was written into the chat; it is not taken and not repeated', () =>
    asKarel(async (karel) => {
      const [key = 'no key'] = world.keys('small-business', 1);
      const answer = await karel.ask(`Tady je: ${key}`);
      isMicrosoftsPage(answer);
      shows(answer, say('conversation.key-not-taken'));
      hides(answer, key, key.slice(-5));
    }));

  it('is told what the chat is for whatever else is said, and by whom, and never anything of the partner’s book', () =>
    asKarel(async (karel) => {
      for (const words of ['ahoj', 'úkoly', 'zbývající kódy', 'kontrolní seznam', 'opravit e-mail', '👍']) {
        const answer = await karel.ask(words);
        shows(answer, say('help.customer-heading'), 'Northwind Partner', '+420 555 010 010', 'info@northwind-partner.example');
        hides(answer, ...ofThePartner);
      }
    }));

  it('reads Slovak and English from the click on', () =>
    asKarel(async (karel) => {
      for (const language of ['sk', 'en'] as const) {
        const voice = sayIn(language);
        shows(await karel.click(await karel.ask('jazyk'), voice('language.name')), voice('language.chosen', voice('language.name')));
        shows(await karel.ask('redeem'), voice('customers-page.heading'));
      }
    }));

  it('sees it in the page of the Playground', function () {
    return withBrowser(this, async (browser) => {
      const page = await openPlaygroundPage(browser, world.customer);
      await page.say('jazyk');
      await page.click('Čeština');
      await page.sees(say('language.chosen', 'Čeština'));
      await page.say('uplatnit kód');
      await page.sees(say('customers-page.body'));
      await page.picture('customer-1-redeem');
      assert.deepEqual(await page.barriers(), []);
      await page.say('ahoj');
      await page.sees(say('help.customer'));
      await page.picture('customer-2-help');
      assert.deepEqual(await page.barriers(), []);
      await page.close();
    });
  });
});
