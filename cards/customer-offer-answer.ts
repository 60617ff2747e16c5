import { execute } from './actions.ts';
import type { Action, Element, TextInput } from './adaptive-card.ts';
import { mayAnswer } from './customer-offer-view.ts';
import type { CustomerOfferView } from './customer-offer-view.ts';
import { field } from './form.ts';
import { note, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';

/** What this reader can do about it, in words, and the fields that are asked of them. */
export function readerOf(say: Say, view: CustomerOfferView): readonly Element[] {
  const { reader, stand } = view;
  switch (reader.kind) {
    case 'admin':
      return stand.kind === 'waiting' && mayAnswer(view) ? [text(say('customer-offer.waiting-admin'))] : [];
    case 'colleague':
      return [warning([say('customer-offer.only-admins'), whoCan(say, reader.admins)])];
    case 'unknown':
      return [
        warning(
          reader.isUnproven === true
            ? [say('customer-offer.unverified'), ...requestOf(say, view)]
            : [say('customer-offer.only-admins'), say('customer-offer.unknown-person'), whoCan(say, reader.admins), ...requestOf(say, view)],
        ),
      ];
    case 'guest':
      return mayAnswer(view) ? guestsPart(say, view, reader.isAdmin) : [];
    case 'visitor':
      return visitorsPart(say, view);
    case 'partner':
      return [note(say('customer-offer.own'))];
  }
}

/** Whom to ask, by name. */
export function whoCan(say: Say, admins: readonly string[]): string {
  return admins.length === 0 ? say('customer-offer.nobody-named') : say('customer-offer.who-can', say.list(admins));
}

function requestOf(say: Say, { reader }: CustomerOfferView): readonly string[] {
  if (reader.kind !== 'unknown' || reader.request === undefined) return [];
  const { at, settled } = reader.request;
  return [settled === undefined ? say('customer-offer.asked', say.instant(at)) : say('customer-offer.not-named', say.instant(settled.at))];
}

function guestsPart(say: Say, view: CustomerOfferView, isAdmin: boolean): readonly Element[] {
  const leftOut = !isAdmin && view.offer.content.delegation !== undefined ? [warning([say('customer-offer.guest-delegation')])] : [];
  return [text(say(isAdmin ? 'customer-offer.guest-admin' : 'customer-offer.guest')), ...leftOut, ...organisationFields(say, view)];
}

function visitorsPart(say: Say, view: CustomerOfferView): readonly Element[] {
  if (!view.isOpen || view.stand.kind !== 'open') return [];
  const signIn = view.offer.content.delegation === undefined ? [] : [warning([say('customer-offer.sign-in')])];
  return mayAnswer(view) ? [text(say('customer-offer.visitor')), ...signIn, ...organisationFields(say, view), ...contactFields(say, view)] : signIn;
}

function organisationFields(say: Say, view: CustomerOfferView): readonly Element[] {
  const { reader } = view;
  if (reader.kind === 'visitor' && !reader.asksWhich) return [];
  const domain = reader.kind === 'guest' ? reader.domain : undefined;
  return [
    ...field(say, view, required(view, 'organisation', say('customer-offer.organisation-name'), say('redeem.organisation-missing'))),
    ...field(say, view, {
      ...required(view, 'domain', say('customer-offer.domain'), say('redeem.domain-wrong'), domain),
      placeholder: say('redeem.domain-placeholder'),
      maxLength: 253,
    }),
  ];
}

function contactFields(say: Say, view: CustomerOfferView): readonly Element[] {
  return [
    ...field(say, view, required(view, 'contactName', say('customer-offer.contact-name'), say('customer-offer.contact-name-missing'))),
    ...field(say, view, {
      ...required(view, 'contactEmail', say('customer-offer.contact-email'), say('customer-offer.contact-email-wrong')),
      style: 'Email',
      maxLength: 254,
    }),
    ...field(say, view, {
      ...required(view, 'contactPhone', say('customer-offer.contact-phone'), say('customer-offer.contact-phone-wrong')),
      style: 'Tel',
      maxLength: 40,
    }),
  ];
}

function required({ typed }: CustomerOfferView, id: string, label: string, errorMessage: string, preset?: string): TextInput {
  const value = typed[id] ?? preset;
  return { type: 'Input.Text', id, label, isRequired: true, errorMessage, maxLength: 100, ...(value === undefined ? {} : { value }) };
}

/** The buttons that this reader has, as the offer stands. */
export function actionsOf(say: Say, view: CustomerOfferView): readonly Action[] {
  const { reader, granted } = view;
  if (mayAnswer(view)) return answering(say, view);
  if (reader.kind === 'unknown' && (reader.request === undefined || reader.request.mayAskAgain === true) && view.stand.kind === 'open')
    return [execute(say('customer-offer.name-me'), { verb: 'ask-to-be-admin', offer: view.offer.id }, { style: 'positive' })];
  return reader.kind === 'admin' && granted?.status === 'active'
    ? [execute(say('customer-offer.end-delegation'), { verb: 'end-delegated-admin', relationship: granted.relationship })]
    : [];
}

function answering(say: Say, { offer, reader }: CustomerOfferView): readonly Action[] {
  const { kind, delegation } = offer.content;
  const accept = (withDelegation: boolean) => ({ verb: 'accept-offer', offer: offer.id, withDelegation }) as const;
  const isOptional = kind !== 'delegated-admin' && delegation !== undefined && (reader.kind === 'admin' || (reader.kind === 'guest' && reader.isAdmin));
  const accepting = isOptional
    ? [execute(say('customer-offer.accept-with'), accept(true), { style: 'positive' }), execute(say('customer-offer.accept-without'), accept(false))]
    : [execute(say('customer-offer.accept'), accept(kind === 'delegated-admin'), { style: 'positive' })];
  const decline = execute(say('customer-offer.decline'), { verb: 'decline-offer', offer: offer.id }, { associatedInputs: 'none' });
  return reader.kind === 'admin' ? [...accepting, decline] : accepting;
}
