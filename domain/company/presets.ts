import { z } from 'zod';
import type { SupportedCompanies } from './records.ts';

/** What people are made of, in the words of partners: the agents of Partner Center, and a colleague who only reads. */
export const Preset = z.enum(['none', 'sales-agent', 'helpdesk-agent', 'admin-agent']);
export type Preset = z.infer<typeof Preset>;

/** What each of them may do for supported companies (mission, Rights of the partner's own people). */
export const accessOf: Readonly<Record<Preset, SupportedCompanies>> = {
  none: 'none',
  'sales-agent': 'limited',
  'helpdesk-agent': 'limited',
  'admin-agent': 'full',
};

/** The first preset that is this much: the book keeps what somebody may do, not under which name it was given. */
export function presetOf(access: SupportedCompanies): Preset {
  return Preset.options.find((preset) => accessOf[preset] === access) ?? 'none';
}
