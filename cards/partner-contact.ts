import type { CompanyInformation } from '../domain/company/confirmed.ts';
import type { Element } from './adaptive-card.ts';
import { facts } from './kit.ts';
import type { Say } from './messages/say.ts';

/** What every card for a customer ends with: the partner's name, phone, e-mail and address, as a person confirmed them (mission, row 12). */
export function partnerContact(say: Say, company: CompanyInformation): readonly Element[] {
  const rows = [
    [say('company.name'), company.name],
    [say('company.phone'), company.phone],
    [say('company.email'), company.email],
    [say('company.address'), company.address],
  ] as const;
  return [
    {
      type: 'Container',
      spacing: 'Large',
      separator: true,
      items: [{ type: 'TextBlock', text: say('contact.heading'), wrap: true, style: 'heading', size: 'Medium', weight: 'Bolder' }, facts(rows)],
    },
  ];
}
