import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import { withBrowser } from '../support/browser.ts';
import { openPlaygroundPage } from '../support/playground-page.ts';
import type { PlaygroundPage } from '../support/playground-page.ts';
import { openSampleWorld } from '../support/sample-world.ts';
import type { SampleWorld } from '../support/sample-world.ts';

const say = sayIn('cs');
const customer = {
  organisation: 'Žluťoučký kůň <b>& synové</b>',
  domain: 'zlutoucky-kun.example',
  admin: 'Želmíra Vŕbová',
  email: 'zelmira@zlutoucky-kun.example',
};

/** Looks at what came up: the words, a picture for people, and axe. */
async function looksAt(page: PlaygroundPage, picture: string, ...words: readonly string[]): Promise<void> {
  for (const piece of words) await page.newestCard().getByText(piece).first().waitFor();
  await page.picture(`redeem-${picture}`);
  assert.deepEqual(await page.barriers(), []);
}

async function beginsWithKeys(page: PlaygroundPage, keys: readonly string[]): Promise<void> {
  await page.sees(say('welcome.heading'));
  await page.picture('redeem-00-welcome');
  await page.say('ahoj');
  await page.sees(say('home.jobs'));
  await looksAt(page, '01-home', 'Northwind Partner');
  await page.say('uplatnit kód');
  await page.sees(say('redeem.acknowledge-what'));
  await page.check(say('redeem.understood'));
  await looksAt(page, '02-acknowledgement');
  await page.click(say('redeem.start-now'));
  await page.sees(say('redeem.purpose-heading'));
  await page.choose(say('redeem.purpose'), say('redeem.purpose-new-subscription'));
  await page.fill(say('redeem.people'), '5');
  await looksAt(page, '03-purpose');
  await page.click(say('form.next'));
  await page.sees(say('redeem.keys-heading'));
  await page.fill(say('redeem.keys-label'), [...keys, 'TRYME-0O5S'].join('\n'));
  await looksAt(page, '04-keys', say('redeem.keys-of', 0, 5));
  await page.click(say('form.next'));
  await looksAt(page, '05-keys-problem', say('redeem.wrong-length', 1, 9));
  await page.fill(say('redeem.keys-more-label'), '');
  await page.click(say('form.next'));
  await looksAt(page, '06-keys-review', say('redeem.keys-review-heading'), say('redeem.keys-of', 3, 5), say('redeem.too-few', 2));
}

async function tellsTheCustomer(page: PlaygroundPage): Promise<void> {
  await page.click(say('redeem.keys-done'));
  await page.sees(say('redeem.country-heading'));
  await page.choose(say('redeem.country'), say.country('SK'));
  await looksAt(page, '07-country');
  await page.click(say('form.next'));
  await page.sees(say('redeem.organisation-heading'));
  await page.tabTo(say('redeem.organisation'), 'Shift+Tab');
  await page.type(customer.organisation);
  await page.type(customer.domain);
  await looksAt(page, '08-organisation');
  await page.tabTo(say('form.next'));
  await page.type('', 'Enter');
  await page.sees(say('redeem.admin-heading'));
  await page.fill(say('redeem.admin-name'), customer.admin);
  await page.fill(say('redeem.admin-email'), customer.email);
  await looksAt(page, '09-admin');
  await page.click(say('form.next'));
  await page.sees(say('redeem.agreement-online-services'));
  await page.check(say('redeem.agreed'));
  await looksAt(page, '10-agreement');
  await page.click(say('form.next'));
}

describe('redeeming product keys in the page of the Playground', function () {
  this.timeout(120_000);
  let world: SampleWorld;
  before(async () => {
    world = await openSampleWorld();
  });
  after(() => world.close());

  it('is done by somebody who reads Czech, clicks, types and uses the keyboard alone for one form', function () {
    return withBrowser(this, async (browser) => {
      const page = await openPlaygroundPage(browser, world.partner);
      const keys = world.keys('small-business', 3);
      await beginsWithKeys(page, keys);
      await tellsTheCustomer(page);
      await looksAt(
        page,
        '11-review',
        say('redeem.review-heading-new'),
        say.country('SK'),
        customer.organisation,
        customer.domain,
        customer.admin,
        customer.email,
      );
      await page.click(say('redeem.create-account'));
      await looksAt(page, '12-receipt', say('redeem.receipt-heading-new'), customer.organisation, say('hand-off.to-do', 'Jana Nováková'));
      const content = await page.page.content();
      for (const key of keys) assert.ok(!content.includes(key));
      await page.click(say('hand-off.confirm'));
      await looksAt(page, '13-confirmed', 'U Microsoftu: potvrzeno');
      await page.click(say('redeem.receipt-checklist'));
      await looksAt(page, '14-checklist', say('checklist.heading'), say('checklist.partner-of-record'));
      await page.say('úkoly');
      await page.sees(say('to-do.none'));
      await looksAt(page, '15-to-do');
      await page.close();
    });
  });
});
