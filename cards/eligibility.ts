import type { Eligibility, Need } from '../domain/company/eligibility.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';

/** What is missing, why, and who can change it (mission, row 10). */
export function eligibilityText(say: Say, lacking: Exclude<Eligibility, { readonly kind: 'eligible' }>): string {
  switch (lacking.kind) {
    case 'company-unknown':
      return say('eligibility.company-unknown');
    case 'person-lacks-right':
      return say(lacking.needed === 'limited' ? 'eligibility.person-limited' : 'eligibility.person-full');
    case 'company-lacks':
      return say(lacks[lacking.missing]);
  }
}

const lacks: Readonly<Record<Need, TextKey>> = {
  standing: 'eligibility.no-standing',
  distributor: 'eligibility.no-distributor',
  'partner-id': 'eligibility.no-partner-id',
  'indirect-reseller': 'eligibility.sells-directly',
  enrolled: 'eligibility.not-enrolled',
  certified: 'eligibility.not-certified',
};
