import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { z } from 'zod';
import { understand } from '../../bot/conversation/understand.ts';
import { cs } from '../../cards/messages/cs.ts';
import { en } from '../../cards/messages/en.ts';
import { sk } from '../../cards/messages/sk.ts';

const file = (name: string): Buffer => readFileSync(fileURLToPath(new URL(`../../manifest/${name}`, import.meta.url)));
const Manifest = z.object({
  $schema: z.string(),
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  developer: z.object({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  name: z.object({ short: z.string(), full: z.string() }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.tuple([
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      supportsFiles: z.boolean(),
      isNotificationOnly: z.boolean(),
      commandLists: z.array(z.object({ scopes: z.array(z.string()), commands: z.array(z.object({ title: z.string(), description: z.string() })) })),
    }),
  ]),
  staticTabs: z.array(z.object({ entityId: z.string(), name: z.string(), contentUrl: z.string(), websiteUrl: z.string(), scopes: z.array(z.string()) })),
  validDomains: z.array(z.string()),
});
const manifest = Manifest.parse(JSON.parse(file('manifest.json').toString('utf8')));
const Texts = z.record(z.string(), z.string());
const translations = new Map(['cs', 'sk'].map((language) => [language, Texts.parse(JSON.parse(file(`${language}.json`).toString('utf8')))]));

interface Command {
  readonly title: string;
  readonly description: string;
}
const lists = manifest.bots[0].commandLists;

/** The command lists as a reader of that language sees them. */
function listsIn(language: string): readonly (readonly Command[])[] {
  const texts = translations.get(language);
  if (texts === undefined) return lists.map(({ commands }) => commands);
  const text = (list: number, command: number, what: string): string => texts[`bots[0].commandLists[${list}].commands[${command}].${what}`] ?? '';
  return lists.map(({ commands }, list) =>
    commands.map((_, command) => ({ title: text(list, command, 'title'), description: text(list, command, 'description') })),
  );
}

function namesIn(language: string): readonly string[] {
  const texts = translations.get(language);
  return texts === undefined ? [manifest.name.short, manifest.name.full] : [texts['name.short'] ?? '', texts['name.full'] ?? ''];
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** Row after row, without filters. */
  readonly pixels: readonly (readonly number[])[];
}

/** Reads a PNG of eight bits, unfiltered, as the two icons are. */
function picture(png: Buffer): Picture {
  const [width, height, colourType] = [png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(25)];
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const channels = colourType === 6 ? 4 : 3;
  const rows = Array.from({ length: height }, (_, row) => [...raw.subarray(row * (width * channels + 1), (row + 1) * (width * channels + 1))]);
  assert.ok(rows.every(([filter]) => filter === 0));
  const pixels = rows.flatMap((row) => Array.from({ length: width }, (_, column) => row.slice(1 + column * channels, 1 + (column + 1) * channels)));
  return { width, height, channels, pixels };
}

const languages = ['en', 'cs', 'sk'];

describe('the rules of the Teams store', () => {
  for (const language of languages) {
    it(`1: there are commands, each with a title and a description that fit, in ${language}`, () => {
      for (const commands of listsIn(language)) {
        assert.ok(commands.length >= 1 && commands.length <= 10);
        for (const { title, description } of commands) {
          assert.ok(title.length >= 1 && title.length <= 32, title);
          assert.ok(description.length >= 1 && description.length <= 128, description);
        }
      }
    });

    it(`7: no command begins with a slash and none stands twice, in ${language}`, () => {
      for (const commands of listsIn(language)) {
        const titles = commands.map(({ title }) => title);
        assert.equal(new Set(titles).size, titles.length);
        assert.deepEqual(
          titles.filter((title) => /^[/\\]/.test(title)),
          [],
        );
      }
    });

    it(`26: the name speaks of no other product and of no unfinished one, in ${language}`, () => {
      for (const name of namesIn(language)) assert.doesNotMatch(name, /teams|microsoft|office|365|beta|dev\b|preview|uat|test/i);
    });

    it(`a command chosen from the list is understood, and means the same in en and ${language}`, () => {
      const meaning = (commands: readonly Command[]): readonly unknown[] => commands.map(({ title }) => understand(title) ?? title);
      assert.deepEqual(listsIn(language).map(meaning), [
        [
          'redeem-product-keys',
          'send-purchase-offer',
          'send-trial-invitation',
          'attach-partner-of-record',
          'offers',
          'to-do',
          'home',
          'language',
          'help',
          'stop',
        ],
        ['help'],
      ]);
    });
  }

  it('20, 30: it is a bot that converses, in the three scopes, and takes no files', () => {
    const { scopes, supportsFiles, isNotificationOnly } = manifest.bots[0];
    assert.deepEqual(
      { scopes, supportsFiles, isNotificationOnly },
      { scopes: ['personal', 'team', 'groupChat'], supportsFiles: false, isNotificationOnly: false },
    );
    assert.deepEqual(lists.flatMap((list) => list.scopes).sort(), [...scopes].sort());
  });

  it('21: app and bot carry one id, and the name is the same in every language', () => {
    assert.equal(manifest.id, manifest.bots[0].botId);
    for (const language of languages) assert.equal(namesIn(language)[0], manifest.name.short);
  });

  it('22: the colour icon is a solid square of 192 by 192', () => {
    const { width, height, channels, pixels } = picture(file(manifest.icons.color));
    assert.deepEqual([width, height], [192, 192]);
    assert.ok(channels === 3 || pixels.every((pixel) => pixel[3] === 255));
    assert.ok(new Set(pixels.map(String)).size > 2);
  });

  it('22: the outline icon is 32 by 32, white or transparent, without padding', () => {
    const { width, height, channels, pixels } = picture(file(manifest.icons.outline));
    assert.deepEqual([width, height, channels], [32, 32, 4]);
    assert.ok(pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255));
    const seen = pixels.flatMap(([, , , alpha = 0], at) => (alpha > 0 ? [[at % 32, Math.floor(at / 32)] as const] : []));
    for (const axis of [0, 1] as const) {
      const places = seen.map((place) => place[axis]);
      assert.ok(Math.min(...places) <= 2 && Math.max(...places) >= 29, `the mark reaches the edges along axis ${axis}`);
    }
    assert.ok(seen.length < pixels.length / 2, 'most of it is transparent');
  });

  it('23: the pages about the publisher, privacy and terms stand at the public address', () => {
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;
    assert.deepEqual([websiteUrl, privacyUrl, termsOfUseUrl], ['${{PUBLIC_URL}}/', '${{PUBLIC_URL}}/privacy', '${{PUBLIC_URL}}/terms']);
    assert.deepEqual(manifest.validDomains, ['${{PUBLIC_HOST}}']);
  });

  it('the dashboard of renewals is a tab of each person, at the public address, named as the page names itself', () => {
    const page = '${{PUBLIC_URL}}/tab/renewals';
    assert.deepEqual(manifest.staticTabs, [{ entityId: 'renewals', name: en['renewals-tab.title'], contentUrl: page, websiteUrl: page, scopes: ['personal'] }]);
    assert.equal(translations.get('cs')?.['staticTabs[0].name'], cs['renewals-tab.title']);
    assert.equal(translations.get('sk')?.['staticTabs[0].name'], sk['renewals-tab.title']);
  });

  it('24: schema and version are public ones, the same in the language files', () => {
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
    const released = `https://developer.microsoft.com/json-schemas/teams/v${manifest.manifestVersion}/`;
    assert.ok(Number(manifest.manifestVersion.split('.')[1]) >= 10);
    assert.equal(manifest.$schema, `${released}MicrosoftTeams.schema.json`);
    for (const texts of translations.values()) assert.equal(texts['$schema'], `${released}MicrosoftTeams.Localization.schema.json`);
  });

  it('24: every text of the manifest is translated, and no translation is left over', () => {
    const commands = lists.flatMap(({ commands: list }, at) =>
      list.flatMap((_, command) => ['title', 'description'].map((what) => `bots[0].commandLists[${at}].commands[${command}].${what}`)),
    );
    const keys = [
      '$schema',
      'name.short',
      'name.full',
      'description.short',
      'description.full',
      ...manifest.staticTabs.map((_, at) => `staticTabs[${String(at)}].name`),
      ...commands,
    ];
    for (const texts of translations.values()) assert.deepEqual(Object.keys(texts).sort(), keys.sort());
  });
});
