import { keyLength, normalised } from './product-key.ts';

/**
 * Does a chat message contain something that is most likely a product key?
 *
 * Yes for 25 letters and digits in a row or in groups, and for five dashed groups with a character too few or too many.
 * No for a sentence that happens to have 25 letters and digits, for phone numbers, dates, addresses and directory ids.
 */
export function looksLikeKeys(text: string): boolean {
  return text.split(/[\r\n,;\t]+/u).some((line) => dashedKey.test(upper(line)) || hasGroupedKey(groupsOf(line)));
}

// As on the card, also with one group mistyped. A directory id has groups of 8 and 12.
const dashedKey = /(?<![A-Z0-9-])(?=[A-Z-]*\d)(?=[\d-]*[A-Z])[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){4}(?![A-Z0-9-])/;

function upper(line: string): string {
  return line
    .split(/\s/u)
    .map((word) => word.split(dash).map(normalised).join('-'))
    .join(' ');
}

function groupsOf(line: string): readonly string[] {
  return line
    .split(/\s/u)
    .flatMap((word) => word.split(dash))
    .map(normalised)
    .filter((group) => group !== '');
}

const dash = /[\p{Pd}\u2212]/u;

function hasGroupedKey(groups: readonly string[]): boolean {
  return groups.some((_, from) => {
    let length = 0;
    for (let until = from; until < groups.length && length < keyLength; until += 1) {
      length += groups[until]?.length ?? 0;
      if (length === keyLength && isLikelyKey(groups.slice(from, until + 1))) return true;
    }
    return false;
  });
}

// Words of a sentence are letters, or a number; the groups of a key mix both.
function isLikelyKey(groups: readonly string[]): boolean {
  const key = groups.join('');
  if (!/^[A-Z0-9]+$/.test(key) || key.replace(/\D/g, '') === '' || key.replace(/\d/g, '').length < 4) return false;
  if (groups.length === 1) return true;
  const mixed = groups.filter((group) => /[A-Z]/.test(group) && /\d/.test(group));
  if (groups.every((group) => group.length === 5)) return mixed.length >= 2;
  return groups.every((group) => group.length >= 3) && mixed.join('').length * 2 >= keyLength;
}
