import type { KnownPartner } from '../domain/partner-of-record/records.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { bullets, facts, folded, note } from './kit.ts';
import type { Say } from './messages/say.ts';
import { partnerKinds } from './partner-words.ts';

export interface AttachPartnerIdView {
  readonly frame: Frame;
  readonly customer: string;
  readonly own?: { readonly partnerId: string; readonly name: string };
  /** At most twenty. */
  readonly known: readonly Pick<KnownPartner, 'partnerId' | 'name' | 'kind'>[];
  readonly moreKnown: boolean;
  /** One of the subscriptions was sold through a provider. */
  readonly indirect: boolean;
  readonly partnerId?: string;
}

/** Which Partner ID: the own one is filled in, those in the address book stand beside it. */
export function attachPartnerIdCard(say: Say, view: AttachPartnerIdView): AdaptiveCard {
  const { frame, customer, own, partnerId, indirect } = view;
  return formCard(say, frame, {
    heading: say('por.id-heading'),
    body: [
      facts([[say('redeem.customer'), customer]]),
      ...field(say, frame, {
        type: 'Input.Text',
        id: 'partnerId',
        label: say('por.id'),
        maxLength: 30,
        ...(partnerId === undefined ? {} : { value: partnerId }),
      }),
      note(own === undefined ? say('por.id-no-own') : say('por.id-own', own.partnerId, own.name)),
      ...(indirect ? [note(say('por.id-indirect'))] : []),
      ...knownOnes(say, view),
    ],
    submit: say('form.next'),
  });
}

function knownOnes(say: Say, { known, moreKnown }: AttachPartnerIdView): readonly Element[] {
  if (known.length === 0) return [];
  const lines = known.map(({ partnerId, name, kind }) =>
    name === undefined ? say('por.other', partnerId, say(partnerKinds[kind])) : say('por.id-line', partnerId, name, say(partnerKinds[kind])),
  );
  return folded('known', say('por.id-known'), [bullets(lines), ...(moreKnown ? [note(say('por.id-more', known.length))] : [])]);
}
