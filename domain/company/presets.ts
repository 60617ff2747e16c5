import { accessOf, Preset } from './records.ts';
import type { PartnerUser } from './records.ts';

/** The preset by which somebody has what they may do; `undefined` where several are this much and nobody has said which. */
export function presetOf({ preset, supportedCompanies }: Pick<PartnerUser, 'preset' | 'supportedCompanies'>): Preset | undefined {
  if (preset !== undefined && accessOf[preset] === supportedCompanies) return preset;
  const [only, second] = Preset.options.filter((each) => accessOf[each] === supportedCompanies);
  return second === undefined ? only : undefined;
}
