import type { Partner, ProgrammeKind, Standing, StandingFact } from '../domain/company/records.ts';
import { StandingFact as Facts } from '../domain/company/records.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { aboutWhom, field, formCard, reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { card, facts, note, warning } from './kit.ts';
import type { Say } from './messages/say.ts';

export type StandingParts = Pick<Partner, 'standing' | 'partnerId' | 'openAgreementNumber'>;

export interface ProgrammeView {
  readonly frame: Frame;
  /** What the company may be; what it can never be again is no choice. */
  readonly programmes: readonly ProgrammeKind[];
  readonly values: Readonly<Partial<Record<'programme' | 'facts', string | undefined>>>;
}

/** In which programme the company is, and what holds for it. */
export function programmeCard(say: Say, { frame, programmes, values }: ProgrammeView): AdaptiveCard {
  return formCard(say, frame, {
    heading: say('standing.heading'),
    body: [
      ...aboutWhom(frame),
      note(say('standing.kept')),
      ...(programmes.includes('advisor') ? [] : [note(say('standing.no-advisor'))]),
      ...field(say, frame, {
        type: 'Input.ChoiceSet',
        id: 'programme',
        label: say('standing.programme'),
        style: 'compact',
        choices: programmes.map((programme) => ({ title: say(`standing.${programme}`), value: programme })),
        ...(values.programme === undefined ? {} : { value: values.programme }),
      }),
      ...field(say, frame, {
        type: 'Input.ChoiceSet',
        id: 'facts',
        label: say('standing.facts'),
        style: 'expanded',
        isMultiSelect: true,
        wrap: true,
        choices: Facts.options.map((fact) => ({ title: say(`standing.${fact}`), value: fact })),
        ...(values.facts === undefined ? {} : { value: values.facts }),
      }),
    ],
    submit: say('form.next'),
  });
}

export interface StandingDetailsView {
  readonly frame: Frame;
  readonly values: Readonly<Partial<Record<'partnerId' | 'openAgreementNumber' | 'distributor', string | undefined>>>;
}

/** The company's numbers, and its distributor. */
export function standingDetailsCard(say: Say, { frame, values }: StandingDetailsView): AdaptiveCard {
  const valueOf = (id: keyof StandingDetailsView['values']) => (values[id] === undefined ? {} : { value: values[id] });
  return formCard(say, frame, {
    heading: say('standing.details-heading'),
    body: [
      ...aboutWhom(frame),
      ...field(say, frame, { type: 'Input.Text', id: 'partnerId', label: say('standing.partner-id'), maxLength: 20, ...valueOf('partnerId') }),
      ...field(say, frame, {
        type: 'Input.Text',
        id: 'openAgreementNumber',
        label: say('standing.open-agreement'),
        maxLength: 50,
        ...valueOf('openAgreementNumber'),
      }),
      ...field(say, frame, { type: 'Input.Text', id: 'distributor', label: say('standing.distributor'), maxLength: 100, ...valueOf('distributor') }),
    ],
    submit: say('form.next'),
  });
}

/** How the company stands, line by line. */
export function standingFacts(say: Say, { standing, partnerId, openAgreementNumber }: StandingParts): readonly (readonly [string, string])[] {
  return [
    [say('standing.programme'), say(`standing.${standing.programme}`)],
    [say('standing.facts'), factWords(say, standing)],
    [say('standing.partner-id'), partnerId ?? say('own.missing')],
    [say('standing.open-agreement'), openAgreementNumber ?? say('own.missing')],
    [say('standing.distributor'), standing.distributor ?? say('own.missing')],
  ];
}

function factWords(say: Say, standing: Standing): string {
  const holding: readonly StandingFact[] = Facts.options.filter((fact) => standing[fact]);
  return holding.length === 0 ? say('standing.none') : say.list(holding.map((fact) => say(`standing.${fact}`)));
}

/** How it will stand, for a yes; what ends for good is said before it. */
export function standingReviewCard(say: Say, view: { readonly frame: Frame; readonly joinsCsp: boolean; readonly then: StandingParts }): AdaptiveCard {
  const { frame, joinsCsp: joins, then } = view;
  return reviewCard(say, frame, {
    heading: say('standing.review-heading'),
    body: [...aboutWhom(frame), ...(joins ? [warning([say('standing.joins-csp')])] : []), facts(standingFacts(say, then)), note(say('standing.microsoft'))],
    confirm: say(joins ? 'standing.confirm-csp' : 'standing.confirm'),
    edits: [
      { title: say('standing.change-programme'), to: 'programme' },
      { title: say('standing.change-details'), to: 'details' },
    ],
  });
}

/** How it stands in the book now. */
export function standingReceiptCard(say: Say, view: { readonly company: string; readonly stands: StandingParts; readonly changed: boolean }): AdaptiveCard {
  return card(say, {
    heading: say('standing.receipt-heading'),
    body: [
      ...(view.changed ? [] : [note(say('standing.nothing-changed'))]),
      facts([[say('own.heading'), view.company], ...standingFacts(say, view.stands)]),
      note(say('standing.microsoft')),
    ],
    actions: [intentButton(say, 'company'), intentButton(say, 'rights'), homeButton(say)],
  });
}
