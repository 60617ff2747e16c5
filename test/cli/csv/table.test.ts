import assert from 'node:assert/strict';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { Table, TableRow } from '../../../bot/cli/csv/table.ts';
import { openTable, rowsOf } from '../../../bot/cli/csv/table.ts';
import { guarded, tidied } from '../../../bot/cli/csv/tidied.ts';
import { importFiles } from '../../../bot/cli/files/import-files.ts';
import { inTempFolder } from '../../support/temp-folder.ts';
import { listed } from './pieces.ts';

// Windows-1250, the bytes of what a Czech spreadsheet writes.
const zluty = Uint8Array.from([0x8e, 0x6c, 0x75, 0x9d, 0x6f, 0x75, 0xe8, 0x6b, 0xfd, 0x20, 0x6b, 0xf9, 0xf2]);
const header = 'customer,domain,country\n';

describe('a file that is imported', () => {
  it('is recognised by its columns in any order and case, between commas, semicolons or tabs', async () => {
    for (const [delimiter, name] of [
      [',', 'a.csv'],
      [';', 'b.csv'],
      ['\t', 'c.txt'],
    ] as const) {
      const content = [
        ['COUNTRY', 'Customer', ' domain '],
        ['CZ', 'Contoso', 'contoso.cz'],
      ]
        .map((cells) => cells.join(delimiter))
        .join('\n');
      await opened(name, content, async (table, rows) => {
        assert.equal(table?.file.name, 'customers.csv');
        assert.deepEqual(rows, [{ kind: 'row', line: 2, row: { country: 'CZ', customer: 'Contoso', domain: 'contoso.cz' } }]);
      });
    }
  });

  it('tells its unknown columns, also those that are named like parts of every object', async () => {
    await opened('a.csv', 'customer,domain,country,__proto__,constructor,note\nContoso,contoso.cz,CZ,x,y,z\n', async (table, rows) => {
      assert.deepEqual(table?.unknownColumns, ['__proto__', 'constructor', 'note']);
      assert.deepEqual(rows, [{ kind: 'row', line: 2, row: { customer: 'Contoso', domain: 'contoso.cz', country: 'CZ' } }]);
    });
  });

  it('is recognised as the kind of file of which it has most columns', async () => {
    await opened('a.csv', 'customerDomain,name,upn,objectId,companyRole,supportedCompanies\n', async (table) => assert.equal(table?.file.name, 'users.csv'));
  });

  it('is read as UTF-8 with and without a byte order mark, as UTF-16 and as Windows-1250', async () => {
    const text = `${header}Žluťoučký kůň,kun.cz,CZ\n`;
    const windows = Buffer.concat([Buffer.from(header), zluty, Buffer.from(',kun.cz,CZ\n')]);
    const files = { 'a.csv': text, 'b.csv': `\ufeff${text}`, 'c.csv': Buffer.from(`\ufeff${text}`, 'utf16le'), 'd.csv': windows };
    for (const [name, content] of Object.entries(files)) {
      await opened(name, content, async (_table, rows) => assert.deepEqual(rows.map(nameIn), ['Žluťoučký kůň']));
    }
  });

  it('is read whole where a letter of two bytes lies across two pieces of it', async () => {
    const text = `${header}${'x'.repeat(32 * 1024 - header.length - 1)}ž,kun.cz,CZ\n`;
    await opened('a.csv', text, async (_table, rows) => assert.equal(nameIn(rows[0])?.endsWith('xž'), true));
  });

  it('stays UTF-8 when its last letter was cut in half', async () => {
    const bytes = Buffer.from(`${header}Kůň,kun.cz,CZ\nDvořák,dvorak.cz,Č`);
    await opened('a.csv', bytes.subarray(0, -1), async (_table, rows) => {
      assert.equal(nameIn(rows[0]), 'Kůň');
      assert.deepEqual(rows[1], { kind: 'unreadable-character', line: 3, column: 'country' });
    });
  });

  it('has the line numbers of the file, quoted line ends counted', async () => {
    await opened('a.csv', `\n${header}"Contoso\nBrno",contoso.cz,CZ\nFabrikam,fabrikam.sk,SK\n`, async (_table, rows) => {
      assert.deepEqual(
        rows.map((row) => [row.line, nameIn(row)]),
        [
          [3, 'Contoso Brno'],
          [5, 'Fabrikam'],
        ],
      );
    });
  });

  it('tells a line that was cut off, one with too many cells, and passes over one of nothing but separators', async () => {
    await opened('a.csv', `${header}Contoso,contoso.cz\nA,a.cz,CZ,more\nB,b.cz,CZ,,\n,,\n`, async (_table, rows) => {
      assert.deepEqual(
        rows.map((row) => row.kind),
        ['cells-missing', 'cells-missing', 'row'],
      );
    });
  });

  it('is not taken when it is something else', async () => {
    for (const content of [
      '',
      '\n\n',
      'hello',
      'name;surname\n',
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 8, 0]),
      Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 131) % 256)),
    ]) {
      await opened('a.csv', content, async (table) => assert.equal(table, undefined));
    }
  });
});

describe('a cell', () => {
  it('is written so that no spreadsheet takes it for a formula, and read as it was', () => {
    for (const text of ['=1+1', '+420 555', '-', '@sum', "'=x", "''=x", "O'Hara", "'tis", 'Contoso']) {
      assert.equal(/^[=+\-@\t\r]/.test(guarded(text)), false);
      assert.equal(tidied(guarded(text)), text);
    }
  });

  it('loses the space around it, keeps one inside, and is one form of each letter', () => {
    assert.equal(tidied('  Dvor\u030ca\u0301k\u00a0\n a  syn '), 'Dvořák a syn');
  });
});

async function opened(name: string, content: string | Uint8Array, look: (table: Table | undefined, rows: readonly TableRow[]) => Promise<void>): Promise<void> {
  await inTempFolder(async (folder) => {
    const path = join(folder, name);
    await writeFile(path, content);
    const table = await openTable(path, importFiles);
    await look(table, table === undefined ? [] : (await listed(rowsOf(table))).flat());
  });
}

function nameIn(row: TableRow | undefined): string | undefined {
  return row?.kind === 'row' ? row.row['customer'] : undefined;
}
