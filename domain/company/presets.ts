import { accessOf, Preset } from './records.ts';
import type { SupportedCompanies } from './records.ts';

/** The first preset that is this much: the book keeps what somebody may do, not under which name it was given. */
export function presetOf(access: SupportedCompanies): Preset {
  return Preset.options.find((preset) => accessOf[preset] === access) ?? 'none';
}
